"""The rows of a form: what the grid shows and what a cell's address leads to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast

from django.core.exceptions import ObjectDoesNotExist
from django.db import models

from jixiao.web.filings.assessment import AssessmentLine
from jixiao.web.filings.assessments.defining import Line, lines
from jixiao.web.filings.department_cells import cell_of_year
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.models import (
    DepartmentYear,
    Funding,
    Indicator,
    IndicatorProgress,
    MonitoringPeriod,
    Project,
)
from jixiao.web.filings.sheets import Column, Sheet, Table, sheet_of
from jixiao.web.filings.subjects import year_of
from jixiao.web.filings.typing_in import shown

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task

GROWING: Final[dict[str, type[Funding | Indicator | MainTask]]] = {
    "funding": Funding,
    "indicators": Indicator,
    "tasks": MainTask,
}
"""What the rows are of the parts that may grow."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form with the rows that it is about; each part is read once, however often it is asked for."""

    task: "Task"
    sheet: Sheet
    year: DepartmentYear
    _locked: dict[str, dict[int, models.Model]] = field(default_factory=dict, compare=False, repr=False)
    _read: dict[str, list[Any]] = field(default_factory=dict, compare=False, repr=False)
    _defined: dict[str, list[Line]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, task: "Task") -> "Form | None":
        """The form of a task; None where nothing is filled in at its stage."""
        sheet = sheet_of(task.stage.kind, task.stage.subject)
        if sheet is None:
            return None
        return cls(task, sheet, year_of(task.organisation, task.stage.cycle.fiscal_year))

    def rows(self, table: Table) -> list[Any]:
        """The rows of a part, in order: with what was put into those that were locked."""
        return self._part(table.name)

    def rows_of(self, name: str) -> list[Any]:
        """The rows of the part of this name; none where the form has no such part."""
        return self._part(name) if self.sheet.table(name) else []

    def department(self) -> DepartmentYear:
        """The department's year."""
        locked = self._locked.get("department")
        return cast("DepartmentYear", next(iter(locked.values()))) if locked else self.year

    def project(self) -> Project:
        """The project of a form about one."""
        return cast("Project", self._part("project")[0])

    def funding(self) -> list[Funding]:
        """The money block of the project."""
        return self._part("funding")

    def indicators(self) -> list[Indicator]:
        """The indicators of the project, or of the department."""
        return self._part("indicators")

    def owner(self) -> dict[str, Any]:
        """Whose the rows of the parts that grow are: the project's, or the department's year's."""
        return {"project": self.task.project} if self.task.project_id else {"department_year": self.year}

    def _part(self, name: str) -> list[Any]:
        if name in self._locked:
            return list(self._locked[name].values())
        if name not in self._read:
            self._read[name] = list(self._rows(name, locking=False))
        return list(self._read[name])

    def locked(self, table: Table) -> dict[int, models.Model]:
        """The rows of a part by their numbers, locked until the transaction ends."""
        if table.name not in self._locked:
            self._locked[table.name] = {
                number(table, row): row for row in self._rows(table.name, locking=True)
            }
        return self._locked[table.name]

    def row(self, table: Table, pk: int) -> models.Model:
        """The row of this number, locked.

        Raises:
            ObjectDoesNotExist: it is not of this form, or was taken away.
        """
        found = self.locked(table).get(pk)
        if found is None:
            raise ObjectDoesNotExist
        return found

    def removed(self, table: Table, numbers: Iterable[int]) -> list[Any]:
        """The rows of these numbers that were taken out of a part that grows, locked."""
        if not self.task.project_id and not self.year.pk:
            return []
        gone = GROWING[table.name].with_removed.select_for_update().filter(deleted=True, **self.owner())
        return list(
            gone.filter(pk__in=[one for one in numbers if 0 < one <= models.BigIntegerField.MAX_BIGINT])
        )

    def _rows(self, name: str, *, locking: bool) -> Iterable[models.Model]:
        project = self.task.project_id
        if name == "department":
            return (
                _held(DepartmentYear.objects.filter(pk=self.year.pk), locking)
                if self.year.pk
                else [self.year]
            )
        if name in {"scores", "answers"}:
            return [one for one in self._lines(locking=locking) if one.line.table == name]
        if project is None:
            return _held(self._of_department(name), locking) if self.year.pk else []
        if name == "project":
            return _held(Project.objects.filter(pk=project), locking)
        if name == "funding":
            return _held(Funding.objects.filter(project=project), locking)
        if name == "indicators":
            return _held(Indicator.objects.filter(project=project), locking)
        period = self._period(project, locking=locking)
        return [period] if name == "period" else self._progress(period, locking=locking)

    def _of_department(self, name: str) -> "models.QuerySet[Any]":
        """Indicators or main tasks of the department's year."""
        model = MainTask if name == "tasks" else Indicator
        rows: models.QuerySet[Any] = model.objects.filter(department_year=self.year)
        return rows if name in {"tasks", "indicators"} else rows.none()

    def _lines(self, *, locking: bool) -> list[AssessmentLine]:
        """The lines of a form that judges; those that nobody typed into are new rows, not yet stored."""
        there = {one.code: one for one in _held(AssessmentLine.objects.filter(task=self.task), locking)}
        answers = {code: one.words for code, one in there.items()}
        key = repr(sorted(answers.items()))
        if key not in self._defined:  # may take a scoring; asked for by each part of the form
            self._defined[key] = lines(self.task, self.year, answers)
        return [
            (there.get(line.code) or AssessmentLine(task=self.task, code=line.code)).prepared(line, number)
            for number, line in enumerate(self._defined[key], start=1)
        ]

    def _period(self, project: int, *, locking: bool) -> MonitoringPeriod:
        """The monitoring period of the stage; a new one, not yet stored, where there is none."""
        if "period" in self._locked:
            (read,) = self._locked["period"].values()
            return cast("MonitoringPeriod", read)
        if "period" in self._read and not locking:
            return cast("MonitoringPeriod", self._read["period"][0])
        month = self.task.stage.through_month or 12
        found = _held(MonitoringPeriod.objects.filter(project=project, through_month=month), locking).first()
        period = found or MonitoringPeriod(project_id=project, through_month=month)
        if locking:
            self._locked["period"] = {month: period}
        else:
            self._read["period"] = [period]
        return period

    def _progress(self, period: MonitoringPeriod, *, locking: bool) -> list[models.Model]:
        there: dict[int, IndicatorProgress] = {}
        if period.pk:
            there = {
                one.indicator_id: one
                for one in _held(IndicatorProgress.objects.filter(period=period), locking)
            }
        found: list[models.Model] = []
        for indicator in self.indicators():
            progress = there.get(indicator.pk) or IndicatorProgress()
            progress.period, progress.indicator = period, indicator
            found.append(progress)
        return found


def _held(rows: "models.QuerySet[Any]", locking: bool) -> "models.QuerySet[Any]":  # noqa: FBT001
    return rows.select_for_update() if locking else rows


def number(table: Table, row: Any) -> int:
    """The number by which a row is named: rows that may not be stored yet go by something else."""
    if table.name == "department":
        return int(row.fiscal_year)
    if table.name == "progress":
        return int(row.indicator_id)
    if table.name in {"scores", "answers"}:
        return int(row.number)
    if table.name == "period":
        return int(row.through_month)
    return int(row.pk or 0)


def cell(row: Any, column: Column) -> str:
    """The text of a cell; of files, `proving.texts` tells those of all lines at once."""
    if column.kind == "files":
        return ""
    if isinstance(row, DepartmentYear):
        return cell_of_year(row, column)
    if isinstance(row, IndicatorProgress) and not column.edited:
        return shown(row.indicator, column)
    return shown(row, column)
