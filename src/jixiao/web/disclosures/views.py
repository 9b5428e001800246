"""The list of disclosures with its export, and the approvals of many departments at once."""

from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jixiao.web.actions import Refused, carry_out
from jixiao.web.disclosures.actions.record_approvals import Approval, RecordApprovals
from jixiao.web.disclosures.gathering import lines
from jixiao.web.disclosures.listing import Filters, counted
from jixiao.web.disclosures.models import Disclosure, DisclosureKind, Key
from jixiao.web.disclosures.permissions import APPROVES, READS
from jixiao.web.disclosures.standing import Line, Standing
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.numbers import whole
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.permissions import needs

PAGE: Final = 50
MOST: Final = 2_000
"""Departments of one entry."""


@require_safe
@needs(READS)
def disclosures(request: HttpRequest) -> HttpResponse:
    """The disclosures that the person sees, filtered by what the address says; with ``format`` as a file."""
    if (kind := request.GET.get("format")) in FORMATS:
        found = Filters.of(request.GET).apply(request.user, lines(request.user))
        return exported(kind, _("预决算公开"), _head(), (_row(one) for one in found))
    return _page(request)


@require_POST
@needs(APPROVES)
def approvals(request: HttpRequest) -> HttpResponse:
    """The same day for the ticked departments, or for all that the filters of the address let through."""
    sent = request.POST
    try:
        keys = _all(request) if sent.get("all") == "1" else _ticked(sent.getlist("disclosure"))
        if len({key[1:] for key in keys}) > 1:
            raise Refused(_("一次只登记一个年度、一个类别的批复日期。请先按年度和类别筛选，再勾选。"))
        given = tuple(Approval(key, sent.get("day", ""), sent.get("number", "")) for key in keys)
        made = carry_out(RecordApprovals(given), request.user)
    except ValidationError as refused:
        return _page(request, errors=refused.messages, typed=sent, ticked=set(sent.getlist("disclosure")))
    messages.success(request, _done(made, len(keys)))
    return redirect(f"{reverse('disclosures:disclosures')}?{Filters.of(request.GET).query}")


def _done(made: list[Disclosure], asked: int) -> str:
    """What to tell the person."""
    kinds = {str(DisclosureKind(one.kind).label) for one in made}
    told = _("已登记 %(count)s 个部门的%(kinds)s批复日期。") % {
        "count": len(made), "kinds": "、".join(sorted(kinds)),
    }  # fmt: skip
    if not made:
        told = _("没有登记：勾选的都已有批复日期，要改请打开后逐个更正。")
    elif len(made) < asked:
        told += _("另有 %(count)s 个已有批复日期，没有改动。") % {"count": asked - len(made)}
    return told


def _page(request: HttpRequest, **given: Any) -> HttpResponse:
    user, chosen = request.user, Filters.of(request.GET)
    every = lines(user)
    found = chosen.apply(user, every)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    may_approve = APPROVES.test(user, None)
    blank = [one for one in found if one.standing == Standing.BLANK] if may_approve else []
    shown = {
        "page": page,
        "chosen": chosen,
        "query": chosen.query,
        "states": Standing.choices,
        "kinds": DisclosureKind.choices,
        "years": sorted({one.record.fiscal_year for one in every}, reverse=True),
        "under": Organisation.objects.visible_to(user).filter(pk=whole(chosen.under)).first(),
        "counts": counted(found),
        "may_approve": may_approve,
        "blank": len(blank) if len({(one.record.fiscal_year, one.record.kind) for one in blank}) == 1 else 0,
        "boxes": any(one.standing == Standing.BLANK for one in page) and may_approve,
        **given,
    }
    status = 422 if "errors" in given else 200
    return render(request, "disclosures/disclosures.html", shown, status=status)


def _ticked(values: list[str]) -> list[Key]:
    """What the ticked boxes name; what is no box of ours is passed over."""
    keys = []
    for value in values[:MOST]:
        body, _dash, rest = value.partition("-")
        year, _dash, kind = rest.partition("-")
        numbers = whole(body), whole(year)
        if numbers[0] is not None and numbers[1] is not None:
            keys.append((numbers[0], numbers[1], kind))
    return keys


def _all(request: HttpRequest) -> list[Key]:
    found = Filters.of(request.GET).apply(request.user, lines(request.user))
    blank = [one for one in found if one.standing == Standing.BLANK]
    return [one.record.key for one in blank]


def _head() -> list[str]:
    return [
        _("预算年度"), _("部门"), _("部门代码"), _("类别"), _("批复日期"), _("批复文号"), _("公开期限"),
        _("期限依据"), _("公开日期"), _("公开网址"), _("状态"), _("超期天数"), _("不公开的理由"),
        _("由部门登记"),
    ]  # fmt: skip


def _row(one: Line) -> list[Any]:
    record = one.record
    return [
        record.fiscal_year, one.department.name, one.department.code, one.what, record.approved_on,
        record.approval_number, one.due, one.term.source if one.term else _("规则未定"), one.published_on,
        one.address, str(one.standing.label), one.days, record.exempt_reason,
        one.own_words,
    ]  # fmt: skip
