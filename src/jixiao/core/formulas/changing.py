"""Rates of change: from now and the change, from now and before, in excess of a plan."""

from decimal import Decimal

from jixiao.core.formulas.formula import Formula, Intervals, Values, divide, quotient, rising_falling
from jixiao.core.interval import EXACT, Interval


def change_rate(values: Values, _: Values) -> Decimal | None:
    """Growth from now and the signed change: d/(now − d)."""
    now, change = values
    return quotient((change, EXACT.subtract(now, change)), ())


def change_rate_interval(values: Intervals, _: Values) -> Interval | None:
    """What the printed figures allow."""
    # d/(A − d) rises with d and falls with A where A > 0 and A > d.
    now, change = values
    if now.low <= 0 or EXACT.subtract(now.low, change.high) <= 0:
        return None
    low = EXACT.divide(change.low, EXACT.subtract(now.high, change.low))
    high = EXACT.divide(change.high, EXACT.subtract(now.low, change.high))
    falls = change.low < 0
    if falls:  # for d < 0: d/(A − d) falls in size with A, so rises towards zero
        low = EXACT.divide(change.low, EXACT.subtract(now.low, change.low))
    if change.high < 0:
        high = EXACT.divide(change.high, EXACT.subtract(now.high, change.high))
    low_open = change.low_open or (now.low_open if falls else now.high_open)
    high_open = change.high_open or (now.high_open if change.high < 0 else now.low_open)
    return Interval(min(low, high), max(low, high), low_open, high_open)


def _decrease_rate(values: Values, _: Values) -> Decimal | None:
    """The rate of a fall from now and the (positive) fall: d/(now + d)."""
    now, fall = values
    return quotient((fall, EXACT.add(now, fall)), ())


def _decrease_rate_interval(values: Intervals, _: Values) -> Interval | None:
    now, fall = values
    return rising_falling(fall, now, lambda d, a: (d, EXACT.add(a, d)))


def base_rate(values: Values, _: Values) -> Decimal | None:
    """Growth from now and base: now/base − 1."""
    times = quotient(values, ())
    return None if times is None else EXACT.subtract(times, Decimal(1))


def base_rate_interval(values: Intervals, _: Values) -> Interval | None:
    """What the printed figures allow."""
    times = divide(values[0], values[1])
    return None if times is None else times + Interval.exact(Decimal(-1))


def _excess_rate(values: Values, _: Values) -> Decimal | None:
    """Done ÷ plan with plan = done − excess: a/(a − d)."""
    growth = change_rate(values, ())
    return None if growth is None else EXACT.add(growth, Decimal(1))


def _excess_rate_interval(values: Intervals, _: Values) -> Interval | None:
    growth = change_rate_interval(values, ())
    return None if growth is None else growth + Interval.exact(Decimal(1))


FORMULAS = (
    Formula(
        "change_rate",
        change_rate,
        change_rate_interval,
        lambda p, _: f"{p[1]} / ({p[0]} − {p[1]})",
        truncates=True,
        divides=True,
    ),
    Formula(
        "excess_rate",
        _excess_rate,
        _excess_rate_interval,
        lambda p, _: f"{p[0]} / ({p[0]} − {p[1]})",
        truncates=True,
        divides=True,
    ),
    Formula(
        "decrease_rate",
        _decrease_rate,
        _decrease_rate_interval,
        lambda p, _: f"{p[1]} / ({p[0]} + {p[1]})",
        truncates=True,
        divides=True,
    ),
    Formula(
        "base_rate",
        base_rate,
        base_rate_interval,
        lambda p, _: f"({p[0]} − {p[1]}) / {p[1]}",
        truncates=True,
        divides=True,
    ),
)
