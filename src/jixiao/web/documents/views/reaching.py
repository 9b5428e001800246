"""The objects that an address names, among those that the person sees."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from jixiao.web.documents.models import Document, Found, Version


def document_of(request: HttpRequest, pk: int) -> Document:
    """The document with its body and last version; 404 for one that the person does not see."""
    return get_object_or_404(
        Document.objects.visible_to(request.user).select_related(
            "organisation", "latest", "uploaded_by", "secrecy_by"
        ),
        pk=pk,
    )


def version_of(request: HttpRequest, pk: int, number: int | None = None) -> Version:
    """A version of the document, the last where no number is named."""
    document = document_of(request, pk)
    versions = document.versions.select_related("uploaded_by")
    version = versions.filter(number=number).first() if number is not None else versions.first()
    if version is None:
        raise Http404
    version.document = document
    return version


def opened(version: Version) -> Version:
    """The version, unless its document is sealed: then nobody gets at its content."""
    if version.document.sealed:
        raise Http404
    return version


def finding_of(request: HttpRequest, pk: int, number: int, finding: int) -> Found:
    """A finding of a version."""
    version = opened(version_of(request, pk, number))
    found = get_object_or_404(Found, version=version, number=finding)
    found.version = version
    return found
