"""Documents: handed in to be checked, and what was found in them."""

from datetime import datetime
from typing import Annotated, Any

from django.db.models import Q
from django.http import HttpRequest
from ninja import File, Form, Query, Router, Schema, Status, UploadedFile

from jixiao.web import programs
from jixiao.web.api.shapes import REFUSED, Body, Number, OfYear, Paged, Words, body, paged
from jixiao.web.documents.models import CheckRun, Document, State
from jixiao.web.documents.permissions import SEE, UPLOAD
from jixiao.web.documents.showing import language
from jixiao.web.documents.uploads import body_for, take
from jixiao.web.documents.views.reaching import document_of
from jixiao.web.organisations.walking import below
from jixiao.web.paging import page_of
from jixiao.web.people.permissions import needs

router = Router(tags=["documents"])


class Filter(OfYear):
    """Which documents: of a fiscal year, of a body with all below it, or by part of a name."""

    q: Words = ""


class Checked(Schema):
    """The last version: ``state`` is queued, checking, checked or unreadable, then ``error`` says why."""

    number: int
    name: str
    sha256: str
    size: int
    uploaded_at: datetime
    state: str
    error: str
    errors: int
    warnings: int
    infos: int


class InList(Schema):
    """A document; ``secrecy`` is declared, cleared or sealed. Of a sealed one nothing else is told."""

    id: int
    title: str
    body: Body
    year: int | None
    kind: str
    secrecy: str
    version: Checked | None


class Documents(Paged):
    """A page of documents."""

    results: list[InList]


class Whole(InList):
    """A document with ``report``: the object of ``jixiao check --format json``, null before it is checked."""

    report: dict[str, Any] | None


class Sent(Schema):
    """For which body; ``declared``: the sender says that the file holds nothing classified."""

    body: Number
    declared: bool = False


@router.get("/documents", response={200: Documents, **REFUSED}, url_name="documents")
@needs(SEE)
def documents(request: HttpRequest, asked: Query[Filter]) -> Any:
    """The documents that the person sees, newest first."""
    found = Document.objects.visible_to(request.user).select_related("organisation", "latest")
    if asked.year is not None:
        found = found.filter(year=asked.year)
    if asked.body is not None:
        found = found.filter(organisation__in=below([asked.body]))
    if words := asked.q.strip():
        found = found.filter(Q(title__icontains=words) | Q(organisation__name__icontains=words))
    page = page_of(found, asked.size, str(asked.page))
    return paged(page, asked.page, [_in_list(one) for one in page])


@router.get("/documents/{int:number}", response={200: Whole, **REFUSED}, url_name="document")
@needs(SEE)
def document(request: HttpRequest, number: int) -> Any:
    """A document with the findings of its last version."""
    return _whole(document_of(request, number))


@router.post("/documents", response={201: Whole, **REFUSED}, url_name="documents")
@needs(UPLOAD)
def upload(request: HttpRequest, sent: Form[Sent], file: Annotated[UploadedFile, File()]) -> Any:
    """Hand a file in (``multipart/form-data``); ask for the document until its ``state`` is ``checked``."""
    taken = take(request.user, body_for(request.user, str(sent.body)), [file], declared=sent.declared)
    if taken.errors:
        code = programs.CODES[422]
        return programs.refused(422, [programs.fault(code, words) for words in taken.errors])
    return Status(201, _whole(taken.documents[0]))


def _in_list(one: Document) -> dict[str, Any]:
    shown = None if one.sealed else one.latest
    return {
        "id": one.pk,
        "title": one.title,
        "body": body(one.organisation),
        "year": one.year,
        "kind": one.kind,
        "secrecy": one.secrecy,
        "version": shown
        and {
            "number": shown.number,
            "name": shown.name,
            "sha256": shown.sha256,
            "size": shown.size,
            "uploaded_at": shown.uploaded_at,
            "state": shown.state,
            "error": shown.error_en if language() == "en" else shown.error,
            "errors": shown.errors,
            "warnings": shown.warnings,
            "infos": shown.infos,
        },
    }


def _whole(one: Document) -> dict[str, Any]:
    told: dict[str, Any] | None = None
    if not one.sealed and one.latest is not None and one.latest.state == State.CHECKED:
        run = CheckRun.objects.filter(version=one.latest).first()
        told = None if run is None else run.result
    return {**_in_list(one), "report": told}
