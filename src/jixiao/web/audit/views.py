"""The log, for the audit administrator."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.audit import labels
from jixiao.web.audit.models import Event
from jixiao.web.audit.verifying import verify
from jixiao.web.exporting import exported
from jixiao.web.organisations.models import within
from jixiao.web.people.permissions import holds, needs
from jixiao.web.people.roles import Role
from jixiao.web.typed import day_of

SEE = holds(Role.AUDIT_ADMINISTRATOR)
PAGE = 100
MOST = 100_000
"""Entries of an export; nothing is left out of one silently."""


@require_safe
@needs(SEE)
def log(request: HttpRequest) -> HttpResponse:
    """Entries about the bodies that the person sees, and those about none; newest first."""
    from django.db.models import Q

    found = Event.objects.filter(within(request.user, "place") | Q(place=None)).select_related(
        "actor", "place"
    )
    chosen = {
        key: request.GET.get(key, "").strip() for key in ("account", "verb", "since", "until", "outcome")
    }
    if chosen["account"]:
        found = found.filter(actor_name=chosen["account"])
    if chosen["verb"]:
        found = found.filter(verb=chosen["verb"])
    if chosen["outcome"]:
        found = found.filter(outcome=chosen["outcome"])
    if since := _day(chosen["since"]):
        found = found.filter(at__gte=labels.begins(since))
    if until := _day(chosen["until"]):
        found = found.filter(at__lt=labels.begins(until, after=1))
    if request.GET.get("format") == "csv":  # a cell of a workbook is too small for some entries
        if found.count() <= MOST:
            return exported("csv", _("审计日志"), _head(), (_row(one) for one in found.iterator()))
        messages.error(request, _("记录超过 %(most)s 条，请用日期缩小范围后再导出。") % {"most": MOST})
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    query.pop("format", None)
    verbs = Event.objects.order_by("verb").values_list("verb", flat=True).distinct()
    named = [(one, labels.verb(one)) for one in verbs]
    return render(
        request,
        "audit/log.html",
        {
            "page": page,
            "rows": [_shown(one) for one in page],
            "chosen": chosen,
            "verbs": named,
            "query": query.urlencode(),
        },
    )


def _head() -> list[str]:
    names = [_("序号"), _("时间"), _("账号"), _("操作"), _("单位"), _("对象"), _("结果"), _("内容")]
    return [*names, _("前一封印"), _("封印")]


def _row(one: Event) -> list[Any]:
    """With the seals, so that the file can be compared with the log later."""
    place = one.place.name if one.place else ""
    outcome = _("完成") if one.outcome == "done" else _("拒绝")
    said = [one.number, one.at, one.actor_name, one.verb, place, one.subject, outcome, one.details]
    return [*said, one.previous, one.hash]


@require_POST
@needs(SEE)
def check(request: HttpRequest) -> HttpResponse:
    """Recompute the chain and show whether it holds."""
    return render(request, "audit/verdict.html", {"verdict": verify()})


def _shown(one: Event) -> dict[str, Any]:
    """An entry in words, with what is sealed beside it."""
    return {
        "event": one,
        "at": labels.local(one.at),
        "verb": labels.verb(one.verb),
        "subject": labels.subject(one.subject),
        "details": labels.details(one.details, one.subject),
    }


def _day(words: str) -> date | None:
    """The day that is asked for; the last one that there is has no end."""
    found = day_of(words)
    return found if found is not None and date.min < found < date.max else None
