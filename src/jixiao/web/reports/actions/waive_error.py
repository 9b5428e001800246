"""Answer for an error that the self-check found."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Changed, Refused
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked
from jixiao.web.filings.subjects import year_of
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.reports.models import Waiver
from jixiao.web.reports.permissions import WAIVES, may_waive
from jixiao.web.reports.self_checking import self_check
from jixiao.web.saving import save_unique
from jixiao.web.typed import explained


@dataclass(frozen=True, slots=True)
class WaiveError(Action[Waiver]):
    """The error of this identity is left as it is; ``revision`` is that of the answer shown, 0 for none."""

    task: Task
    identity: str
    reason: str
    revision: int = 0

    permission = WAIVES
    verb = "reports.waive_error"

    def place(self) -> Organisation | None:
        """The department."""
        return self.task.organisation

    def perform(self, actor: User) -> Waiver:
        """Keep the reason, who gave it and what the error said."""
        task = locked(self.task, None, TaskState.PENDING, TaskState.DRAFT, TaskState.RETURNED)
        if not may_waive(actor, task):
            raise PermissionDenied
        year = year_of(task.organisation, task.stage.cycle.fiscal_year)
        found = {one.identity: one for one in self_check(year).blockers} if year.pk else {}
        blocker = found.get(self.identity)
        if blocker is None:
            raise Refused(_("报告里已经没有这处错误，请刷新后再看。"))
        reason = explained(self.reason, "reason", _("不改的理由"))
        row = Waiver.objects.select_for_update(of=("self",)).filter(year=year, identity=self.identity).first()
        if (row.revision if row else 0) != self.revision:
            raise Changed(_("他人刚处理过这一处，请看过后再定。"), row)
        row = row or Waiver(year=year, identity=self.identity, revision=0)
        row.code, row.told, row.reason, row.by = blocker.told["code"], blocker.words, reason, actor
        row.revision += 1
        save_unique(row)
        return row

    def told(self, result: Waiver) -> dict[str, Any]:
        """Which error is left, and why."""
        return {
            "task": self.task.pk,
            "code": result.code,
            "identity": result.identity,
            "error": result.told[0],
            "reason": result.reason,
            "revision": result.revision,
        }
