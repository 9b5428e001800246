"""Decide what follows from a warning."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Handling, Task
from jixiao.web.cycles.moving import in_open_year
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import Role


@dataclass(frozen=True, slots=True)
class HandleWarning(Action[Handling]):
    """Continue, reallocate or cancel, in the words of the place, with the reason."""

    task: Task
    choice: str
    reason: str

    permission = holds(Role.UNIT_CLERK, Role.DEPARTMENT_LEAD, Role.PERFORMANCE_OFFICER)
    verb = "cycles.handle_warning"

    def place(self) -> Organisation | None:
        """The body that carries the project out."""
        return self.task.organisation

    def perform(self, actor: User) -> Handling:
        """Keep the decision; it may be changed while the year is open."""
        from jixiao.web.cycles.watching import choices

        in_open_year(self.task)
        handling = Handling.objects.select_for_update().filter(task=self.task).first()
        if handling is None or not handling.warnings:
            raise Refused(_("这份表没有需要处置的预警。"))
        if self.choice not in choices(self.task):
            raise Refused({"choice": _("请选择处置方式。")})
        if not self.reason.strip():
            raise Refused({"reason": _("处置须写明理由。")})
        handling.choice, handling.reason = self.choice, self.reason.strip()
        handling.by, handling.at = actor, timezone.now()
        handling.full_clean()
        handling.save()
        return handling

    def told(self, result: Handling) -> dict[str, Any]:
        """What was decided."""
        return {"task": result.task_id, "choice": result.choice}
