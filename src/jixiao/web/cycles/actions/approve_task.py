"""Pass a form on."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.four_eyes import handed_in_by, own_form
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked, move
from jixiao.web.cycles.permissions import REVIEWS, may_review
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ApproveTask(Action[Task]):
    """The reviewer whose turn it is agrees; after the last one the form is final.

    Whoever handed it in may review it at no node.
    """

    task: Task
    words: str = ""
    revision: int | None = None

    permission = REVIEWS
    verb = "cycles.approve_task"

    def place(self) -> Organisation | None:
        """The body that filled it in."""
        return self.task.organisation

    def perform(self, actor: User) -> Task:
        """To the next reviewer, or final."""
        task = locked(self.task, self.revision, TaskState.PENDING)
        if not may_review(actor, task):
            raise PermissionDenied
        if handed_in_by([task]).get(task.pk) == actor.pk:
            raise Refused(own_form())
        node = task.node + 1
        if node < len(task.stage.nodes):
            return move(task, actor, "approve", TaskState.PENDING, node=node, words=self.words)
        task.finished_at = timezone.now()
        return move(task, actor, "approve", TaskState.FINAL, node=node, words=self.words)

    def told(self, result: Task) -> dict[str, Any]:
        """Where it stands now."""
        return {"state": result.state, "node": result.node}
