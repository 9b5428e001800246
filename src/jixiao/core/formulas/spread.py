"""What falls on each of several months or years, and on one of several things in each: a/c and a/b/c."""

from decimal import Decimal

from jixiao.core.formulas.formula import Formula, Intervals, Values, divide, quotient
from jixiao.core.interval import EXACT, Interval


def _periods(constants: Values) -> Decimal:
    """On how many it is spread; on one where nothing is said."""
    return constants[0] if constants else Decimal(1)


def _spread(values: Values, constants: Values) -> Decimal | None:
    once = quotient(values, ()) if len(values) > 1 else values[0]
    return None if once is None else EXACT.divide(once, _periods(constants))


def _spread_interval(values: Intervals, constants: Values) -> Interval | None:
    once = divide(values[0], values[1]) if len(values) > 1 else values[0]
    return None if once is None else divide(once, Interval.exact(_periods(constants)))


FORMULAS = (
    Formula(
        "spread",
        _spread,
        _spread_interval,
        lambda p, c: " / ".join((*p, f"{_periods(c):f}")),
        truncates=True,
        divides=True,
    ),
)
