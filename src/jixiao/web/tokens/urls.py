"""Addresses of tokens."""

from django.urls import path

from jixiao.web.tokens import views

app_name = "tokens"
urlpatterns = [
    path("", views.tokens, name="tokens"),
    path("<int:pk>/revoke/", views.revoke, name="revoke"),
    path("of/<int:pk>/", views.of, name="of"),
]
