"""Reports that were written of departments' years, and their files."""

from datetime import datetime
from typing import Any, Literal

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpRequest
from ninja import Query, Router, Schema

from jixiao.web.api.shapes import REFUSED, Body, OfYear, Paged, body, paged
from jixiao.web.organisations.walking import below
from jixiao.web.people.permissions import needs
from jixiao.web.reports.handing_out import file_of
from jixiao.web.reports.models import Copy as Files
from jixiao.web.reports.models import Paper, State
from jixiao.web.reports.permissions import READS
from jixiao.web.reports.views import paper_of

router = Router(tags=["reports"])


class Filter(OfYear):
    """Which reports: of a fiscal year, of a body with all below it, only ``frozen`` ones (or only drafts)."""

    frozen: bool | None = None


class Copy(Schema):
    """A file of a report, with the SHA-256 of its bytes; ``draft``: it says so of itself."""

    format: str
    size: int
    sha256: str
    draft: bool


class Report(Schema):
    """A report: ``frozen_at`` when its form became final, ``lifted_at`` when that form was opened again.

    ``project`` is the code of the project that it is about, empty for the department. ``files`` are those
    that were written.
    """

    id: int
    kind: str
    title: str
    project: str
    body: Body
    fiscal_year: int
    state: str
    frozen_at: datetime | None
    lifted_at: datetime | None
    files: list[Copy]


class Reports(Paged):
    """A page of reports."""

    results: list[Report]


@router.get("/reports", response={200: Reports, **REFUSED}, url_name="reports")
@needs(READS)
def reports(request: HttpRequest, asked: Query[Filter]) -> Any:
    """The reports that the person sees, by fiscal year, newest first."""
    found = Paper.objects.visible_to(request.user).order_by("-year__fiscal_year", "year__organisation", "pk")
    if asked.year is not None:
        found = found.filter(year__fiscal_year=asked.year)
    if asked.body is not None:
        found = found.filter(year__organisation__in=below([asked.body]))
    if asked.frozen is not None:
        found = found.filter(frozen_at__isnull=not asked.frozen)
    page = Paginator(found.values_list("pk", flat=True), asked.size).get_page(asked.page)
    numbers = list(page.object_list)
    joined = Paper.objects.defer("facts", "page").select_related("year__organisation")
    written = Files.objects.filter(state=State.READY).defer("data")
    rows = joined.prefetch_related(Prefetch("copies", written)).in_bulk(numbers)
    return paged(page, asked.page, [_report(rows[number]) for number in numbers])


@router.get("/reports/{int:number}/files/{ending}", response=REFUSED, url_name="report_file")
@needs(READS)
def file(request: HttpRequest, number: int, ending: Literal["docx", "xlsx", "html", "pdf", "ofd"]) -> Any:
    """A file of a report, as an attachment; of a frozen one only the bytes whose hash was kept."""
    return file_of(paper_of(request, number), ending)


def _report(one: Paper) -> dict[str, Any]:
    return {
        "id": one.pk,
        "kind": one.kind,
        "title": one.title,
        "project": one.project,
        "body": body(one.year.organisation),
        "fiscal_year": one.year.fiscal_year,
        "state": one.state,
        "frozen_at": one.frozen_at,
        "lifted_at": one.lifted_at,
        "files": [
            {"format": copy.format, "size": copy.size, "sha256": copy.sha256, "draft": copy.draft}
            for copy in one.copies.all()
        ],
    }
