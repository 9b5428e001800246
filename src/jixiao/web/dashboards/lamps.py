"""Lamps of money: what was spent against what the months that have passed would ask for, decided in SQL.

The limits are the rulebook's (``monitoring.money_lamps``): percent of the budget's share of the year. Amounts
are whole 分 in the database, so the comparison is exact: spent × 1200 against limit × budget × months.
"""

from decimal import Decimal
from typing import Any, Final

from django.db.models import BigIntegerField, Case, DecimalField, ExpressionWrapper, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce

from jixiao.web.rulebooks import usable_rules_of

_SCALE: Final = 100
"""Steps of a percent that a limit may have."""
_STEPS: Final = DecimalField(max_digits=40, decimal_places=0)
"""Wide enough for the largest amount times a year and a limit, where whole numbers of the database end."""
USUAL: Final = (Decimal(60), Decimal(80))
"""The limits that lamps are kept for (`models.Standing`); within others they are decided at every look."""
POOR, FAIR = Decimal(60), Decimal(80)
"""A score below the first adds two points of risk, below the second one."""


def limits(rulebook: str, year: int) -> tuple[Decimal, Decimal]:
    """Below the first the lamp is red, below the second yellow; 60 and 80 where the rulebook sets none."""
    rules = usable_rules_of(rulebook, year)
    settled = rules.monitoring if rules else None
    lamps = settled.value.money_lamps if settled else None
    return (lamps.red_below, lamps.yellow_below) if lamps else USUAL


def usual(rulebook: str, year: int) -> bool:
    """Whether the kept lamps are those of these rules."""
    return limits(rulebook, year) == USUAL


def by_usual_limits(values: dict[str, Any]) -> Case:
    """One of the values by the lamp within the `USUAL` limits, at any amount that can be stored."""
    red, yellow = (int(one) for one in USUAL)
    return _case(values, Coalesce(F("month"), 12), 1, red, yellow)


def points() -> Any:
    """Points of risk of a project's score."""
    return Case(When(score__lt=POOR, then=Value(2)), When(score__lt=FAIR, then=Value(1)), default=Value(0))


def by_lamp(rulebook: str, year: int, values: dict[str, Any], months: Any = None) -> Case:
    """One of the values by the lamp of a project's figures: red, yellow, green; none without a budget.

    ``months`` are those that have passed, twelve where it is not given.
    """
    red, yellow = (int(limit * _SCALE) for limit in limits(rulebook, year))
    months = Value(12, output_field=BigIntegerField()) if months is None else months
    return _case(values, months, _SCALE, red, yellow)


def _case(values: dict[str, Any], months: Any, scale: int, red: int, yellow: int) -> Case:
    """The value by the lamp within these limits, in parts of a percent; any amount that is stored fits."""
    from django.db.models.lookups import LessThan

    spent, budget = (Cast(F(name), _STEPS) for name in ("spent", "budget"))
    share = ExpressionWrapper(spent * (1200 * scale), output_field=_STEPS)

    def below(limit: int) -> Any:
        return LessThan(share, ExpressionWrapper(budget * limit * months, output_field=_STEPS))

    return Case(
        When(Q(budget=None) | Q(spent=None) | Q(budget=0), then=Value(values["none"])),
        When(below(red), then=Value(values["red"])),
        When(below(yellow), then=Value(values["yellow"])),
        default=Value(values["green"]),
    )
