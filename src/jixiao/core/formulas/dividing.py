"""Quotients: of two figures, of a part in its parts, of what was saved or fell short; and products."""

from decimal import Decimal

from jixiao.core.formulas.formula import (
    Formula,
    Intervals,
    Values,
    divide,
    joined,
    quotient,
    rising_falling,
    total,
    total_interval,
)
from jixiao.core.interval import EXACT, Interval


def _quotient_interval(values: Intervals, _: Values) -> Interval | None:
    return divide(values[0], values[1])


def _part_of_parts(values: Values, _: Values) -> Decimal | None:
    """a/(a+b+…)."""
    return quotient((values[0], total(values, ())), ())


def _part_of_parts_interval(values: Intervals, _: Values) -> Interval | None:
    return rising_falling(values[0], total_interval(values[1:], ()), lambda a, b: (a, EXACT.add(a, b)))


def _saving_rate(values: Values, _: Values) -> Decimal | None:
    """Saved ÷ plan with plan = paid + saved: saved/(paid + saved)."""
    saved, paid = values
    return quotient((saved, EXACT.add(saved, paid)), ())


def _saving_rate_interval(values: Intervals, _: Values) -> Interval | None:
    return rising_falling(values[0], values[1], lambda a, b: (a, EXACT.add(a, b)))


def _shortfall_rate(values: Values, _: Values) -> Decimal | None:
    """1 − a/b."""
    done = quotient(values, ())
    return None if done is None else EXACT.subtract(Decimal(1), done)


def _shortfall_rate_interval(values: Intervals, _: Values) -> Interval | None:
    done = divide(values[0], values[1])
    return None if done is None else Interval.exact(Decimal(1)) - done


def _product(values: Values, constants: Values) -> Decimal:
    result = Decimal(1)
    for value in (*values, *constants):
        result = EXACT.multiply(result, value)
    return result


def _product_interval(values: Intervals, constants: Values) -> Interval:
    result = Interval.exact(_product((), constants))
    for value in values:
        result *= value
    return result


FORMULAS = (
    Formula(
        "quotient",
        quotient,
        _quotient_interval,
        lambda p, _: joined(p, "/"),
        truncates=True,
        divides=True,
    ),
    Formula(
        "part_of_parts",
        _part_of_parts,
        _part_of_parts_interval,
        lambda p, _: f"{p[0]} / ({joined(p, '+')})",
        truncates=True,
        divides=True,
    ),
    Formula(
        "saving_rate",
        _saving_rate,
        _saving_rate_interval,
        lambda p, _: f"{p[0]} / ({p[0]} + {p[1]})",
        truncates=True,
        divides=True,
    ),
    Formula(
        "shortfall_rate",
        _shortfall_rate,
        _shortfall_rate_interval,
        lambda p, _: f"({p[1]} − {p[0]}) / {p[1]}",
        truncates=True,
        divides=True,
    ),
    Formula("product", _product, _product_interval, lambda p, _: joined(p, "×"), truncates=True),
)
