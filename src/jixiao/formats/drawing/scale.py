"""The axis of values: round numbers from below the least to above the greatest value."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.formats.drawing.sizes import Labels, height
from jixiao.formats.drawing.text import width

if TYPE_CHECKING:
    from jixiao.formats.drawing.data import ChartData

_STEPS: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_INTERVALS: Final = 6
_AROUND: Final = 32.0
"""Millimetres of a chart's height that title, names and legend take."""
_GAP: Final = 2.0
_CLOSE: Final = 5 / 6
"""A line whose least value is nearer to the greatest than this need not begin at zero,"""
_FLAT: Final = 1e-6
"""unless it is level."""


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``low`` to ``high``, with a number and a line at each ``step``."""

    low: float
    high: float
    step: float

    def ticks(self) -> list[float]:
        """The numbers at the axis."""
        count = round((self.high - self.low) / self.step)
        return [self.low + self.step * number for number in range(count + 1)]

    def part(self, value: float) -> float:
        """Where a value lies, 0 at the low end and 1 at the high end."""
        return (value - self.low) / (self.high - self.low)


def scale(data: ChartData, labels: Labels) -> Scale:
    """The axis for the values of a chart with room for their labels."""
    values = [float(value) for value in data.values()] or [0.0]
    low, high = min(values), max(values)
    near = data.look.kind == "line" and 0 < high * _CLOSE < low and high - low > high * _FLAT
    if not near:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = 1.0
    span = high - low
    low -= span * _room(data, labels, negative=True) if low < 0 else 0
    high += span * _room(data, labels, negative=False) if high > 0 else 0
    step = _step((high - low) / _INTERVALS)
    return Scale(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step)


def number(value: float) -> str:
    """A number at the axis without what is only binary noise."""
    text = f"{value:.10f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _room(data: ChartData, labels: Labels, *, negative: bool) -> float:
    """What part of the values' span labels need beyond the longest column, above or below."""
    if labels.shown in ("none", "last"):
        return 0.02
    if data.look.kind == "bar":
        return 0.08
    if labels.shown == "flat":
        return 0.06
    texts = (text for one in data.series for text in data.texts(one) if text.startswith("-") is negative)
    longest = max((width(text, labels.size) for text in texts), default=0.0)
    taken = (longest + _GAP) / (height(data) - _AROUND)
    return min(taken / (1 - min(taken, 0.6)), 1.0)


def _step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next((times * power for times in _STEPS if times * power >= least * (1 - 1e-9)), 10 * power)
