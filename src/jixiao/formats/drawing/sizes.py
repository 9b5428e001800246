"""How tall a chart is and how its labels stand, for a given width; all in millimetres and points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from jixiao.formats.drawing.text import POINT, even, width, wrap

if TYPE_CHECKING:
    from jixiao.formats.drawing.data import ChartData

TITLE_SIZE: Final = 12.0
TEXT_SIZE: Final = 10.5
LABEL_SIZE: Final = 9.0
SMALL_LABEL_SIZE: Final = 8.0
MARGIN: Final = 3.0
VALUE_AXIS: Final = 16.0
"""Room for the numbers of the value axis."""
PIE_RADIUS: Final = 24.0
PIE_GAP: Final = 1.5
"""Between the pie and its labels."""
WIDTH: Final = 156.0
"""Of the text on an official page."""
LINE: Final = 1.25
"""Height of a line of text in sizes of its characters."""

_TIGHT: Final = 1.1
"""The same for digits, which have no parts below the line."""

_USUAL_HEIGHT: Final = 82.0
_PIE_HEIGHT: Final = 82.0
_LOW_PIE_HEIGHT: Final = 68.0
"""With one or two labels, which stand at the sides."""
_LABEL_HEIGHT: Final = 9.0
"""Of a pie's label: a name on one line, and its share below."""
_AROUND_LABELS: Final = 18.0
_TALLEST: Final = 200.0
_BAR: Final = 7.0
_AIR: Final = 0.5
_MOST_CATEGORY_LINES: Final = 4
_FEW: Final = 6


@dataclass(frozen=True, slots=True)
class Labels:
    """``flat`` as text is read, ``upright`` turned a quarter, ``last`` one for each series, or ``none``."""

    shown: Literal["flat", "upright", "last", "none"]
    size: float = LABEL_SIZE


def gap_width(data: ChartData) -> int:
    """The room between groups of columns in percent of a column: few columns need not be fat."""
    count = len(data.categories) * len(data.series)
    return 150 if count <= 4 else 100 if count <= 12 else 60


def pitch(data: ChartData, plot: float) -> float:
    """From one column to the next of a group, along an axis of this length."""
    return plot / len(data.categories) / (len(data.series) + gap_width(data) / 100)


def name_lines(name: str, wide: float) -> tuple[str, ...]:
    """The name of a slice as it stands beside the pie in a chart of this width."""
    return even(name, int((wide / 2 - PIE_RADIUS - 2 * PIE_GAP - MARGIN) / (LABEL_SIZE * POINT / 2)))


def _pie_height(data: ChartData) -> float:
    """All labels but one may stand at one side; each counts with the lines of its name."""
    shown = [name for name, value in zip(data.categories, data.series[0].values, strict=True) if value]
    if len(shown) <= 2:
        return _LOW_PIE_HEIGHT
    more = (len(name_lines(name, WIDTH)) - 1 for name in shown)
    labels = _LABEL_HEIGHT * (len(shown) - 1) + sum(more) * LABEL_SIZE * POINT * LINE
    return min(max(_PIE_HEIGHT, _AROUND_LABELS + labels), _TALLEST)


def height(data: ChartData) -> float:
    """The height that suits the chart, at the usual width."""
    if data.look.kind == "pie":
        return _pie_height(data)
    if data.look.kind == "bar":
        bars = len(data.categories) * (len(data.series) + gap_width(data) / 100)
        return min(max(24 + bars * _BAR, 50.0), _TALLEST)
    return _USUAL_HEIGHT


def labels(data: ChartData, wide: float) -> Labels:
    """How the values stand at their columns, bars or points in a chart of this width."""
    if data.look.kind == "bar":
        fits = height(data) < _TALLEST
        return Labels("flat") if fits else Labels("none")
    widest = max((text for one in data.series for text in data.texts(one)), key=len, default="")
    plot = wide - VALUE_AXIS - 2 * MARGIN
    room = pitch(data, plot) if data.look.kind == "column" else plot / len(data.categories)
    if data.look.kind == "line" and len(data.series) > 1:
        return _of_lines(data, widest, room)
    for size in (LABEL_SIZE, SMALL_LABEL_SIZE):
        if width(widest, size) + _AIR <= room:
            return Labels("flat", size)
    for size in (LABEL_SIZE, SMALL_LABEL_SIZE):
        if room >= size * POINT * _TIGHT:
            return Labels("upright", size)
    return Labels("none")


def _of_lines(data: ChartData, widest: str, room: float) -> Labels:
    """Labels of several lines cross other lines: two short ones bear them, two long ones at their end."""
    if len(data.series) > 2:
        return Labels("none")
    short = len(data.categories) <= _FEW and width(widest, LABEL_SIZE) + _AIR <= room
    return Labels("flat" if short else "last")


def upper(data: ChartData) -> int:
    """The series that lies above the others in most places: its labels stand above, theirs below."""
    sums = [sum(value for value in one.values if value is not None) for one in data.series]
    return sums.index(max(sums))


def category_lines(data: ChartData, wide: float) -> int:
    """The lines that the longest name of a category takes below the axis; 0 where they do not fit so."""
    room = (wide - VALUE_AXIS - 2 * MARGIN) / len(data.categories) - _AIR
    most = int(room / (TEXT_SIZE * POINT / 2))
    if most < 2:
        return 0
    lines = max(len(wrap(name, most)) for name in data.categories)
    return lines if lines <= _MOST_CATEGORY_LINES else 0
