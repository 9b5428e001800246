"""Addresses of the grid."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from jixiao.web.filings import (
    evidence_views,
    library_views,
    printed_views,
    progress_views,
    views,
    workbook_views,
)

app_name = "filings"


class Format(StringConverter):
    """A format of the printed form."""

    regex = "docx|pdf|html"


register_converter(Format, "format")
urlpatterns = [
    path("tasks/<int:pk>/", views.grid, name="grid"),
    path("tasks/<int:pk>/cells/", views.cells, name="cells"),
    path("tasks/<int:pk>/rows/", views.rows, name="rows"),
    path("tasks/<int:pk>/copy/", library_views.copy, name="copy"),
    path("tasks/<int:pk>/pick/", library_views.pick, name="pick"),
    path("tasks/<int:pk>/workbook/", workbook_views.workbook, name="workbook"),
    path("tasks/<int:pk>/workbook/upload/", workbook_views.upload, name="upload"),
    path("tasks/<int:pk>/workbook/take/", workbook_views.take, name="take"),
    path("tasks/<int:pk>/printed/<format:form>/", printed_views.printed, name="printed"),
    path("tasks/<int:pk>/evidence/", evidence_views.evidence, name="evidence"),
    path("tasks/<int:pk>/evidence/<int:file>/", evidence_views.given, name="given"),
    path("tasks/<int:pk>/evidence/<int:file>/review/", evidence_views.reviewed, name="reviewed"),
    path("tasks/<int:pk>/evidence/<int:file>/remove/", evidence_views.removed, name="removed"),
    path("library/", library_views.library, name="library"),
    path("library/new/", library_views.edit, name="library_new"),
    path("library/<int:pk>/", library_views.edit, name="library_edit"),
    path("library/<int:pk>/retire/", library_views.retire, name="library_retire"),
    path("progress/", progress_views.progress, name="progress"),
]
