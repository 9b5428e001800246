"""Sums, differences, what is left of a whole, and a figure that equals another."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from jixiao.core.formulas.formula import Formula, Intervals, Values, joined, total, total_interval
from jixiao.core.interval import EXACT, Interval


def _difference(values: Values, constants: Values) -> Decimal:
    return EXACT.subtract(values[0], total(values[1:], constants))


def _difference_interval(values: Intervals, constants: Values) -> Interval:
    return values[0] - total_interval(values[1:], constants)


def _rest_text(parts: Sequence[str], whole: Decimal) -> str:
    """100% − 40% of a whole of one, 100 − 40 of a hundred points."""
    return (
        " − ".join(f"{part}%" for part in ("100", *parts))
        if whole == 1
        else joined([f"{whole:f}", *parts], "−")
    )


def _count_text(parts: Sequence[str], constants: Values) -> str:
    return f"{constants[0]:f}" if constants else _plus(parts, constants)


def _plus(parts: Sequence[str], constants: Values) -> str:
    exact = [f"{constant:f}" for constant in constants]
    texts = [*exact, *parts] if parts and parts[0].startswith("(-") else [*parts, *exact]
    text = texts[0] if texts else "0"
    for _, part in pairwise(texts):
        text += f" − {part[2:-1]}" if part.startswith("(-") else f" + {part}"
    return text


FORMULAS = (
    Formula("sum", total, total_interval, _plus, adds=True),
    Formula("difference", _difference, _difference_interval, lambda p, _: joined(p, "−"), adds=True),
    Formula(
        "rest",
        lambda v, c: EXACT.subtract(c[0], total(v, ())),
        lambda v, c: Interval.exact(c[0]) - total_interval(v, ()),
        lambda p, c: _rest_text(p, c[0]),
        adds=True,
    ),
    Formula("equal", lambda v, _: v[0], lambda v, _: v[0], lambda p, _: p[0], truncates=True, adds=True),
    Formula("constant", lambda _, c: c[0], lambda _, c: Interval.exact(c[0]), _count_text, adds=True),
)
