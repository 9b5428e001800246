"""Hand a form in."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from jixiao.web.actions import Action, Refused
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.moving import locked, move, snapshot
from jixiao.web.cycles.permissions import FILLS, may_fill
from jixiao.web.cycles.watching import watch
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User

MOST = 12
"""Errors that a refusal lists; the page shows all of them."""


@dataclass(frozen=True, slots=True)
class SubmitTask(Action[Task]):
    """The clerk hands the form to the first reviewer; its content is kept as a version, its score with it.

    ``confirmed``: the clerk has looked at the warnings.
    """

    task: Task
    revision: int | None = None
    confirmed: bool = False

    permission = FILLS
    verb = "cycles.submit_task"

    def place(self) -> Organisation | None:
        """The body that fills it in."""
        return self.task.organisation

    def perform(self, actor: User) -> Task:
        """Keep the content and pass it on; without reviewers it is final at once."""
        task = locked(self.task, self.revision, TaskState.DRAFT, TaskState.RETURNED)
        if not may_fill(actor, task):
            raise PermissionDenied
        self._reviewed(task)
        version = snapshot(task, actor, _why(task))
        watch(task)
        task.submitted_at = timezone.now()
        after = TaskState.PENDING if task.stage.nodes else TaskState.FINAL
        if after == TaskState.FINAL:
            task.finished_at = task.submitted_at
        return move(task, actor, "submit", after, version=version)

    def _reviewed(self, task: Task) -> None:
        """Put score and grade into the row.

        Raises:
            Refused: there are errors, or warnings that nobody confirmed (code ``warnings``).
        """
        from jixiao.web.filings.reviewing import review
        from jixiao.web.filings.rows import Form
        from jixiao.web.filings.scores import result_of

        form = Form.of(task)
        if form is None:
            task.score, task.grade = None, ""
            return
        found = review(form)
        if found.errors:
            raise Refused([_("不能报送，请先改正："), *(one.words for one in found.errors[:MOST])])
        if found.warnings and not self.confirmed:
            raise Refused(
                _("有 %(count)s 处需要核对，确认后再报送。") % {"count": len(found.warnings)}, code="warnings"
            )
        task.score, task.grade = result_of(task, found)

    def told(self, result: Task) -> dict[str, Any]:
        """The version handed in."""
        return {"version": result.versions.count(), "state": result.state, "confirmed": self.confirmed}


def _why(task: Task) -> str:
    """Why there is a new version: by what step the form left its final state, if it ever was final."""
    last = task.moves.filter(before=TaskState.FINAL).first()
    return (
        {"adjust": "adjusted", "cancel_final": "reopened"}.get(last.verb, "submitted")
        if last
        else "submitted"
    )
