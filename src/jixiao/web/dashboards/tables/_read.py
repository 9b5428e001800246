"""What several tables of a page are made of, read once for all of them."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db.models import Count, Min, Q, Sum
from django.utils import timezone

from jixiao.web.cycles.models import Tally, TaskState
from jixiao.web.dashboards.choice import PLACE, Choice
from jixiao.web.dashboards.models import FormScore, Standing
from jixiao.web.dashboards.tables import number

Made = TypeVar("Made")


def once(make: Callable[[Choice], Made]) -> Callable[[Choice], Made]:
    """Made by the first table that asks."""

    @wraps(make)
    def asked(choice: Choice) -> Made:
        if make.__name__ not in choice.read:
            choice.read[make.__name__] = make(choice)
        return choice.read[make.__name__]

    return asked


@once
def progress(choice: Choice) -> list[dict[str, Any]]:
    """Forms of each place and stage: all, handed in, final, late; the ``first`` deadline that was missed."""
    open_ = Q(state__in=(TaskState.DRAFT, TaskState.RETURNED))
    late = open_ & Q(deadline__lt=timezone.localdate())
    found = (
        Tally.objects.filter(choice.reach("organisation"), stage__cycle__fiscal_year=choice.year)
        .annotate(place=PLACE)
        .values("place", "stage_id", "stage__name", "stage__position")
        .annotate(
            all=Sum("forms"),
            handed_in=Sum("forms", filter=~open_, default=0),
            final=Sum("forms", filter=Q(state=TaskState.FINAL), default=0),
            late=Sum("forms", filter=late, default=0),
            first=Min("deadline", filter=late),
        )
        .order_by()
    )
    return list(found)


@once
def scores(choice: Choice) -> list[dict[str, Any]]:
    """Self-evaluations of each place and grade, those of ``projects`` and those of departments apart."""
    found = (
        FormScore.objects.filter(choice.reach("organisation"), fiscal_year=choice.year, defect="")
        .annotate(place=PLACE, of_department=Q(project=None))
        .values("place", "grade", "of_department")
        .annotate(
            forms=Count("*"),
            lines=Sum("indicators"),
            full=Sum("reached"),
            points=Sum(number("percent"), default=0),
            scored=Count("percent"),
        )
        .order_by()
    )
    return list(found)


@once
def money(choice: Choice) -> list[dict[str, Any]]:
    """Projects of each place: how many, their budgets, what was spent and of how many that is known."""
    found = (
        Standing.objects.filter(
            choice.reach("organisation"), fiscal_year=choice.year, month=None, deleted=False
        )
        .annotate(place=PLACE)
        .values("place")
        .annotate(
            projects=Count("*"),
            known=Count("spent"),  # first: the sum takes its name
            budget=Sum(number("budget")),
            spent=Sum(number("spent")),
        )
        .order_by()
    )
    return list(found)
