"""Say something about a field of a form."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied

from jixiao.web.actions import Action
from jixiao.web.cycles.models import Comment, Task
from jixiao.web.cycles.moving import in_open_year
from jixiao.web.cycles.permissions import evaluates
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUREAU, FILING


@dataclass(frozen=True, slots=True)
class AddComment(Action[Comment]):
    """A comment; ``path`` names the field, blank means the form as a whole."""

    task: Task
    path: str
    words: str

    permission = holds(*FILING, *BUREAU) | evaluates
    verb = "cycles.add_comment"

    def place(self) -> Organisation | None:
        """The body that fills it in."""
        return self.task.organisation

    def perform(self, actor: User) -> Comment:
        """Keep it.

        Raises:
            Refused: the year is over, or nothing is said.
        """
        if not Task.objects.visible_to(actor).filter(pk=self.task.pk).exists():
            raise PermissionDenied
        in_open_year(self.task)
        comment = Comment(task=self.task, path=self.path, words=self.words.strip(), by=actor)
        comment.full_clean()
        comment.save()
        return comment

    def told(self, result: Comment) -> dict[str, Any]:
        """Where; the words stay in the form."""
        return {"task": result.task_id, "path": result.path}
