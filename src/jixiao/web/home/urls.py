"""The first page."""

from django.urls import path

from jixiao.web.home import views

PREFIX = ""
urlpatterns = [path("", views.home, name="home")]
