"""Take rows out of a form."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.moving import to_fill
from jixiao.web.cycles.permissions import FILLS
from jixiao.web.filings.following import follow, named
from jixiao.web.filings.hanging import lost, refuse_lost, refuse_named
from jixiao.web.filings.main_task import MainTask
from jixiao.web.filings.rows import Form, cell
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class RemoveRows(Action[list[dict[str, str]]]):
    """The rows of these numbers; those fixed by the bureau stay. What stood in them goes to the log.

    They are marked, not deleted, so that `RestoreRows` brings them back with everything that hangs on them.
    A row stays of which the department's facts state something by its path.
    """

    task: Task
    table: str
    rows: tuple[int, ...]

    permission = FILLS
    verb = "filings.remove_rows"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.task.organisation

    def perform(self, actor: User) -> list[dict[str, str]]:
        """Take them out; a row that is gone already is passed over."""
        form = Form.of(to_fill(self.task, actor))
        table = form.sheet.table(self.table) if form else None
        if form is None or table is None or not table.grows:
            raise Refused(_("这张表不能删除行。"))
        tasks, before = named(form.year) if form.year.pk else {}, lost(form.year)
        gone = []
        names = []
        for number in self.rows:
            try:
                row = form.row(table, number)
            except ObjectDoesNotExist:
                continue
            if getattr(row, "fixed", False):
                raise Refused(_("“%(name)s”是财政部门固化的指标，不能删除。") % {"name": row})
            gone.append({column.name: cell(row, column) for column in table.columns})
            row.deleted = True
            row.save(update_fields=["deleted"])
            names.append(str(row))
            if isinstance(row, MainTask):
                refuse_named(form.year, ("appraisal", "tasks", tasks[row.pk]), str(row))
        if names:
            refuse_lost(form.year, before, "、".join(names))
            if tasks:
                follow(form.year, tasks)
        return gone

    def told(self, result: list[dict[str, str]]) -> dict[str, Any]:
        """What stood in them."""
        return {"task": self.task.pk, "table": self.table, "rows": result}
