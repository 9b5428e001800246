"""The pages of reports; what takes seconds is done by a worker, and a page says how far it is."""

from typing import Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.exporting import FORMATS as TABLES
from jixiao.web.exporting import exported
from jixiao.web.filings.models import DepartmentYear
from jixiao.web.numbers import whole
from jixiao.web.people.permissions import ask as ask_permission
from jixiao.web.people.permissions import needs
from jixiao.web.reports.actions.ask_copy import AskCopy
from jixiao.web.reports.actions.ask_listing import AskListing
from jixiao.web.reports.actions.ask_paper import AskPaper
from jixiao.web.reports.actions.write_again import WriteAgain
from jixiao.web.reports.framing import framed
from jixiao.web.reports.handing_out import file_of
from jixiao.web.reports.models import Paper, State, unpacked
from jixiao.web.reports.permissions import READS, WRITES
from jixiao.web.reports.publishing import panel
from jixiao.web.reports.showing import listed, shown

PAGE: Final = 50


@require_safe
@needs(READS)
def years(request: HttpRequest) -> HttpResponse:
    """The departments and years that the person sees; with ``format`` as a file."""
    visible = DepartmentYear.objects.visible_to(request.user).select_related("organisation")
    chosen = {"year": request.GET.get("year", ""), "q": request.GET.get("q", "").strip()}
    found = visible
    if (fiscal_year := whole(chosen["year"])) is not None:
        found = found.filter(fiscal_year=fiscal_year)
    if chosen["q"]:
        found = found.filter(
            Q(organisation__name__icontains=chosen["q"]) | Q(organisation__short_name__icontains=chosen["q"])
        )
    standing = Paper.objects.filter(year=OuterRef("pk"), lifted_at=None).exclude(frozen_at=None)
    found = found.annotate(
        frozen=Exists(standing),
        written=Count("papers", filter=Q(papers__frozen_at=None, papers__state=State.READY)),
        refused=Count("papers", filter=Q(papers__frozen_at=None, papers__refused=True)),
    ).order_by("-fiscal_year", "organisation__position", "organisation__code")
    if (kind := request.GET.get("format")) in TABLES:
        head = [_("部门"), _("预算年度"), _("已写好"), _("自查未过"), _("定稿")]
        return exported(kind, _("报告"), head, (_row(one) for one in found))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    known = visible.order_by("-fiscal_year").values_list("fiscal_year", flat=True).distinct()
    query = request.GET.copy()
    query.pop("page", None)
    given = {"page": page, "chosen": chosen, "years": known, "query": query.urlencode()}
    return render(request, "reports/years.html", given)


def _row(one: DepartmentYear) -> list[str | int]:
    frozen = _("已定稿") if one.frozen else _("未定稿")
    return [one.organisation.name, one.fiscal_year, one.written, one.refused, frozen]


@require_safe
@needs(READS)
def year(request: HttpRequest, pk: int) -> HttpResponse:
    """The kinds on offer, and what was frozen."""
    found = _year(request, pk)
    return render(request, "reports/year.html", listed(request.user, found))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(READS)
def listing(request: HttpRequest, pk: int) -> HttpResponse:
    """A part of the page: the kinds; a post has them looked up again."""
    found = _year(request, pk)
    if request.method == "POST":
        carry_out(AskListing(found), request.user)
    return render(request, "reports/listing.html", listed(request.user, found))


@require_POST
@needs(WRITES)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a report written, and go to its page."""
    found = _year(request, pk)
    action = AskPaper(found, request.POST.get("kind", ""), request.POST.get("project", ""))
    try:
        made = carry_out(action, request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("reports:year", pk=pk)
    return redirect("reports:paper", pk=made.pk)


@require_safe
@needs(READS)
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """A report with what its self-check says beside it."""
    found = paper_of(request, pk)
    return render(request, "reports/paper.html", {**shown(request.user, found), **panel(request.user, found)})


@require_safe
@needs(READS)
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """A part of the page, while a worker is at it: how far it is, and the files."""
    return render(request, "reports/state.html", shown(request.user, paper_of(request, pk)))


@require_POST
@needs(WRITES)
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a report written again that could not be written."""
    try:
        carry_out(WriteAgain(paper_of(request, pk)), request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("reports:paper", pk=pk)


@require_safe
@needs(READS)
@xframe_options_sameorigin
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as ``jixiao report`` writes it, for a frame."""
    found = paper_of(request, pk)
    if not found.page:
        raise Http404
    page, policy = framed(unpacked(found.page))
    response = HttpResponse(page)
    response["Content-Security-Policy"] = policy
    return response


@require_POST
@needs(WRITES)
def copy(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Have a file written."""
    found = paper_of(request, pk)
    try:
        carry_out(AskCopy(found, form), request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    if request.headers.get("HX-Request"):
        return render(request, "reports/state.html", shown(request.user, found))
    return redirect("reports:paper", pk=pk)


@require_safe
@needs(READS)
def file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """A file; of a frozen report only the one whose hash was kept."""
    found = paper_of(request, pk)
    try:
        return file_of(found, form)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("reports:paper", pk=pk)


def _year(request: HttpRequest, pk: int) -> DepartmentYear:
    found = get_object_or_404(
        DepartmentYear.objects.visible_to(request.user).select_related("organisation"), pk=pk
    )
    ask_permission(READS, request.user, found.organisation)
    return found


def paper_of(request: HttpRequest, pk: int) -> Paper:
    """The report, which the person sees and may read; with ``publication``."""
    visible = Paper.objects.visible_to(request.user).with_publication()
    joined = visible.select_related("year__organisation", "task__stage")
    found = get_object_or_404(joined.defer("facts"), pk=pk)
    ask_permission(READS, request.user, found.year.organisation)
    return found
