"""Take a form back from an evaluator."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from jixiao.web.actions import Action
from jixiao.web.cycles.models import Assignment
from jixiao.web.cycles.permissions import OPENS
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class EndAssignment(Action[Assignment]):
    """The evaluator sees the form no longer; what was filled in stays."""

    assignment: Assignment

    permission = OPENS
    verb = "cycles.end_assignment"

    def place(self) -> Organisation | None:
        """The body that the form is about."""
        return self.assignment.task.organisation

    def perform(self, actor: User) -> Assignment:
        """Once."""
        del actor
        found = Assignment.objects.select_for_update().get(pk=self.assignment.pk)
        if found.ended_at is None:
            found.ended_at = timezone.now()
            found.save()
        return found

    def told(self, result: Assignment) -> dict[str, Any]:
        """Whose and what."""
        return {"evaluator": result.evaluator.username, "task": result.task_id}
