"""Addresses of accounts."""

from django.urls import path

from jixiao.web.people import import_views, views

app_name = "people"
urlpatterns = [
    path("", views.accounts, name="accounts"),
    path("new/", views.edit, name="new"),
    path("import/", import_views.import_county, name="import"),
    path("roles/import/", import_views.import_roles, name="import_roles"),
    path("<int:pk>/", views.edit, name="edit"),
    path("<int:pk>/roles/", views.roles, name="roles"),
    path("<int:pk>/roles/<int:membership>/take/", views.take_role, name="take_role"),
    path("<int:pk>/unlock/", views.unlock, name="unlock"),
    path("<int:pk>/factor/reset/", views.reset_factor, name="reset_factor"),
]
