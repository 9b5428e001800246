"""Change targets that were final."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.cycles.moving import locked, move, not_evaluated
from jixiao.web.cycles.permissions import FILLS, may_fill
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class AdjustTargets(Action[Task]):
    """The clerk opens final targets to adjust them (绩效目标调整) and says why.

    They pass the same reviews again and become a new version; the one before stays.
    """

    task: Task
    words: str
    revision: int | None = None

    permission = FILLS
    verb = "cycles.adjust_targets"

    def place(self) -> Organisation | None:
        """The body that filled it in."""
        return self.task.organisation

    def perform(self, actor: User) -> Task:
        """Back to the clerk, as an adjustment."""
        if not self.words.strip():
            raise Refused({"words": _("调整绩效目标须写明原因。")})
        task = locked(self.task, self.revision, TaskState.FINAL)
        if task.stage.kind != StageKind.TARGETS:
            raise Refused(_("只有绩效目标可以调整。"))
        if not may_fill(actor, task):
            raise PermissionDenied
        not_evaluated(task)
        task.finished_at = None
        return move(task, actor, "adjust", TaskState.DRAFT, words=self.words.strip())
