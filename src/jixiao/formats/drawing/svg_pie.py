"""A pie as SVG: the first series, names and shares at the slices."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from jixiao.formats.drawing.palette import AXIS, slice_fill
from jixiao.formats.drawing.pie import Pie, Slice, lay_out
from jixiao.formats.drawing.sizes import LABEL_SIZE, LINE
from jixiao.formats.drawing.svg_parts import line, shape, text
from jixiao.formats.drawing.text import POINT

if TYPE_CHECKING:
    from jixiao.formats.drawing.data import ChartData

_PITCH = LABEL_SIZE * POINT * LINE


def slices(data: ChartData, wide: float, tall: float) -> str:
    """The slices and their labels, with lines to labels that were moved away."""
    pie = lay_out(data, wide, tall)
    return "".join(
        shape(_path(pie, one), slice_fill(number)) + _leader(pie, one) + _label(data, one)
        for number, one in enumerate(pie.slices)
    )


def _path(pie: Pie, one: Slice) -> str:
    radius = f"{pie.radius:.2f}"
    if len(pie.slices) == 1:  # an arc that ends where it begins would not be drawn
        half = f"a{radius} {radius} 0 1 0"
        return f"M{pie.x - pie.radius:.2f} {pie.y:.2f}{half} {2 * pie.radius} 0{half} {-2 * pie.radius} 0Z"
    start, end = _point(pie, one.start, pie.radius), _point(pie, one.end, pie.radius)
    large = int(one.end - one.start > 180)
    return (
        f"M{pie.x:.2f} {pie.y:.2f}L{start[0]:.2f} {start[1]:.2f}"
        f"A{radius} {radius} 0 {large} 1 {end[0]:.2f} {end[1]:.2f}Z"
    )


def _point(pie: Pie, angle: float, radius: float) -> tuple[float, float]:
    turned = math.radians(angle)
    return pie.x + radius * math.sin(turned), pie.y - radius * math.cos(turned)


def _leader(pie: Pie, one: Slice) -> str:
    if not one.moved:
        return ""
    x, y = _point(pie, (one.start + one.end) / 2, pie.radius)
    edge = one.x - one.wide / 2 - 0.5 if one.x >= pie.x else one.x + one.wide / 2 + 0.5
    return line(x, y, edge, one.y, AXIS)


def _label(data: ChartData, one: Slice) -> str:
    """The name in lines, below it the share."""
    first = one.y - _PITCH * (len(one.lines) - 1) / 2
    *names, share = one.lines
    lines = [*(data.name(one.index, words) for words in names), data.share(one.index, share)]
    return "".join(text(one.x, first + _PITCH * at, line, LABEL_SIZE) for at, line in enumerate(lines))
