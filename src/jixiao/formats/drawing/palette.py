"""Fills and strokes that stay apart in black and white: neighbours differ in lightness, all have outlines."""

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line chart draws a series; colours as RRGGBB."""

    colour: str
    dash: Literal["solid", "dash", "sysDot", "dashDot"]
    marker: Literal["circle", "square", "triangle", "diamond"]
    inside: str


OUTLINE: Final = "1F3864"
GRID: Final = "D9D9D9"
AXIS: Final = "7F7F7F"
INK: Final = "000000"
BOX: Final = "F2F6FB"

_FILLS: Final = ("1F4E79", "BDD7EE", "2E75B6", "FFFFFF", "7F7F7F", "DEEBF7", "44546A", "D9D9D9")
_SLICES: Final = ("2E75B6", "DEEBF7", "9DC3E6", "FFFFFF", "1F4E79", "D9D9D9", "7F7F7F", "BDD7EE")
_LINES: Final = (
    LineStyle("1F4E79", "solid", "circle", "1F4E79"),
    LineStyle("2E75B6", "dash", "square", "FFFFFF"),
    LineStyle("7F7F7F", "sysDot", "triangle", "7F7F7F"),
    LineStyle("000000", "dashDot", "diamond", "FFFFFF"),
)


def series_fill(number: int) -> str:
    """The fill of the columns or bars of a series, counted from 0."""
    return _FILLS[number % len(_FILLS)]


def slice_fill(number: int) -> str:
    """The fill of a slice of a pie, counted from 0 among those that are not zero."""
    return _SLICES[number % len(_SLICES)]


def line_style(number: int) -> LineStyle:
    """The stroke of a series of a line chart, counted from 0."""
    return _LINES[number % len(_LINES)]
