"""How many forms there are of each body, stage, state, turn and deadline: what pages count.

Rows are kept by triggers of the database (`tally_triggers`), so that whatever writes a form counts it in the
same transaction; ``TALLIES.wrong`` compares them with the forms.
"""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import IntegerField, QuerySet, Value

from jixiao.web.cycles.models.scoping import seen
from jixiao.web.cycles.models.states import TaskState
from jixiao.web.cycles.models.tasks import Task
from jixiao.web.cycles.models.years import Stage
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.roles import Role

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class Tallies(models.QuerySet):
    """Numbers, scoped by who asks."""

    def visible_to(self, user: "User") -> "Tallies":
        """Of the forms of bodies that the person sees; forms assigned to an evaluator are not told apart."""
        return self.filter(seen(user))


class Tally(models.Model):
    """The number of forms alike in everything that lists are narrowed by; there is no row of none."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+", db_index=False)
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="+", db_index=False)
    state = models.CharField(max_length=20, choices=TaskState)
    node = models.PositiveSmallIntegerField()
    deadline = models.DateField()
    forms = models.IntegerField()

    objects = Tallies.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("organisation", "stage", "state", "node", "deadline"), name="one_tally_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.stage_id} {self.state}: {self.forms}"


def countable(user: "User") -> "QuerySet[Tally] | QuerySet[Task]":
    """What the forms that the person sees are counted by: rows with ``forms``, how many each stands for."""
    if user.holds({Role.EVALUATOR}):
        return one_each(Task.objects.visible_to(user))
    return Tally.objects.visible_to(user)


def all_countable(user: "User") -> "QuerySet[Tally] | QuerySet[Task]":
    """What all forms are counted by, for a condition that says itself whose they are.

    What is assigned to an evaluator is assigned form by form, so that each stands for itself.
    """
    return one_each(Task.objects.all()) if user.holds({Role.EVALUATOR}) else Tally.objects.all()


def one_each(tasks: "QuerySet[Task]") -> "QuerySet[Task]":
    """The forms, as rows that stand for one form each."""
    return tasks.annotate(forms=Value(1, IntegerField()))
