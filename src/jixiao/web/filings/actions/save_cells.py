"""Save cells of a form."""

from copy import copy, deepcopy
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.utils.translation import gettext as _

from jixiao.web.actions import Action
from jixiao.web.cycles.models import StageKind, Task
from jixiao.web.cycles.moving import to_fill
from jixiao.web.cycles.permissions import FILLS
from jixiao.web.filings.assessment import AssessmentLine
from jixiao.web.filings.assessments.results import ex_ante
from jixiao.web.filings.assessments.typing import fitting
from jixiao.web.filings.department_cells import put_into_year
from jixiao.web.filings.following import follow, named
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.models import DepartmentYear, IndicatorProgress
from jixiao.web.filings.rows import Form, cell
from jixiao.web.filings.sheets import Column
from jixiao.web.filings.subjects import stored
from jixiao.web.filings.typing_in import typed
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as changed: where, what the page showed before, what was typed."""

    table: str
    row: int
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of each cell: its text as stored now, or why it was not saved.

    ``theirs`` is what somebody else put there meanwhile: the typed text was not saved over it.
    """

    cell: Cell
    text: str
    error: str = ""
    theirs: bool = False


@dataclass(slots=True)
class Saved:
    """The outcomes in the order of the cells, and the form as it was saved."""

    form: Form | None = None
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many were saved."""
        return sum(not one.error for one in self.outcomes)


@dataclass(frozen=True, slots=True)
class SaveCells(Action[Saved]):
    """Cell by cell: a wrong or conflicting one is told and keeps nobody else's from being saved."""

    task: Task
    cells: tuple[Cell, ...]

    permission = FILLS
    verb = "filings.save_cells"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.task.organisation

    def perform(self, actor: User) -> Saved:
        """Save what can be saved."""
        task = to_fill(self.task, actor)
        form = Form.of(task)
        saved = Saved(form)
        if form is None:
            return saved
        stored(form.year)
        touched: dict[int, Any] = {}
        for one in self.cells:
            saved.outcomes.append(_saved(form, one, touched))
        renames = any(isinstance(row, MainTask) for row in touched.values())
        before = named(form.year) if renames else {}
        for row in touched.values():
            _store(row)
        if renames:
            follow(form.year, before)
        if task.stage.kind == StageKind.EX_ANTE and any(
            isinstance(one, AssessmentLine) for one in touched.values()
        ):
            ex_ante(task)
        return saved

    def told(self, result: Saved) -> dict[str, Any]:
        """Before and after of every cell that was saved."""
        return {
            "task": self.task.pk,
            "cells": [
                [one.cell.table, one.cell.row, one.cell.column, one.cell.before, one.text]
                for one in result.outcomes
                if not one.error
            ],
        }


def _saved(form: Form, change: Cell, touched: dict[int, Any]) -> Outcome:
    table = form.sheet.table(change.table)
    column = table.column(change.column) if table else None
    if table is None or column is None or not column.edited:
        return Outcome(change, change.before, _("这一格不能填"))
    try:
        row = form.row(table, change.row)
    except ObjectDoesNotExist:
        return Outcome(change, "", _("这一行已被删除"))
    now = cell(row, column)
    if now == change.after.strip():
        return Outcome(change, now)
    if now != change.before and not any(
        _same(row, column, one, now) for one in (change.before, change.after)
    ):
        return Outcome(change, now, _("他人刚改为“%(now)s”") % {"now": now}, theirs=True)
    try:
        _put(row, column, change.after)
    except ValidationError as refused:
        return Outcome(change, change.before, " ".join(refused.messages))
    touched[id(row)] = row
    return Outcome(change, cell(row, column))


def _same(row: Any, column: Column, words: str, now: str) -> bool:
    """Whether it says the same in other words: 2 is stored as 2.00, and undoing it begins from 2."""
    tried = copy(row)
    for name in ("absent", "facts"):
        if hasattr(row, name):
            setattr(tried, name, deepcopy(getattr(row, name)))
    try:
        _put(tried, column, words)
    except ValidationError:
        return False
    return cell(tried, column) == now


def _put(row: Any, column: Column, words: str) -> None:
    if isinstance(row, DepartmentYear):
        put_into_year(row, column, words)
        return
    if isinstance(row, AssessmentLine):
        fitting(row, column.name, words)
    typed(row, column, words)


def _store(row: Any) -> None:
    if isinstance(row, IndicatorProgress):
        if not row.period.pk:
            row.period.save()
        row.period_id = row.period.pk
    if hasattr(row, "revision"):
        row.revision += 1
    row.save()
