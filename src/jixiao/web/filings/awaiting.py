"""Files that wait for the secrecy review of a person: whose they are, and the forms that they lie in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Min, Q, QuerySet

from jixiao.web.cycles.models import CycleState, Task
from jixiao.web.filings.evidence import Evidence, SecrecyState
from jixiao.web.organisations.models import within
from jixiao.web.people.models import User
from jixiao.web.people.roles import BUREAU, FILING, Role

if TYPE_CHECKING:
    from datetime import datetime

REVIEWERS = (FILING | BUREAU) - {Role.UNIT_CLERK}
"""Who reviews files for secrecy; never the person who uploaded them."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A form, how many of its files wait, and since when the first of them does."""

    task: Task
    files: int
    since: "datetime"


def awaits(user: User, owner: str) -> Q:
    """The condition that a file waits for the person; ``owner`` is the path to the body of the file."""
    pending = Q(deleted=False, secrecy=SecrecyState.PENDING)
    return pending & within(user, owner, REVIEWERS) & ~Q(by=user)


def awaiting(user: User) -> "QuerySet[Evidence]":
    """The files of forms of open years that wait for the person."""
    mine = awaits(user, "task__organisation")
    return Evidence.objects.filter(mine, task__stage__cycle__state=CycleState.OPEN).order_by()


def forms_awaiting(user: User, most: int) -> list[Waiting]:
    """Their forms, the longest waiting first, in two queries."""
    groups = awaiting(user).values("task").annotate(files=Count("pk"), since=Min("at"))
    found = list(groups.order_by("since", "task")[:most])
    tasks = Task.objects.select_related("stage__cycle", "organisation", "project").in_bulk(
        [one["task"] for one in found]
    )
    return [Waiting(tasks[one["task"]], one["files"], one["since"]) for one in found]
