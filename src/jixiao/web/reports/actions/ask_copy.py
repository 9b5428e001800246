"""Ask for a report as a file."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.models import Copy, Paper, State
from jixiao.web.reports.permissions import WRITES
from jixiao.web.reports.tasks import write_copy
from jixiao.web.reports.writing import FORMATS


@dataclass(frozen=True, slots=True)
class AskCopy(Action[Copy]):
    """Have a file written; that of a frozen report is written once and stays."""

    paper: Paper
    format: str

    permission = WRITES
    verb = "reports.ask_copy"

    def place(self) -> Organisation | None:
        """The department."""
        return self.paper.year.organisation

    def perform(self, actor: User) -> Copy:
        """Put it into the queue, once."""
        del actor
        if self.format not in FORMATS:
            raise Refused(_("不能写这种格式。"))
        row, made = (
            Copy.objects.select_for_update(of=("self",))
            .defer("data")
            .get_or_create(paper=self.paper, format=self.format)
        )
        done = self.paper.frozen and row.state == State.READY
        if made or not (row.busy or done):
            row.state = State.WAITING
            row.save(update_fields=["state", "asked_at"])
            write_copy.enqueue(row.pk)
        return row

    def told(self, result: Copy) -> dict[str, Any]:
        """Which report in which format."""
        return {"kind": self.paper.kind, "project": self.paper.project, "format": self.format}
