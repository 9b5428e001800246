"""Boxes and lines of a diagram, laid out: what writers of formats draw."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jixiao.formats.drawing.sizes import LINE, TEXT_SIZE
from jixiao.formats.drawing.text import POINT, even, width

PADDING = 1.8
"""Millimetres between the frame of a box and its text."""


@dataclass(frozen=True, slots=True)
class Box:
    """A frame with text in its middle; millimetres from the top left corner of the sketch."""

    text: str
    lines: tuple[str, ...]
    x: float
    y: float
    wide: float
    tall: float

    @property
    def middle(self) -> float:
        """Half way from left to right."""
        return self.x + self.wide / 2

    @property
    def centre(self) -> float:
        """Half way from top to bottom."""
        return self.y + self.tall / 2

    @property
    def bottom(self) -> float:
        """Where the frame ends."""
        return self.y + self.tall


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, level or upright, with an arrow at its end or without."""

    x: float
    y: float
    to_x: float
    to_y: float
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Sketch:
    """A diagram of this size; ``size`` is that of the text in points."""

    wide: float
    tall: float
    size: float
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]

    def reduced(self, most: float) -> Sketch:
        """The same, made smaller as a whole where it is taller than this."""
        if self.tall <= most:
            return self
        by = most / self.tall
        boxes = (
            replace(box, x=box.x * by, y=box.y * by, wide=box.wide * by, tall=box.tall * by)
            for box in self.boxes
        )
        strokes = (
            replace(one, x=one.x * by, y=one.y * by, to_x=one.to_x * by, to_y=one.to_y * by)
            for one in self.strokes
        )
        return Sketch(self.wide * by, most, self.size * by, tuple(boxes), tuple(strokes))


def box_of(text: str, most: int) -> Box:
    """A box around text that is broken into lines of at most ``most`` half widths."""
    lines = even(text, most)
    wide = max(width(line, TEXT_SIZE) for line in lines)
    tall = len(lines) * TEXT_SIZE * POINT * LINE
    return Box(text, lines, 0, 0, wide + 2 * PADDING, tall + 2 * PADDING)
