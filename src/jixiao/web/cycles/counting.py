"""How many forms a stage has in which state: of the bodies that a person sees."""

from collections.abc import Iterable

from django.db.models import Q, Sum
from django.db.models.functions import Coalesce

from jixiao.web.cycles.models import Stage, TaskState
from jixiao.web.cycles.models.tallies import countable
from jixiao.web.cycles.todo import due
from jixiao.web.people.models import User


def by_stage(user: User, stages: Iterable[Stage]) -> dict[int, dict[str, int]]:
    """By the stage's number: ``all``, ``late`` and each state, in one query; not of a stage without forms."""
    wanted = {"all": Q(), "late": due("late"), **{state: Q(state=state) for state in TaskState.values}}
    sums = {name: Coalesce(Sum("forms", filter=one or None), 0) for name, one in wanted.items()}
    of_stages = countable(user).filter(stage__in=[stage.pk for stage in stages])
    return {row["stage"]: row for row in of_stages.order_by().values("stage").annotate(**sums)}
