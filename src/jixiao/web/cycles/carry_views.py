"""Bringing projects over from the year before: the list to choose from, the preview, the confirmation."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.carry_projects import AT_ONCE, Carried, CarryProjects, too_many
from jixiao.web.cycles.adding import stages_under_way
from jixiao.web.cycles.carry_filters import CarryFilters
from jixiao.web.cycles.carrying import Past, PastYear, Way, results
from jixiao.web.cycles.forms import TargetsForm
from jixiao.web.cycles.models import Cycle, CycleState, Task
from jixiao.web.cycles.past_figures import figures, yuan
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.filings.models import Project
from jixiao.web.importing.sealing import BrokenSealError, sealed, unsealed
from jixiao.web.numbers import whole
from jixiao.web.people.permissions import needs
from jixiao.web.points import rounded

PAGE: Final = 100
_ORIGINS: Final = Project._meta.get_field("origin").choices  # noqa: SLF001  # Django's own


@require_http_methods(["GET", "HEAD", "POST"])
@needs(CarryProjects.permission)
def carry(request: HttpRequest, pk: int) -> HttpResponse:
    """All at one address: a post is the choice, which is previewed, or the confirmation of a preview."""
    cycle = get_object_or_404(Cycle.objects.visible_to(request.user).select_related("jurisdiction"), pk=pk)
    if request.method != "POST":
        return _listed(request, cycle)
    try:
        if "sealed" in request.POST:
            return _taken(request, cycle)
        return _previewed(request, cycle)
    except ValidationError as refused:
        return _listed(request, cycle, faults=refused.messages)


def _listed(request: HttpRequest, cycle: Cycle, faults: Sequence[str] = ()) -> HttpResponse:
    chosen = CarryFilters.of(request.GET)
    year = PastYear(cycle, request.user)
    found = chosen.apply(year)
    if (kind := request.GET.get("format")) in FORMATS:
        name = _("%(year)s 年度的项目") % {"year": cycle.fiscal_year - 1}
        return exported(kind, name, _head(), _cells(found, _results(found, request)))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "cycle": cycle,
        "before": cycle.fiscal_year - 1,
        "chosen": chosen,
        "query": chosen.query,
        "page": page,
        "rows": _rows(page.object_list, _results(page.object_list, request)),
        "able": sum(not one.barred for one in found),
        "bodies": [(pk, str(body)) for pk, body in year.bodies.items()],
        "origins": _ORIGINS,
        "is_open": cycle.state == CycleState.OPEN,
        "ways": Way.choices,
        "way": request.POST.get("way", ""),
        "ticked": {whole(one) for one in request.POST.getlist("project")},
        "targets": TargetsForm(request.POST or None) if _targets_are_late(cycle) else None,
        "faults": faults,
    }
    return render(request, "cycles/carry.html", context, status=422 if faults else 200)


def _previewed(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """What would come of the choice.

    Raises:
        Refused: nothing can come as asked.
    """
    way = request.POST.get("way", "")
    if way not in Way.values:
        raise Refused(_("请选择转入方式。"))
    if cycle.state != CycleState.OPEN:
        raise Refused(_("这个年度的工作没有开放，不能办理。"))
    targets = TargetsForm(request.POST)
    if not targets.is_valid():
        raise Refused([words for faults in targets.errors.values() for words in faults])
    day = targets.cleaned_data["targets_by"]
    stages = stages_under_way(cycle, day)
    asked = _asked(request, cycle)
    coming = [one for one in asked if not one.objection(way)]
    if len(coming) > AT_ONCE:
        raise Refused(too_many())
    amounts = {one.project.pk: one.funds(way) for one in coming}
    results = _results(asked, request)
    context = {
        "cycle": cycle,
        "before": cycle.fiscal_year - 1,
        "query": CarryFilters.of(request.GET).query,
        "way": Way(way),
        "rows": [
            {**row, "funds": yuan(row["past"].funds(way)), "told": _told(row["past"], way, row["result"])}
            for row in _rows(coming, results)
        ],
        "barred": [
            {**row, "why": row["past"].objection(way)}
            for row in _rows([one for one in asked if one.objection(way)], results)
        ],
        "with_funds": sum(amount is not None for amount in amounts.values()),
        "funds": yuan(sum((amount for amount in amounts.values() if amount is not None), Decimal(0))),
        "stages": [{"name": stage.name, "deadline": deadline} for stage, deadline in stages],
        "forms": len(stages) * len(coming),
        "sealed": _sealed(request, cycle, way, amounts, day) if coming else "",
    }
    return render(request, "cycles/carry_preview.html", context)


def _taken(request: HttpRequest, cycle: Cycle) -> HttpResponse:
    """Do what was previewed.

    Raises:
        Refused: it cannot be done any more; nothing was.
    """
    try:
        told = unsealed(request.POST["sealed"], _purpose(request, cycle))
    except BrokenSealError as error:
        raise Refused(_("预览已过期，请重新选择项目。")) from error
    way, day, amounts = json.loads(told)
    action = CarryProjects(
        cycle,
        way,
        {number: None if amount is None else Decimal(amount) for number, amount in amounts},
        date.fromisoformat(day) if day else None,
    )
    done = carry_out(action, request.user)
    messages.success(request, _said(done))
    return redirect("cycles:cycle", pk=cycle.pk)


def _said(done: Carried) -> str:
    """What came of it, in words."""
    if not done.projects:
        return _("所选的 %(count)s 个项目此前已经转入，没有改动。") % {"count": done.there}
    said = _("已转入 %(projects)s 个项目，并下达 %(tasks)s 份表。") % {
        "projects": len(done.projects), "tasks": done.tasks,
    }  # fmt: skip
    if done.there:
        said += _("另有 %(count)s 个此前已经转入，没有改动。") % {"count": done.there}
    return said


def _asked(request: HttpRequest, cycle: Cycle) -> list[Past]:
    """What was ticked, or all that the filters let through.

    Raises:
        Refused: nothing was.
    """
    year = PastYear(cycle, request.user)
    if request.POST.get("all") == "1":
        found = [one for one in CarryFilters.of(request.GET).apply(year) if not one.barred]
    else:
        ticked = {whole(one) for one in request.POST.getlist("project")}
        found = [one for one in year.all() if one.project.pk in ticked]
    if not found:
        raise Refused(_("没有勾选可以转入的项目。请先勾选，再预览。"))
    return found


def _told(past: Past, way: str, result: Task | None) -> list[str]:
    """What whoever confirms should know of the funds that a project brings."""
    if way == Way.CONTINUED:
        return []
    if past.unspent is None:
        return [_("上年的预算数或执行数没有填，结转资金先空着，由单位填报。")]
    if past.funds(way) is None:
        return [_("上年没有未用完的资金。")]
    return [] if result else [_("上年自评还没有终审，执行数可能再改。")]


def _targets_are_late(cycle: Cycle) -> bool:
    """Whether a deadline of targets has to be told."""
    try:
        stages_under_way(cycle, None)
    except Refused:
        return True
    return False


def _results(found: Iterable[Past], request: HttpRequest) -> dict[int, Task]:
    return results([one.project.pk for one in found], request.user)


def _rows(found: Iterable[Past], results: dict[int, Task]) -> list[dict[str, Any]]:
    return [figures(one, results.get(one.project.pk)) for one in found]


def _head() -> list[str]:
    return [
        _("单位"), _("项目代码"), _("项目名称"), _("来源"), _("项目性质"), _("开始日期"), _("完成日期"),
        _("全年预算数（元）"), _("全年执行数（元）"), _("执行率"), _("未用完（元）"), _("自评得分"),
        _("等级"), _("能否转入"),
    ]  # fmt: skip


def _cells(found: Iterable[Past], results: dict[int, Task]) -> Iterable[list[Any]]:
    for one in found:
        project, result = one.project, results.get(one.project.pk)
        yield [
            project.organisation.name, project.code, project.name, str(project.get_origin_display()),
            project.nature, project.starts, project.ends, project.revised_budget, project.outturn, one.rate,
            one.unspent, rounded(result.score) if result and result.score is not None else None,
            result.grade if result else "", one.barred or _("可以转入"),
        ]  # fmt: skip


def _purpose(request: HttpRequest, cycle: Cycle) -> str:
    return f"carry:{cycle.pk}:{request.user.pk}"


def _sealed(
    request: HttpRequest, cycle: Cycle, way: str, amounts: dict[int, Decimal | None], day: date | None
) -> str:
    """What was shown, so that nothing else can be confirmed."""
    pairs = [[number, None if amount is None else str(amount)] for number, amount in amounts.items()]
    return sealed(json.dumps([way, day and day.isoformat(), pairs]), _purpose(request, cycle))
