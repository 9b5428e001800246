"""The final reports on their way to the public: a list of them, and the steps of one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.actions import Action, carry_out
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.numbers import revision, whole
from jixiao.web.people.permissions import needs
from jixiao.web.reports.actions.record_publication import RecordPublication
from jixiao.web.reports.actions.review_publication import ReviewPublication
from jixiao.web.reports.actions.withdraw_publication import WithdrawPublication
from jixiao.web.reports.models import Paper
from jixiao.web.reports.permissions import PUBLISHES, READS, REVIEWS_SECRECY
from jixiao.web.reports.publication import PublicationState, PublicationStep
from jixiao.web.reports.publishing import panel
from jixiao.web.reports.showing import shown
from jixiao.web.reports.views import PAGE, paper_of


@require_safe
@needs(READS)
def publications(request: HttpRequest) -> HttpResponse:
    """The final reports that the person sees; with ``format`` as a file."""
    visible = Paper.objects.visible_to(request.user).final()
    chosen = {name: request.GET.get(name, "").strip().replace("\0", "") for name in ("state", "year", "q")}
    found = visible.with_publication().select_related("year__organisation").defer("facts", "page", "told")
    if chosen["state"] in PublicationState.values:
        found = found.filter(publication=chosen["state"])
    if (year := whole(chosen["year"])) is not None:
        found = found.filter(year__fiscal_year=year)
    if chosen["q"]:
        place = "year__organisation__"
        found = found.filter(
            Q(title__icontains=chosen["q"])
            | Q(**{f"{place}name__icontains": chosen["q"]})
            | Q(**{f"{place}short_name__icontains": chosen["q"]})
        )
    steps = PublicationStep.objects.select_related("by")
    found = found.order_by(
        "-year__fiscal_year", "year__organisation__position", "year__organisation__code", "kind", "-frozen_at"
    ).prefetch_related(Prefetch("publication_steps", steps))
    if (kind := request.GET.get("format")) in FORMATS:
        return exported(kind, _("报告公开"), _head(), (_cells(_row(one)) for one in found))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    given = {
        "page": page,
        "rows": [_row(one) for one in page],
        "chosen": chosen,
        "states": PublicationState.choices,
        "years": visible.order_by("-year__fiscal_year")
        .values_list("year__fiscal_year", flat=True)
        .distinct(),
        "query": query.urlencode(),
    }
    return render(request, "reports/publications.html", given)


@require_POST
@needs(REVIEWS_SECRECY)
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The verdict of the secrecy review."""
    paper, sent = paper_of(request, pk), request.POST
    action = ReviewPublication(paper, sent.get("verdict", ""), sent.get("words", ""), _after(request))
    return _done(request, paper, action, _("已记录保密审查结果。"))


@require_POST
@needs(PUBLISHES)
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """When and where it was published."""
    paper, sent = paper_of(request, pk), request.POST
    action = RecordPublication(paper, sent.get("day", ""), sent.get("where", ""), _after(request))
    return _done(request, paper, action, _("已登记公开。"))


@require_POST
@needs(PUBLISHES)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """That it was taken back."""
    paper, sent = paper_of(request, pk), request.POST
    action = WithdrawPublication(paper, sent.get("way", ""), sent.get("reason", ""), _after(request))
    return _done(request, paper, action, _("已登记，原来的公开记录保留。"))


def _done(request: HttpRequest, paper: Paper, action: Action[Any], words: str) -> HttpResponse:
    """The report's page; where it was refused, with what was typed."""
    try:
        carry_out(action, request.user)
    except ValidationError as refused:
        now = paper_of(request, paper.pk)
        given = {"publication_errors": refused.messages, "typed": request.POST}
        page = {**shown(request.user, now), **panel(request.user, now), **given}
        return render(request, "reports/paper.html", page, status=422)
    messages.success(request, words)
    return redirect("reports:paper", pk=paper.pk)


def _row(paper: Paper) -> dict[str, Any]:
    """A report with its last step, and when and where it was last published."""
    steps = list(paper.publication_steps.all())
    published = [one for one in steps if one.state == PublicationState.PUBLISHED]
    return {
        "paper": paper,
        "state": PublicationState(paper.publication),
        "last": steps[-1] if steps else None,
        "published": published[-1] if published else None,
    }


def _head() -> list[str]:
    return [
        _("部门"), _("预算年度"), _("报告"), _("定稿时间"), _("公开状态"), _("公开日期"), _("网址或渠道"),
        _("最近办理"), _("办理人"), _("意见或原因"),
    ]  # fmt: skip


def _cells(row: dict[str, Any]) -> list[Any]:
    paper, last, published = row["paper"], row["last"], row["published"]
    return [
        paper.year.organisation.name, paper.year.fiscal_year, str(paper), timezone.localdate(paper.frozen_at),
        str(row["state"].label),
        *((published.day, published.where) if published else (None, "")),
        *((timezone.localdate(last.at), last.by.full_name, last.words) if last else (None, "", "")),
    ]  # fmt: skip


def _after(request: HttpRequest) -> int:
    """The last step that the page showed; what is no number matches none."""
    return revision(request.POST.get("after"))
