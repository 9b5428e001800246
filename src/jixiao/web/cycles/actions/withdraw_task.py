"""Take a form back."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked, move
from jixiao.web.cycles.permissions import FILLS, may_fill
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class WithdrawTask(Action[Task]):
    """The clerk takes the form back while nobody has reviewed it."""

    task: Task
    revision: int | None = None

    permission = FILLS
    verb = "cycles.withdraw_task"

    def place(self) -> Organisation | None:
        """The body that fills it in."""
        return self.task.organisation

    def perform(self, actor: User) -> Task:
        """Back into the clerk's hand."""
        task = locked(self.task, self.revision, TaskState.PENDING)
        if not may_fill(actor, task):
            raise PermissionDenied
        if task.node > 0:
            raise Refused(_("已有审核意见，不能撤回；可请审核人退回。"))
        return move(task, actor, "withdraw", TaskState.DRAFT)
