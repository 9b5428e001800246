"""What was done of all plans: (a + b + …)/(p + q + …); values are all amounts, then all plans."""

from collections.abc import Sequence
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


def _joint(values: Values, _: Values) -> Decimal | None:
    middle = len(values) // 2
    return quotient((total(values[:middle], ()), total(values[middle:], ())), ())


def _joint_interval(values: Intervals, _: Values) -> Interval | None:
    middle = len(values) // 2
    return divide(total_interval(values[:middle], ()), total_interval(values[middle:], ()))


def _joint_text(parts: Sequence[str], _: Values) -> str:
    middle = len(parts) // 2
    return f"({joined(parts[:middle], '+')}) / ({joined(parts[middle:], '+')})"


FORMULAS = (Formula("joint", _joint, _joint_interval, _joint_text, truncates=True, divides=True),)
