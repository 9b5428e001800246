"""Steps in rows, each joined to the next by an arrow; every second row runs back to keep arrows short."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jixiao.formats.drawing.sizes import TEXT_SIZE
from jixiao.formats.drawing.sketch import Box, Sketch, Stroke, box_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARROW: Final = 7.2
_LINES: Final = (16, 20, 26, 36, 60)
"""Half widths of a line in a box: wider boxes for longer texts."""
_MOST_LINES: Final = 4


def flow(texts: Sequence[str], wide: float) -> Sketch:
    """The steps in as few rows as fit, about the same number in each."""
    boxes = _alike(texts, wide)
    across, tall = boxes[0].wide, boxes[0].tall
    fit = max(int((wide + _ARROW) / (across + _ARROW)), 1)
    rows = -(-len(boxes) // fit)
    fit = -(-len(boxes) // rows)
    placed: list[Box] = []
    for number, box in enumerate(boxes):
        row, step = divmod(number, fit)
        column = step if row % 2 == 0 else fit - 1 - step
        placed.append(replace(box, x=column * (across + _ARROW), y=row * (tall + _ARROW)))
    strokes = tuple(_arrow(one, other) for one, other in pairwise(placed))
    whole = fit * (across + _ARROW) - _ARROW
    return Sketch(whole, rows * (tall + _ARROW) - _ARROW, TEXT_SIZE, tuple(placed), strokes)


def _alike(texts: Sequence[str], wide: float) -> list[Box]:
    """Boxes of one size, the narrowest in which no text takes more than a few lines."""
    boxes: list[Box] = []
    for most in _LINES:
        boxes = [box_of(text, most) for text in texts]
        if max(len(box.lines) for box in boxes) <= _MOST_LINES:
            break
    across = min(max(box.wide for box in boxes), wide)
    tall = max(box.tall for box in boxes)
    return [replace(box, wide=across, tall=tall) for box in boxes]


def _arrow(one: Box, other: Box) -> Stroke:
    if one.y != other.y:
        return Stroke(one.middle, one.bottom, other.middle, other.y, arrow=True)
    if one.x < other.x:
        return Stroke(one.x + one.wide, one.centre, other.x, other.centre, arrow=True)
    return Stroke(one.x, one.centre, other.x + other.wide, other.centre, arrow=True)
