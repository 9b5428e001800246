"""Take the answer for an error back."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.models import Waiver
from jixiao.web.reports.permissions import WAIVES, may_waive


@dataclass(frozen=True, slots=True)
class WithdrawWaiver(Action[None]):
    """The answer as the page showed it; the log keeps what it was."""

    task: Task
    waiver: Waiver
    revision: int

    permission = WAIVES
    verb = "reports.withdraw_waiver"

    def place(self) -> Organisation | None:
        """The department."""
        return self.task.organisation

    def perform(self, actor: User) -> None:
        """Remove it: the error keeps the form open again."""
        task = locked(self.task, None, TaskState.PENDING, TaskState.DRAFT, TaskState.RETURNED)
        if not may_waive(actor, task):
            raise PermissionDenied
        year = {"year__organisation": task.organisation, "year__fiscal_year": task.stage.cycle.fiscal_year}
        stored = Waiver.objects.select_for_update(of=("self",)).filter(pk=self.waiver.pk, **year).first()
        if stored is None or stored.revision != self.revision:
            raise Changed(_("他人刚处理过这一处，请看过后再定。"), stored)
        stored.delete()

    def told(self, result: None) -> dict[str, Any]:
        """What it was."""
        del result
        return {
            "task": self.task.pk,
            "identity": self.waiver.identity,
            "error": self.waiver.told[:1],
            "reason": self.waiver.reason,
        }
