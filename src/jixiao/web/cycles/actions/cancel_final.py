"""Open a finished form again."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked, move
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class CancelFinal(Action[Task]):
    """The performance officer opens a finished form again (取消终审) and says why.

    What is changed becomes a new version.
    """

    task: Task
    words: str
    revision: int | None = None

    permission = OPENS
    verb = "cycles.cancel_final"

    def place(self) -> Organisation | None:
        """The body that filled it in."""
        return self.task.organisation

    def perform(self, actor: User) -> Task:
        """Back to the clerk."""
        if not self.words.strip():
            raise Refused({"words": _("取消终审须写明原因。")})
        task = locked(self.task, self.revision, TaskState.FINAL)
        task.finished_at = None
        return move(task, actor, "cancel_final", TaskState.RETURNED, words=self.words.strip())
