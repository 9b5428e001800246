"""What falls on one of several things, told for a hundred of them or in a smaller unit: a × c / b."""

from decimal import Decimal

from jixiao.core.formulas.formula import Formula, Intervals, Values, divide, quotient
from jixiao.core.interval import EXACT, Interval


def _times(constants: Values) -> Decimal:
    """For how many of the things it is told; for one of them where nothing is said."""
    return constants[0] if constants else Decimal(1)


def _per(values: Values, constants: Values) -> Decimal | None:
    once = quotient(values, ())
    return None if once is None else EXACT.multiply(once, _times(constants))


def _per_interval(values: Intervals, constants: Values) -> Interval | None:
    once = divide(values[0], values[1])
    return None if once is None else once * Interval.exact(_times(constants))


FORMULAS = (
    Formula(
        "per",
        _per,
        _per_interval,
        lambda p, c: f"{p[0]} × {_times(c):f} / {p[1]}",
        truncates=True,
        divides=True,
    ),
)
