"""How much of a form is filled in: the cells that nobody can do without."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Prefetch, QuerySet

from jixiao.web.filings.assessments.defining import STAGES
from jixiao.web.filings.models import DepartmentYear, IndicatorProgress, MonitoringPeriod
from jixiao.web.filings.sheets import sheet_of

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task

NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "department": ("appraisal.goal", "appraisal.result"),
    "project": ("original_budget", "revised_budget", "outturn", "annual_goal", "annual_result"),
    "indicators": ("level1", "name", "operator", "target", "weight", "actual"),
    "tasks": ("name", "budget", "completion", "outturn"),
    "period": ("outturn",),
    "progress": ("actual",),
}
"""Of these the ones that the form lets one fill in."""


def with_rows(tasks: "QuerySet[Task]") -> "QuerySet[Task]":
    """The forms with everything that `filled` looks at, in as many queries for one as for a hundred."""
    progress = IndicatorProgress.objects.filter(indicator__deleted=False)
    periods = MonitoringPeriod.objects.prefetch_related(Prefetch("progress", progress))
    return tasks.select_related("stage__cycle", "organisation", "project").prefetch_related(
        "project__indicators", Prefetch("project__periods", periods)
    )


def years(tasks: "Iterable[Task]") -> dict[tuple[int, int], DepartmentYear]:
    """The years of departments that these forms are about, by department and fiscal year; three queries."""
    about = [one for one in tasks if one.project_id is None]
    found = DepartmentYear.objects.filter(
        organisation__in={one.organisation_id for one in about},
        fiscal_year__in={one.stage.cycle.fiscal_year for one in about},
    )
    return {
        (one.organisation_id, one.fiscal_year): one
        for one in found.prefetch_related("indicators", "main_tasks")
    }


def filled(task: "Task", year: DepartmentYear | None = None) -> int | None:
    """Percent of the needed cells, rounded down; None of a form that has none here.

    ``year`` is that of the department, for a form about it as a whole; None: nothing is stored yet.
    """
    sheet = sheet_of(task.stage.kind, task.stage.subject)
    if sheet is None or sheet.stage in STAGES:
        return None
    cells: list[bool] = []
    for table in sheet.tables:
        edited = {column.name for column in table.columns if column.edited}
        wanted = [name for name in NEEDED.get(table.name, ()) if name in edited]
        cells += [_stated(row, name) for row in _rows(task, table.name, year) for name in wanted]
    return 100 * sum(cells) // len(cells) if cells else 0


def _rows(task: "Task", table: str, year: DepartmentYear | None) -> Iterable[Any]:
    project = task.project
    if project is None:
        if table == "department":
            return [year]
        parts = {"indicators": "indicators", "tasks": "main_tasks"}
        return getattr(year, parts[table]).all() if year and table in parts else []
    if table == "project":
        return [project]
    if table == "indicators":
        return project.indicators.all()
    month = task.stage.through_month or 12
    period = next((one for one in project.periods.all() if one.through_month == month), None)
    if table == "period":
        return [period]
    there = {one.indicator_id: one for one in period.progress.all()} if period else {}
    return [there.get(one.pk) for one in project.indicators.all()]


def _stated(row: Any, name: str) -> bool:
    if isinstance(row, DepartmentYear):
        part, field = name.split(".")
        return bool(row.facts.get(part, {}).get(field))
    return row is not None and (getattr(row, name) not in (None, "") or name in getattr(row, "absent", {}))
