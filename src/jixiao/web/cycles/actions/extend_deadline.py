"""Give a form more time."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked, move
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ExtendDeadline(Action[Task]):
    """The performance officer gives one form a later deadline and says why; the others keep theirs."""

    task: Task
    deadline: date
    words: str
    revision: int | None = None

    permission = OPENS
    verb = "cycles.extend_deadline"

    def place(self) -> Organisation | None:
        """The body that fills it in."""
        return self.task.organisation

    def perform(self, actor: User) -> Task:
        """Move the day; the form stays in the hand where it is."""
        if not self.words.strip():
            raise Refused({"words": _("延期须写明原因。")})
        task = locked(self.task, self.revision, TaskState.DRAFT, TaskState.RETURNED, TaskState.PENDING)
        if self.deadline <= task.deadline:
            raise Refused({"deadline": _("新的截止日期应晚于 %(day)s。") % {"day": task.deadline}})
        words = _("截止日期由 %(old)s 延至 %(new)s：%(why)s") % {
            "old": task.deadline, "new": self.deadline, "why": self.words.strip(),
        }  # fmt: skip
        task.deadline = self.deadline
        return move(task, actor, "extend", TaskState(task.state), node=task.node, words=words[:2000])

    def told(self, result: Task) -> dict[str, Any]:
        """Until when."""
        return {"deadline": result.deadline}
