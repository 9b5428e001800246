"""What falls on one of several things, told for a hundred of them or in a smaller unit: a × c / b."""

from decimal import Decimal

from jixiao.core.formulas.formula import Formula, Intervals, Values, divide, quotient
from jixiao.core.interval import EXACT, Interval


def _per(values: Values, constants: Values) -> Decimal | None:
    once = quotient(values, ())
    return None if once is None else EXACT.multiply(once, constants[0])


def _per_interval(values: Intervals, constants: Values) -> Interval | None:
    once = divide(values[0], values[1])
    return None if once is None else once * Interval.exact(constants[0])


FORMULAS = (
    Formula(
        "per", _per, _per_interval, lambda p, c: f"{p[0]} × {c[0]:f} / {p[1]}", truncates=True, divides=True
    ),
)
