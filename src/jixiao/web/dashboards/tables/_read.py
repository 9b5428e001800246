"""What several tables of a page are made of, read once for all of them."""

from collections.abc import Callable
from functools import wraps
from operator import itemgetter
from typing import Any, Final, TypeVar

from django.db.models import Min, Q, Sum

from jixiao.web.cycles.models import Tally, TaskState
from jixiao.web.dashboards.choice import PLACE, Choice
from jixiao.web.dashboards.models import HIGH, WHOLE_YEAR, MoneySum, OfBody, ScoreSum

Made = TypeVar("Made")
_AMOUNTS: Final = ("budget", "budget_high", "spent", "spent_high")


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
    late = open_ & Q(deadline__lt=choice.today)
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


def grades(choice: Choice) -> list[dict[str, Any]]:
    """Self-evaluations of each grade, those of departments as a whole apart."""
    return _added_up(ScoreSum, choice, ("grade", "of_department"), ("forms", "points", "scored"))


def scores(choice: Choice) -> list[dict[str, Any]]:
    """Self-evaluations of projects of each place."""
    figures = ("forms", "indicators", "reached", "points", "scored")
    return _added_up(ScoreSum, choice, ("place",), figures, of_department=False)


@once
def money(choice: Choice) -> list[dict[str, Any]]:
    """Projects of each place: how many, their budgets, what was spent and of how many that is known."""
    found = _added_up(MoneySum, choice, ("place",), ("projects", "known", *_AMOUNTS), month=WHOLE_YEAR)
    return [_whole(one) for one in found]


def months(choice: Choice) -> list[dict[str, Any]]:
    """The same of each month that was monitored, with the usual lamps; the first month first."""
    figures = ("projects", "budgeted", "known", *_AMOUNTS, "red", "yellow", "green")
    found = _added_up(MoneySum, choice, ("month",), figures, month__gt=WHOLE_YEAR)
    return sorted((_whole(one) for one in found), key=itemgetter("month"))


def _whole(one: dict[str, Any]) -> dict[str, Any]:
    """With amounts put together."""
    return {**one, **{name: one[name] + one[f"{name}_high"] * HIGH for name in ("budget", "spent")}}


def _added_up(
    model: type[OfBody], choice: Choice, by: tuple[str, ...], figures: tuple[str, ...], **narrowed: Any
) -> list[dict[str, Any]]:
    """Sums of the bodies meant; none of what is not there any more, which the first figure counts."""
    found = model.objects.filter(choice.reach("organisation"), fiscal_year=choice.year, **narrowed)
    if "place" in by:
        found = found.annotate(place=PLACE)
    sums = found.values(*by).annotate(**{f"{name}_sum": Sum(name) for name in figures}).order_by()
    return [
        {**{name: one[name] for name in by}, **{name: one[f"{name}_sum"] for name in figures}}
        for one in sums
        if one[f"{figures[0]}_sum"]
    ]
