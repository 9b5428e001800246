"""Addresses of documents."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from jixiao.web.documents.copies import FORMS
from jixiao.web.documents.views import downloading, judging, lists, showing


class FormOfCopy(StringConverter):
    """The name of a form in which a version can be taken away."""

    regex = "|".join(FORMS)


register_converter(FormOfCopy, "form_of_copy")
app_name = "documents"
_VERSION = "<int:pk>/versions/<int:number>/"
urlpatterns = [
    path("", lists.documents, name="documents"),
    path("upload/", lists.upload, name="upload"),
    path("<int:pk>/", showing.document, name="document"),
    path("<int:pk>/row/", lists.row, name="row"),
    path("<int:pk>/upload/", lists.upload_version, name="upload_version"),
    path("<int:pk>/secrecy/", judging.review, name="review"),
    path(_VERSION, showing.document, name="version"),
    path(f"{_VERSION}status/", showing.status, name="status"),
    path(f"{_VERSION}findings/", showing.findings, name="findings"),
    path(f"{_VERSION}sheet/", showing.sheet, name="sheet"),
    path(f"{_VERSION}again/", judging.again, name="again"),
    path(f"{_VERSION}download/<form_of_copy:form>/", downloading.download, name="download"),
    path(f"{_VERSION}findings/<int:finding>/verdict/", judging.give, name="verdict"),
    path(f"{_VERSION}findings/<int:finding>/withdraw/", judging.withdraw, name="withdraw"),
]
