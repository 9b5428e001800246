"""Anything that happens to projects, their periods, forms and scores, by whichever way of Django."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from hypothesis import strategies as st
from tests.web.dashboards.conftest import YEAR
from tests.web.support import County

from jixiao.web.cycles.models import Stage, Task, TaskState
from jixiao.web.dashboards.models import FormScore
from jixiao.web.filings.models import Evidence, MonitoringPeriod, Project

AMOUNTS: Final = st.sampled_from([None, "-1.00", "0", "0.01", "59.99", "60", "79.99", "80", "100", "250.10"])
DEADLINES: Final = st.sampled_from([date(2020, 1, 1), date(2025, 1, 1), date(2090, 1, 1)])
SCORES: Final = st.sampled_from([None, 0, Decimal("59.999999"), 60, 79, 80, 100])
Row = TypeVar("Row", Project, MonitoringPeriod, Task, FormScore)


def write(county: County, data: st.DataObject, number: int) -> None:
    """One write, drawn; ``number`` makes new codes differ. Nothing where there is no row to write to."""
    data.draw(st.sampled_from(_WRITES))(county, data, number)


def _one(kind: type[Row], data: st.DataObject) -> Row | None:
    found = list(kind.objects.order_by("pk"))
    return data.draw(st.sampled_from(found)) if found else None


def _new_projects(county: County, data: st.DataObject, number: int) -> None:
    made = [
        Project(
            organisation=data.draw(st.sampled_from([county.unit, county.other_unit, county.department])),
            fiscal_year=YEAR, code=f"N{number}-{one}", name="x",
            revised_budget=data.draw(AMOUNTS), outturn=data.draw(AMOUNTS),
        )
        for one in range(data.draw(st.integers(1, 2)))
    ]  # fmt: skip
    if len(made) == 1:
        made[0].save()
    else:
        Project.objects.bulk_create(made)


def _change_project(county: County, data: st.DataObject, number: int) -> None:
    if not (project := _one(Project, data)):
        return
    one = Project.objects.filter(pk=project.pk)
    match data.draw(st.sampled_from(("money", "away", "body", "year", "name", "gone"))):
        case "money":
            project.revised_budget, project.outturn = data.draw(AMOUNTS), data.draw(AMOUNTS)
            project.save()
        case "away":
            one.update(deleted=not project.deleted)
        case "body":
            body = data.draw(st.sampled_from([county.unit, county.other_unit]))
            one.update(organisation=body, code=f"B{number}")
        case "year":
            one.update(fiscal_year=YEAR + data.draw(st.integers(0, 1)), code=f"Y{number}")
        case "name":
            one.update(name="y")
        case _ if not Evidence.objects.filter(task__project=project).exists():  # which protects its form
            Task.objects.filter(project=project).delete()
            project.delete()


def _new_period(county: County, data: st.DataObject, number: int) -> None:
    if project := _one(Project, data):
        MonitoringPeriod.objects.update_or_create(
            project=project,
            through_month=data.draw(st.integers(1, 12)),
            defaults={"outturn": data.draw(AMOUNTS)},
        )


def _change_period(county: County, data: st.DataObject, number: int) -> None:
    if not (period := _one(MonitoringPeriod, data)):
        return
    match data.draw(st.sampled_from(("month", "all", "gone"))):
        case "month":
            taken = MonitoringPeriod.objects.filter(project=period.project).values_list(
                "through_month", flat=True
            )
            period.through_month = data.draw(st.sampled_from(sorted({*range(1, 14)} - set(taken))))
            period.save()
        case "all":
            MonitoringPeriod.objects.update(outturn=data.draw(AMOUNTS))
        case _:
            period.delete()


def _form(county: County, data: st.DataObject, number: int) -> None:
    if not (project := _one(Project, data)):
        return
    stage = Stage.objects.first()
    task = Task.objects.filter(stage=stage, project=project).first() or Task(stage=stage, project=project)
    task.organisation, task.deadline = project.organisation, data.draw(DEADLINES)
    task.state = data.draw(st.sampled_from(TaskState.values))
    task.save()
    if data.draw(st.booleans()):
        FormScore.objects.update_or_create(
            task=task,
            defaults={"organisation": project.organisation, "project": project, "fiscal_year": YEAR,
                      "percent": data.draw(SCORES)},
        )  # fmt: skip


def _change_forms(county: County, data: st.DataObject, number: int) -> None:
    match data.draw(st.sampled_from(("deadlines", "scores", "form", "score"))):
        case "deadlines":
            Task.objects.update(deadline=data.draw(DEADLINES))
        case "scores":
            FormScore.objects.update(percent=data.draw(SCORES))
        case "form":
            task = _one(Task, data)
            if task and not Evidence.objects.filter(task=task).exists():
                task.delete()
        case _:
            if score := _one(FormScore, data):
                score.delete()


_WRITES: Final[tuple[Callable[[County, st.DataObject, int], None], ...]] = (
    _new_projects, _change_project, _change_project, _new_period, _change_period, _form, _change_forms,
)  # fmt: skip
