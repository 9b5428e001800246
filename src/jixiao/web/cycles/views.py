"""Pages of years and stages, for the bureau."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jixiao.web.actions import carry_out
from jixiao.web.cycles.actions.create_project import CreateProject
from jixiao.web.cycles.actions.dispatch_tasks import DispatchTasks
from jixiao.web.cycles.actions.save_cycle import SaveCycle
from jixiao.web.cycles.actions.save_stage import SaveStage
from jixiao.web.cycles.counting import by_stage
from jixiao.web.cycles.coverage import warnings
from jixiao.web.cycles.forms import CycleForm, StageForm
from jixiao.web.cycles.models import Cycle, CycleState, Stage, SubjectKind, TaskState
from jixiao.web.cycles.permissions import OPENS, SEES_YEARS
from jixiao.web.cycles.working_days import WorkingDays
from jixiao.web.cycles.working_days import warnings as day_warnings
from jixiao.web.exporting import FORMATS, exported
from jixiao.web.numbers import whole
from jixiao.web.people.permissions import ask, needs


@require_safe
@needs(SEES_YEARS)
def cycles(request: HttpRequest) -> HttpResponse:
    """The years, newest first; with ``format`` as a file."""
    found = Cycle.objects.visible_to(request.user).select_related("jurisdiction").prefetch_related("stages")
    if (kind := request.GET.get("format")) in FORMATS:
        head = [_("名称"), _("地区"), _("预算年度"), _("阶段"), _("状态")]
        return exported(kind, _("年度工作"), head, (_year_row(one) for one in found))
    return render(
        request, "cycles/cycles.html", {"cycles": found, "may_open": OPENS.test(request.user, None)}
    )


def _year_row(one: Cycle) -> list[str | int]:
    count = len(one.stages.all())
    return [one.title, one.jurisdiction.name, one.fiscal_year, count, str(one.get_state_display())]


@require_safe
@needs(SEES_YEARS)
def cycle(request: HttpRequest, pk: int) -> HttpResponse:
    """A year: its stages with how far they are, of the bodies that the person sees."""
    found = get_object_or_404(Cycle.objects.visible_to(request.user).select_related("jurisdiction"), pk=pk)
    stages = list(found.stages.all())
    counts = by_stage(request.user, stages)
    days = WorkingDays.of(found.jurisdiction)
    stages = [
        {
            "stage": stage,
            "counts": (own := counts.get(stage.pk, {})),
            "bar": _bar(own),
            "off": days.why_off(stage.deadline),
        }
        for stage in stages
    ]
    if (kind := request.GET.get("format")) in FORMATS:
        return exported(kind, found.title, *_progress(stages))
    adds = CreateProject.permission.test(request.user, None) and found.state == CycleState.OPEN
    may = OPENS.test(request.user, found.jurisdiction)
    context = {"cycle": found, "stages": stages, "may_open": may, "may_add": adds}
    if may:
        context["next_step"] = _next_step(found, stages)
    return render(request, "cycles/cycle.html", context)


def _bar(counts: dict[str, int]) -> list[dict[str, Any]]:
    """The parts of a stage's bar in hundredths: finished first, what came back last."""
    order: tuple[TaskState, ...] = (TaskState.FINAL, TaskState.PENDING, TaskState.DRAFT, TaskState.RETURNED)
    parts, x = [], Decimal(0)
    for state in order:
        share = Decimal(counts.get(state.value, 0) * 100) / Decimal(counts.get("all") or 1)
        parts.append({"state": state.value, "x": f"{x:.2f}", "width": f"{share:.2f}"})
        x += share
    return parts


def _progress(stages: list[dict[str, Any]]) -> tuple[list[str], list[list[Any]]]:
    """The table of the page, for a file."""
    states = (TaskState.DRAFT, TaskState.RETURNED, TaskState.PENDING, TaskState.FINAL)
    head = [
        _("阶段"),
        _("对象"),
        _("开始日期"),
        _("截止日期"),
        _("下达"),
        *(str(one.label) for one in states),
        _("逾期未终审"),
    ]
    rows = []
    for one in stages:
        stage, counts = one["stage"], one["counts"]
        numbers = [counts.get(name, 0) for name in ("all", *states, "late")]
        subject = str(stage.get_subject_display())
        rows.append([stage.name, subject, stage.opens, stage.deadline, *numbers])
    return head, rows


