"""Addresses of the API: those of its resources, and the OpenAPI document."""

from jixiao.web.api.service import API

PREFIX = "api/v1/"
app_name = "api"
urlpatterns = API.urls[0]
