"""The boxes and arrows of a diagram as SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.drawing.palette import BOX, OUTLINE
from jixiao.formats.drawing.sizes import LINE
from jixiao.formats.drawing.svg_parts import line, rectangle, shape, text
from jixiao.formats.drawing.text import POINT

if TYPE_CHECKING:
    from jixiao.formats.drawing.sketch import Box, Sketch, Stroke

_HEAD: Final = 2.4
"""Length of the head of an arrow."""


def boxes(sketch: Sketch) -> str:
    """Everything in the sketch."""
    return "".join((*map(_stroke, sketch.strokes), *(_box(box, sketch.size) for box in sketch.boxes)))


def _box(box: Box, size: float) -> str:
    pitch = size * POINT * LINE
    first = box.centre - pitch * (len(box.lines) - 1) / 2
    words = (text(box.middle, first + pitch * at, one, size) for at, one in enumerate(box.lines))
    return rectangle(box.x, box.y, box.wide, box.tall, BOX) + "".join(words)


def _stroke(stroke: Stroke) -> str:
    drawn = line(stroke.x, stroke.y, stroke.to_x, stroke.to_y, OUTLINE, 0.26)
    if not stroke.arrow:
        return drawn
    right = (stroke.to_x > stroke.x) - (stroke.to_x < stroke.x)
    down = 0 if right else (stroke.to_y > stroke.y) - (stroke.to_y < stroke.y)
    x, y, half = stroke.to_x - right * _HEAD, stroke.to_y - down * _HEAD, _HEAD / 3
    corners = (
        (stroke.to_x, stroke.to_y),
        (x - down * half, y + right * half),
        (x + down * half, y - right * half),
    )
    return drawn + shape("M" + "L".join(f"{a:.2f} {b:.2f}" for a, b in corners) + "Z", OUTLINE)