@require_http_methods(["GET", "HEAD", "POST"])
@needs(OPENS)
def edit_cycle(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Open a year, or change it."""
    found = get_object_or_404(Cycle.objects.visible_to(request.user), pk=pk) if pk else Cycle()
    if pk:
        ask(OPENS, request.user, found.jurisdiction)
    form = CycleForm(request.POST or None, instance=found, actor=request.user)
    revision = whole(request.POST.get("revision"))

    def save() -> Any:
        return carry_out(SaveCycle(form.instance, revision if pk else None), request.user)

    if (saved := _saved(request, form, save)) is not None:
        return redirect("cycles:cycle", pk=saved.pk)
    return _form(request, form, found.title or _("新的年度工作"), {"revision": found.revision})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(OPENS)
def edit_stage(request: HttpRequest, cycle_pk: int, pk: int | None = None) -> HttpResponse:
    """Add a stage, or change one."""
    year = get_object_or_404(Cycle.objects.visible_to(request.user), pk=cycle_pk)
    ask(OPENS, request.user, year.jurisdiction)
    found = get_object_or_404(year.stages, pk=pk) if pk else Stage(cycle=year)
    form = StageForm(request.POST or None, instance=found)
    revision = whole(request.POST.get("revision"))

    def save() -> Any:
        return carry_out(SaveStage(form.instance, revision if pk else None), request.user)

    if (saved := _saved(request, form, save)) is not None:
        _warn(request, saved)
        return redirect("cycles:cycle", pk=year.pk)
    return _form(request, form, found.name or _("新的阶段"), {"cycle": year, "revision": found.revision})


@require_POST
@needs(OPENS)
def dispatch(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the forms of a stage out."""
    stage = get_object_or_404(
        Stage.objects.filter(cycle__in=Cycle.objects.visible_to(request.user)).select_related(
            "cycle__jurisdiction"
        ),
        pk=pk,
    )
    try:
        sent = carry_out(DispatchTasks(stage), request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        if sent:
            messages.success(request, _("已下达 %(count)s 份。") % {"count": len(sent)})
        else:
            messages.warning(request, _none_sent(stage))
        _warn(request, stage)
    return redirect("cycles:cycle", pk=stage.cycle_id)


def _none_sent(stage: Stage) -> str:
    """Why nothing was sent out, and what to do."""
    if stage.tasks.exists():
        return _("没有新的表单要下达：各单位的表单都已下达过。")
    if stage.subject == SubjectKind.DEPARTMENT:
        return _("没有下达：本地区还没有在用的部门，请系统管理员在“组织”中添加。")
    year = stage.cycle.fiscal_year
    return _(
        "没有下达：%(year)s 年度还没有项目。年度工作进行中时可“从上年转入项目”或“新增项目”，之后再下达。"
    ) % {"year": year}


def _next_step(cycle: Cycle, stages: list[dict[str, Any]]) -> str:
    """What the officer does next; empty where everything is sent out or over."""
    if cycle.state == CycleState.CLOSED:
        return ""
    if not stages:
        return _("下一步：新增阶段，定下填什么表、何时截止、由谁审核。")
    if cycle.state != CycleState.OPEN:
        return _("下一步：阶段齐了以后，按“修改”把状态改为“进行中”，各单位才能填报。")
    if any(not one["counts"].get("all") for one in stages):
        return _("下一步：在各阶段按“下达”，把表单发到各单位。")
    return ""


def _warn(request: HttpRequest, stage: Stage) -> None:
    for words in (*warnings(stage), *day_warnings(stage)):
        messages.warning(request, words)


def _saved(request: HttpRequest, form, save) -> Any:
    """What was saved; None where nothing was, with the reasons in the form."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        saved = save()
    except ValidationError as refused:
        form.add_error(None, refused)
        return None
    messages.success(request, _("已保存。"))
    return saved


def _form(request: HttpRequest, form, heading: str, more: dict[str, Any]) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "cycles/edit.html", {"form": form, "heading": heading, **more}, status=status)
