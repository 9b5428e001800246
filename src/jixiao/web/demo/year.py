"""The year of the demo: stages behind, one under way with forms in every state."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from jixiao.core.dossier import Dossier
from jixiao.web.actions import Refused, carry_out
from jixiao.web.cycles.actions.dispatch_tasks import DispatchTasks
from jixiao.web.cycles.actions.return_task import ReturnTask
from jixiao.web.cycles.actions.save_cycle import SaveCycle
from jixiao.web.cycles.actions.save_stage import SaveStage
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.models import Cycle, CycleState, Stage, StageKind, SubjectKind, Task, TaskState
from jixiao.web.cycles.moving import move, snapshot
from jixiao.web.demo.appraised import appraised
from jixiao.web.demo.decided import decided
from jixiao.web.demo.disclosed import disclosed
from jixiao.web.demo.later import adjust, happen
from jixiao.web.demo.main_tasks import with_main_tasks
from jixiao.web.demo.monitored import THROUGH, monitored
from jixiao.web.demo.rectified import rectified
from jixiao.web.demo.route import ROUTE, holder, passed
from jixiao.web.demo.weighted import weighted
from jixiao.web.filings.actions.import_dossier import ImportDossier
from jixiao.web.filings.library import LibraryIndicator, LibraryKind
from jixiao.web.filings.models import Indicator
from jixiao.web.filings.subjects import year_of
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.reports.self_checking import freezes, self_check
from jixiao.web.reports.writing import check_year

YEAR: Final = 2023
_ENDS: Final = (
    "final", "clerk", Role.DEPARTMENT_LEAD, "returned", Role.PERFORMANCE_OFFICER, Role.UNIT_REVIEWER,
    Role.LINE_OFFICER,
)  # fmt: skip
"""How far the self-evaluations get that have no gaps, in turn: a role names the reviewer they wait for."""


def stages(cycle: Cycle, today: date) -> Iterator[Stage]:
    """Targets and monitoring in their year; self-evaluation under way on ``today``, one part of it late."""
    begun, late, soon = (today + timedelta(days=days) for days in (-25, -2, 6))
    project, department = SubjectKind.PROJECT, SubjectKind.DEPARTMENT
    own = StageKind.SELF_EVALUATION
    rows = (
        (StageKind.TARGETS, project, "项目绩效目标", None, date(YEAR, 1, 5), date(YEAR, 2, 10)),
        (StageKind.TARGETS, department, "部门整体绩效目标", None, date(YEAR, 1, 5), date(YEAR, 2, 10)),
        (StageKind.MONITORING, project, "1—6月绩效监控", THROUGH, date(YEAR, 7, 1), date(YEAR, 7, 31)),
        (own, project, "项目绩效自评", None, begun, late),
        (own, department, "部门整体绩效自评", None, begun, soon),
    )
    for position, (kind, subject, name, month, opens, deadline) in enumerate(rows):
        yield Stage(
            cycle=cycle, kind=kind, subject=subject, name=name, through_month=month, opens=opens,
            deadline=deadline, nodes=[role.value for role in ROUTE], position=position,
        )  # fmt: skip


def year(county: Organisation, made: dict[str, Organisation], dossiers: dict[str, Dossier]) -> Cycle:
    """Import the facts, open the year, send the forms out, hand some of them on."""
    officer = User.objects.get(username="jixiao")
    for name, dossier in dossiers.items():
        facts = weighted(monitored(with_main_tasks(dossier)))
        carry_out(ImportDossier(made[name], facts), holder(Role.UNIT_CLERK, made[name]))
    cycle = carry_out(
        SaveCycle(Cycle(jurisdiction=county, fiscal_year=YEAR, title=f"{YEAR}年度预算绩效管理")), officer
    )
    for stage in stages(cycle, timezone.localdate()):
        carry_out(SaveStage(stage), officer)
    cycle.state = CycleState.OPEN
    carry_out(SaveCycle(cycle), officer)
    _library(county)
    for stage in cycle.stages.all():
        carry_out(DispatchTasks(stage), officer)
    _hand_on(cycle)
    happen(cycle)
    rectified(cycle)
    disclosed(cycle)
    decided(cycle)
    appraised(cycle)
    return cycle


def _library(county: Organisation) -> None:
    """The library knows the indicators of the examples: of departments for all, of projects by sector."""
    there: set[str] = set()
    rows = Indicator.objects.select_related("project__organisation").order_by("pk")
    for one in rows:
        if one.name in there or not one.target:
            continue
        there.add(one.name)
        LibraryIndicator.objects.create(
            jurisdiction=county, kind=LibraryKind.SECTOR if one.project else LibraryKind.COMMON,
            sector=one.project.organisation.short_name if one.project else "",
            level1=one.level1, level2=one.level2,
            name=one.name, operator=one.operator, target=one.target, unit=one.unit,
        )  # fmt: skip


def _hand_on(cycle: Cycle) -> None:
    """Earlier stages are final; of the self-evaluations some wait at each door and some came back."""
    turns: Counter[int] = Counter()
    adjusted = False
    for task in (
        Task.objects.filter(stage__cycle=cycle).select_related("stage", "organisation").order_by("pk")
    ):
        own = task.stage.kind == StageKind.SELF_EVALUATION
        if own and not adjusted:
            adjust(cycle)
            adjusted = True
        end = _ENDS[turns[task.stage_id] % len(_ENDS)] if own else "final"
        if end == "clerk":
            turns[task.stage_id] += 1
            continue
        clerk = holder(Role.UNIT_CLERK, task.organisation)
        try:
            sent = carry_out(SubmitTask(task, confirmed=True), clerk)
        except Refused:
            if own:
                continue  # its figures, as published, have gaps: it waits for its clerk
            sent = _on_paper(task, clerk)
        turns[task.stage_id] += 1
        _reviewed(sent, end)


def _reviewed(task: Task, end: str) -> None:
    """The form goes on as far as it is meant to."""
    if end == "returned":
        lead = holder(Role.DEPARTMENT_LEAD, task.organisation)
        words = "请补充偏差原因，并核对全年预算数与执行数。"
        carry_out(ReturnTask(passed(task, Role.DEPARTMENT_LEAD), words), lead)
    elif end == "final":
        waiting = passed(task, ROUTE[-1])
        if task.stage.kind != StageKind.SELF_EVALUATION or _sound(waiting):
            passed(waiting)
    else:
        passed(task, end)


def _sound(task: Task) -> bool:
    """Whether the reports of the form have no errors; with errors it waits for the officer."""
    if not freezes(task):
        return True
    year = year_of(task.organisation, YEAR)
    check_year(year.pk)
    return not self_check(year).blockers


def _on_paper(task: Task, clerk: User) -> Task:
    """Targets of that year were handed in on paper; what was published of them has gaps."""
    return move(task, clerk, "submit", TaskState.PENDING, version=snapshot(task, clerk, "submitted"))
