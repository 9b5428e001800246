"""What waits for a person."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from jixiao.web.cycles.models import BY_EVALUATORS, Assignment, CycleState, Stage, Task, TaskState
from jixiao.web.cycles.models.tallies import all_countable
from jixiao.web.organisations.models import within
from jixiao.web.people.models import User
from jixiao.web.people.roles import BUREAU, FILING, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

SOON = 7
"""Days before the deadline from which a form is due soon."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many forms wait: to fill in, given back, to review, late, due within `SOON` days."""

    draft: int = 0
    returned: int = 0
    review: int = 0
    late: int = 0
    soon: int = 0

    @property
    def all(self) -> int:
        """Everything that waits."""
        return self.draft + self.returned + self.review


def waiting(user: User) -> "QuerySet[Task]":
    """The forms that wait for this person, the most urgent first."""
    return (
        Task.objects.filter(is_waiting(user))
        .select_related("stage__cycle", "organisation", "project")
        .order_by("deadline", "pk")
    )


def counted(user: User) -> Counts:
    """Their numbers."""
    # Under review is only what waits for the person's review, so that one walk counts everything.
    states = ((TaskState.DRAFT, "draft"), (TaskState.RETURNED, "returned"), (TaskState.PENDING, "review"))
    wanted = {name: Q(state=state) for state, name in states} | {"late": due("late"), "soon": due("soon")}
    sums = {name: Coalesce(Sum("forms", filter=one), 0) for name, one in wanted.items()}
    return Counts(**all_countable(user).filter(is_waiting(user)).aggregate(**sums))


def is_waiting(user: User) -> Q:
    """The condition that a form waits for the person; of what counts forms as well (`tallies.countable`)."""
    stages = _stages()
    today = timezone.localdate()
    begun = [one.pk for one in stages if one.cycle.state == CycleState.OPEN and one.opens <= today]
    return Q(stage__in=begun) & (to_fill(user) | to_review(user, stages))


def to_fill(user: User) -> Q:
    """Forms in the person's hand."""
    mine = within(user, "organisation", {Role.UNIT_CLERK}) & ~Q(stage__kind__in=BY_EVALUATORS)
    if user.holds({Role.EVALUATOR}):
        assigned = Assignment.objects.in_force(user).values("task")
        mine |= Q(pk__in=assigned, stage__kind__in=BY_EVALUATORS)
    return mine & Q(state__in=(TaskState.DRAFT, TaskState.RETURNED))


def to_review(user: User, stages: "Sequence[Stage] | None" = None) -> Q:
    """Pending at a node whose role the person holds there; ``stages`` are all stages, if they were read."""
    roles = user.roles() & (FILING | BUREAU) - {Role.UNIT_CLERK}
    condition = Q(pk__in=())
    if not roles:
        return condition
    for role in sorted(roles):
        turns: dict[int, list[int]] = {}
        for stage in _stages() if stages is None else stages:
            for node, whose in enumerate(stage.nodes):
                if whose == role:
                    turns.setdefault(node, []).append(stage.pk)
        turn = Q(pk__in=())
        for node, its in turns.items():
            turn |= Q(node=node, stage__in=its)
        condition |= within(user, "organisation", {role}) & turn
    return condition & Q(state=TaskState.PENDING)


def _stages() -> "list[Stage]":
    """Every stage with what decides whose turn a form is: few rows, which spare a comparison at each form."""
    found = Stage.objects.order_by().select_related("cycle")
    return list(found.only("kind", "nodes", "opens", "cycle__state"))


def due(when: str) -> Q:
    """Unfinished forms that are late (``missing``: not even handed in), or due within `SOON` days."""
    today = timezone.localdate()
    if when == "missing":
        return Q(deadline__lt=today, state__in=(TaskState.DRAFT, TaskState.RETURNED))
    last = (
        Q(deadline__lt=today) if when == "late" else Q(deadline__range=(today, today + timedelta(days=SOON)))
    )
    return last & ~Q(state=TaskState.FINAL)
