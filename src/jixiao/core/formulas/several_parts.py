"""Quotients of sums: several parts of one whole, one figure of a whole told in parts, as many of each."""

from decimal import Decimal

from jixiao.core.formulas.formula import (
    Formula,
    Intervals,
    Values,
    divide,
    joined,
    quotient,
    total,
    total_interval,
)
from jixiao.core.interval import Interval


def _parts_of_whole(values: Values, _: Values) -> Decimal | None:
    """(a+b+…)/z; z is the last."""
    return quotient((total(values[:-1], ()), values[-1]), ())


def _parts_of_whole_interval(values: Intervals, _: Values) -> Interval | None:
    return divide(total_interval(values[:-1], ()), values[-1])


def _of_summed(values: Values, _: Values) -> Decimal | None:
    """a/(b+c+…)."""
    return quotient((values[0], total(values[1:], ())), ())


def _of_summed_interval(values: Intervals, _: Values) -> Interval | None:
    return divide(values[0], total_interval(values[1:], ()))


def _halves(values: Values, _: Values) -> Decimal | None:
    """(a+b+…)/(x+y+…): the first half of the figures over the second."""
    middle = len(values) // 2
    return quotient((total(values[:middle], ()), total(values[middle:], ())), ())


def _halves_interval(values: Intervals, _: Values) -> Interval | None:
    middle = len(values) // 2
    return divide(total_interval(values[:middle], ()), total_interval(values[middle:], ()))


FORMULAS = (
    Formula(
        "parts_of_wholes",
        _halves,
        _halves_interval,
        lambda p, _: f"({joined(p[: len(p) // 2], '+')}) / ({joined(p[len(p) // 2 :], '+')})",
        truncates=True,
        divides=True,
    ),
    Formula(
        "parts_of_whole",
        _parts_of_whole,
        _parts_of_whole_interval,
        lambda p, _: f"({joined(p[:-1], '+')}) / {p[-1]}",
        truncates=True,
        divides=True,
    ),
    Formula(
        "of_summed",
        _of_summed,
        _of_summed_interval,
        lambda p, _: f"{p[0]} / ({joined(p[1:], '+')})",
        truncates=True,
        divides=True,
    ),
)
