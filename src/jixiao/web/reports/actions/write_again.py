"""Have a report written again that could not be written, a frozen one as well."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.models import Paper, State
from jixiao.web.reports.permissions import WRITES
from jixiao.web.reports.tasks import write_paper


@dataclass(frozen=True, slots=True)
class WriteAgain(Action[Paper]):
    """A report whose writing failed."""

    paper: Paper

    permission = WRITES
    verb = "reports.write_again"

    def place(self) -> Organisation | None:
        """The department."""
        return self.paper.place()

    def perform(self, actor: User) -> Paper:
        """Put it into the queue, once."""
        del actor
        row = Paper.objects.select_for_update(of=("self",)).defer("page", "facts").get(pk=self.paper.pk)
        if row.state != State.FAILED:
            raise Refused(_("这份报告不需要重写。"))
        row.state = State.WAITING
        row.save(update_fields=["state", "asked_at"])
        write_paper.enqueue(row.pk)
        return row

    def told(self, result: Paper) -> dict[str, Any]:
        """Which report."""
        return {"kind": result.kind, "project": result.project}
