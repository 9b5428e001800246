"""Put rows back that were taken out of a form."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked
from jixiao.web.cycles.permissions import FILLS
from jixiao.web.filings.actions.add_rows import MOST
from jixiao.web.filings.following import follow, named
from jixiao.web.filings.rows import Form
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class RestoreRows(Action[list[int]]):
    """The rows of these numbers, at the place where they stood; one that is there already is passed over."""

    task: Task
    table: str
    rows: tuple[int, ...]

    permission = FILLS
    verb = "filings.restore_rows"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.task.organisation

    def perform(self, actor: User) -> list[int]:
        """Put them back."""
        del actor
        form = Form.of(locked(self.task, None, TaskState.DRAFT, TaskState.RETURNED))
        table = form.sheet.table(self.table) if form else None
        if form is None or table is None or not table.grows:
            raise Refused(_("这张表不能增加行。"))
        back = form.removed(table, self.rows)
        if len(form.locked(table)) + len(back) > MOST:
            raise Refused(_("一张表最多 %(most)s 行。") % {"most": MOST})
        tasks = named(form.year) if form.year.pk else {}
        for row in back:
            row.deleted = False
            row.save(update_fields=["deleted"])
        if tasks:
            follow(form.year, tasks)
        return [row.pk for row in back]

    def told(self, result: list[int]) -> dict[str, Any]:
        """Which."""
        return {"task": self.task.pk, "table": self.table, "rows": result}
