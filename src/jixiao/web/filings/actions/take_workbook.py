"""Take over what a workbook changes in a form."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.permissions import FILLS
from jixiao.web.filings.actions.add_rows import AddRows
from jixiao.web.filings.actions.save_cells import Cell, SaveCells
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class TakeWorkbook(Action[int]):
    """Cells and rows as previewed; all or nothing, also where a cell was changed since the preview."""

    task: Task
    cells: tuple[Cell, ...]
    added: dict[str, list[dict[str, str]]]

    permission = FILLS
    verb = "filings.take_workbook"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.task.organisation

    def perform(self, actor: User) -> int:
        """Save the cells, add the rows."""
        saved = SaveCells(self.task, self.cells).perform(actor)
        if wrong := [one for one in saved.outcomes if one.error]:
            raise Refused([_("没有导入："), *(f"“{one.cell.after}”：{one.error}" for one in wrong)])
        for table, rows in self.added.items():
            AddRows(self.task, table, tuple(rows)).perform(actor)
        return len(self.cells) + sum(map(len, self.added.values()))

    def told(self, result: int) -> dict[str, Any]:
        """Before and after of every cell, and the new rows."""
        cells = [[one.table, one.row, one.column, one.before, one.after] for one in self.cells]
        return {"task": self.task.pk, "changes": result, "cells": cells, "added": self.added}
