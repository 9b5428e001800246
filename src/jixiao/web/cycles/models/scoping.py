"""Which years and forms a person sees."""

from typing import TYPE_CHECKING

from django.db import models

from jixiao.web.cycles.models.assignments import Assignment
from jixiao.web.cycles.models.states import BY_EVALUATORS, TaskState
from jixiao.web.organisations.models import within
from jixiao.web.organisations.walking import above as above_all
from jixiao.web.people.roles import BUREAU, Role

if TYPE_CHECKING:
    from jixiao.web.people.models import User


class Scoped(models.QuerySet):
    """Rows scoped by who asks."""

    body = "organisation"

    def visible_to(self, user: "User") -> "Scoped":
        """Those of bodies that the user sees."""
        return self.filter(within(user, self.body))


class OfJurisdiction(Scoped):
    """Cycles: seen from their jurisdiction and from any body below it."""

    body = "jurisdiction"

    def visible_to(self, user: "User") -> "Scoped":
        """Those of the user's own jurisdictions, however far above."""
        above = above_all(*(top.pk for top in user.scopes()))
        return self.filter(models.Q(jurisdiction__in=above) | within(user, "jurisdiction"))


def seen(user: "User") -> models.Q:
    """The condition that a form is of a body that the person sees.

    What evaluators are still working on is seen by the bureau and the auditor, not by the body itself.
    """
    early = BUREAU | {Role.AUDITOR}
    watches = within(user, "organisation", early)
    if user.roles() <= early:
        return watches
    ready = ~models.Q(stage__kind__in=BY_EVALUATORS) | models.Q(state=TaskState.FINAL)
    return within(user, "organisation") & ready | watches


class Tasks(Scoped):
    """Forms: those of bodies that the person sees, and those assigned to an evaluator."""

    def visible_to(self, user: "User") -> "Scoped":
        """As the class says."""
        condition = seen(user)
        if user.holds({Role.EVALUATOR}):
            condition |= models.Q(pk__in=Assignment.objects.in_force(user).values("task"))
        return self.filter(condition)
