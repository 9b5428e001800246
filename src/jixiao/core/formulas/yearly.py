"""Average annual growth, from the growth of several years or from amounts; progress against the calendar."""

from collections.abc import Sequence
from decimal import Decimal

from jixiao.core.formulas.changing import base_rate, base_rate_interval
from jixiao.core.formulas.formula import Formula, Intervals, Values
from jixiao.core.interval import EXACT, Interval, round_half_up


def _annual_rate(values: Values, constants: Values) -> Decimal | None:
    """Average annual growth from the total growth over n years: (1+R)^(1/n) − 1."""
    base = EXACT.add(values[0], Decimal(1))
    if base <= 0 or not constants or constants[0] <= 0:
        return None
    return EXACT.subtract(EXACT.power(base, EXACT.divide(Decimal(1), constants[0])), Decimal(1))


def _annual_rate_interval(values: Intervals, constants: Values) -> Interval | None:
    low, high = _annual_rate((values[0].low,), constants), _annual_rate((values[0].high,), constants)
    return (
        None if low is None or high is None else Interval(low, high, values[0].low_open, values[0].high_open)
    )


def _annual_from_amounts(values: Values, constants: Values) -> Decimal | None:
    growth = base_rate(values, ())
    return None if growth is None else _annual_rate((growth,), constants)


def _annual_from_amounts_interval(values: Intervals, constants: Values) -> Interval | None:
    growth = base_rate_interval(values, ())
    return None if growth is None else _annual_rate_interval((growth,), constants)


def _progress_text(printed: Sequence[str], constants: Sequence[Decimal]) -> str:
    """What was done less what the calendar asks for; where it lags behind, the other way round."""
    calendar = f"{round_half_up(EXACT.multiply(abs(constants[0]), Decimal(100)), 2):f}%"
    done = f"{printed[0].strip('(-)')}%"
    return f"{done} − {calendar}" if constants[0] > 0 else f"{calendar} − {done}"


FORMULAS = (
    Formula(
        "annual_rate",
        _annual_rate,
        _annual_rate_interval,
        lambda p, c: f"(1 + {p[0]}%)^(1/{c[0]:f}) − 1",
        truncates=True,
        divides=True,
    ),
    Formula(
        "annual_from_amounts",
        _annual_from_amounts,
        _annual_from_amounts_interval,
        lambda p, c: f"({p[0]} / {p[1]})^(1/{c[0]:f}) − 1",
        truncates=True,
        divides=True,
    ),
    Formula(
        "progress",
        lambda v, c: EXACT.subtract(v[0], c[0]),
        lambda v, c: v[0] - Interval.exact(c[0]),
        _progress_text,
        truncates=True,
        divides=True,
    ),
)
