"""Addresses of the dashboards."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from jixiao.web.dashboards import failing, views
from jixiao.web.dashboards.tables import tables

app_name = "dashboards"


class Ending(StringConverter):
    """A format of an export."""

    regex = "xlsx|csv"


class TableName(Ending):
    """A table."""

    regex = "|".join(tables())


register_converter(TableName, "table")
register_converter(Ending, "ending")
urlpatterns = [
    path("", views.overview, name="overview"),
    path("again/", failing.again, name="again"),
    path("results/", views.results, name="results"),
    path("departments/<int:pk>/", views.department, name="department"),
    path("projects/<int:pk>/", views.project, name="project"),
    path("tables/<table:name>.<ending:ending>", views.export, name="export"),
]
