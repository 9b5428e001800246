"""Give a form back."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.form_fields import words_of
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked, move
from jixiao.web.cycles.permissions import REVIEWS, may_review
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class ReturnTask(Action[Task]):
    """The reviewer whose turn it is gives the form back to the clerk and says why."""

    task: Task
    words: str
    revision: int | None = None

    permission = REVIEWS
    verb = "cycles.return_task"

    def place(self) -> Organisation | None:
        """The body that filled it in."""
        return self.task.organisation

    def perform(self, actor: User) -> Task:
        """Back to the clerk; the reviews begin again when it is handed in anew."""
        task = locked(self.task, self.revision, TaskState.PENDING)
        if not may_review(actor, task):
            raise PermissionDenied
        if not self.words.strip() and not _said_since(task):
            raise Refused({"words": _("退回须写明意见，或在表中写新的批注；上次报送前的批注不算。")})
        return move(task, actor, "return", TaskState.RETURNED, words=_words(task, self.words.strip()))

    def told(self, result: Task) -> dict[str, Any]:
        """From which review."""
        return {"state": result.state}


def _said_since(task: Task) -> bool:
    """Whether somebody else left an open comment on what was handed in last: an older one it answers."""
    comments = task.comments.filter(solved_at=None)
    last = task.moves.filter(verb="submit").first()
    if last is not None:
        comments = comments.filter(at__gt=last.at).exclude(by=last.by_id)
    return comments.exists()


def _words(task: Task, words: str) -> str:
    """What was said, and every open comment with its field: the clerk's list of what to do."""
    known = words_of(task)
    comments = [
        f"{known.get(one.path, one.path)}：{one.words}" if one.path else one.words
        for one in task.comments.filter(solved_at=None)
    ]
    return "\n".join([words, *comments] if words else comments)[:2000]
