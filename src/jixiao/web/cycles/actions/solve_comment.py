"""Mark a comment as dealt with."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from jixiao.web.actions import Action
from jixiao.web.cycles.actions.add_comment import AddComment
from jixiao.web.cycles.models import Comment, Task
from jixiao.web.cycles.moving import in_open_year
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class SolveComment(Action[Comment]):
    """Dealt with, by whoever may comment."""

    comment: Comment

    permission = AddComment.permission
    verb = "cycles.solve_comment"

    def place(self) -> Organisation | None:
        """The body that fills the form in."""
        return self.comment.task.organisation

    def perform(self, actor: User) -> Comment:
        """Once."""
        if not Task.objects.visible_to(actor).filter(pk=self.comment.task_id).exists():
            raise PermissionDenied
        in_open_year(self.comment.task)
        if self.comment.solved_at is None:
            self.comment.solved_at = timezone.now()
            self.comment.save()
        return self.comment
