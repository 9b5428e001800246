"""The points of an indicator in proportion to its target, full marks at most.

Values are the full mark, the actual value and the target. Where more is better: full × actual ÷ target;
where less is better: full × target ÷ actual.
"""

from collections.abc import Sequence
from decimal import Decimal

from jixiao.core.formulas.formula import Formula
from jixiao.core.interval import EXACT, Interval


def more(values: Sequence[Decimal], _: Sequence[Decimal]) -> Decimal | None:
    """Points where the target is a lower limit; None where it is zero or anything is negative."""
    full, actual, target = values
    return _points(full, actual, target)


def less(values: Sequence[Decimal], _: Sequence[Decimal]) -> Decimal | None:
    """Points where the target is an upper limit; None where it is zero or anything is negative."""
    full, actual, target = values
    if actual == 0 and target > 0 and full >= 0:
        return full
    return _points(full, target, actual)


def more_interval(values: Sequence[Interval], _: Sequence[Decimal]) -> Interval | None:
    """What the printed figures allow."""
    full, actual, target = values
    return _range(full, actual, target)


def less_interval(values: Sequence[Interval], _: Sequence[Decimal]) -> Interval | None:
    """What the printed figures allow."""
    full, actual, target = values
    if actual.high == 0 and target.low > 0 and full.low >= 0:
        return full
    return _range(full, target, actual)


def more_text(parts: Sequence[str], _: Sequence[Decimal]) -> str:
    """How it is written with printed figures."""
    full, actual, target = parts
    return f"{full} × min(1, {actual} / {target})"


def less_text(parts: Sequence[str], _: Sequence[Decimal]) -> str:
    """How it is written with printed figures."""
    full, actual, target = parts
    return f"{full} × min(1, {target} / {actual})"


def _points(full: Decimal, top: Decimal, bottom: Decimal) -> Decimal | None:
    if full < 0 or bottom <= 0 or top < 0:
        return None
    return full if top >= bottom else EXACT.divide(EXACT.multiply(full, top), bottom)


def _range(full: Interval, top: Interval, bottom: Interval) -> Interval | None:
    low, high = _points(full.low, top.low, bottom.high), _points(full.high, top.high, bottom.low)
    return None if low is None or high is None else Interval(low, high)


FORMULAS = (
    Formula("points_more", more, more_interval, more_text, truncates=True, divides=True),
    Formula("points_less", less, less_interval, less_text, truncates=True, divides=True),
)
