"""Where the slices of a pie lie and where their labels stand so that none covers another.

Angles are in degrees, clockwise from the top; lengths in millimetres with y downwards.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from jixiao.formats.drawing.sizes import LABEL_SIZE, LINE, MARGIN, PIE_GAP, PIE_RADIUS, name_lines
from jixiao.formats.drawing.text import POINT, width

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.formats.drawing.data import ChartData

TOP: Final = 12.0
"""Where the title ends."""
_SMALL: Final = 36.0
"""Degrees: a slice whose label is taller than its arc."""
_UPRIGHT: Final = math.sin(math.radians(5))
_AIR: Final = 0.8
_UNMOVED: Final = 0.1


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice that is not zero: ``index`` of its category, where it begins and ends, and its label.

    The label's middle is at ``x``, ``y``; ``usual_x`` and ``usual_y`` are where an office program puts it by
    itself, outside beside the middle of the arc.
    """

    index: int
    start: float
    end: float
    lines: tuple[str, ...]
    wide: float
    tall: float
    x: float
    y: float
    usual_x: float
    usual_y: float

    @property
    def moved(self) -> bool:
        """Whether the label stands elsewhere than usual."""
        return max(abs(self.x - self.usual_x), abs(self.y - self.usual_y)) > _UNMOVED


@dataclass(frozen=True, slots=True)
class Pie:
    """The circle, the angle at which the first category begins, and the slices."""

    x: float
    y: float
    radius: float
    first: float
    slices: tuple[Slice, ...]


def lay_out(data: ChartData, wide: float, tall: float) -> Pie:
    """The pie of the first series in a chart of this size."""
    series = data.series[0]
    x, y = wide / 2, (tall + TOP - MARGIN) / 2
    sizes = [(index, abs(value)) for index, value in enumerate(series.values) if value]
    arcs = _arcs(sizes)
    first = _first(arcs)
    shares = data.shares(series)
    slices = [
        _usual(
            index,
            start + first,
            end + first,
            (*name_lines(data.categories[index], wide), shares[index]),
            (x, y),
        )
        for index, start, end in arcs
    ]
    return Pie(x, y, PIE_RADIUS, first % 360, tuple(_apart(slices, (x, y), (TOP, tall - MARGIN))))


def _arcs(sizes: list[tuple[int, Decimal]]) -> list[tuple[int, float, float]]:
    whole = sum(size for _, size in sizes)
    arcs: list[tuple[int, float, float]] = []
    before = 0.0
    for index, size in sizes:
        after = before + float(size / whole * 360)
        arcs.append((index, before, after))
        before = after
    return arcs


def _first(arcs: list[tuple[int, float, float]]) -> float:
    """The angle of the first slice: labels have room at the sides.

    So a whole or the greater of two slices is turned to the left, and small slices to the right.
    """
    if len(arcs) == 1:
        return 270.0
    if len(arcs) == 2:
        _, start, end = max(arcs, key=lambda arc: arc[2] - arc[1])
        return float(round(270 - (start + end) / 2)) % 360
    small = [(start + end) / 2 for _, start, end in arcs if end - start < _SMALL]
    if not small:
        return 0.0
    along = sum(math.sin(math.radians(angle)) for angle in small)
    across = sum(math.cos(math.radians(angle)) for angle in small)
    if math.hypot(along, across) < 0.1:
        return 0.0
    return float(round(90 - math.degrees(math.atan2(along, across)))) % 360


def _usual(
    index: int, start: float, end: float, lines: tuple[str, ...], centre: tuple[float, float]
) -> Slice:
    wide = max(width(line, LABEL_SIZE) for line in lines)
    tall = len(lines) * LABEL_SIZE * POINT * LINE
    middle = math.radians((start + end) / 2)
    right, down = math.sin(middle), -math.cos(middle)
    x = centre[0] + right * (PIE_RADIUS + PIE_GAP) + _towards(right) * wide / 2
    y = centre[1] + down * (PIE_RADIUS + PIE_GAP) + _towards(down) * tall / 2
    return Slice(index, start, end, lines, wide, tall, x, y, x, y)


def _towards(part: float) -> float:
    """-1, 0 or 1: labels touch the circle by a corner, those right beside, above or below by an edge.

    The edge is what LibreOffice takes within five degrees; a label is moved from where it would stand.
    """
    return 0.0 if abs(part) <= _UPRIGHT else math.copysign(1.0, part)


def _apart(slices: list[Slice], centre: tuple[float, float], limits: tuple[float, float]) -> list[Slice]:
    """Labels of either side are moved up and down until none touches its neighbour, then off the middle."""
    moved: dict[int, float] = {}
    for side in (True, False):
        column = sorted((one for one in slices if (one.x >= centre[0]) is side), key=lambda one: one.y)
        places = _spread([(one.y, one.tall + _AIR) for one in column], limits)
        moved.update({one.index: y for one, y in zip(column, places, strict=True)})
    return _off_the_middle([_at(one, moved[one.index], centre) for one in slices], centre[0])


def _off_the_middle(slices: list[Slice], middle: float) -> list[Slice]:
    """Labels that reach across the middle and cover one of the other side go to their own side.

    They stay at their height, so they meet none of their own side, and move away from the circle.
    """
    crossing = {
        one.index
        for left, right in product(
            [one for one in slices if one.x < middle], [one for one in slices if one.x >= middle]
        )
        if right.x - left.x < (left.wide + right.wide) / 2
        and abs(right.y - left.y) < (left.tall + right.tall) / 2
        for one in (left, right)
    }
    return [_beside(one, middle) if one.index in crossing else one for one in slices]


def _beside(one: Slice, middle: float) -> Slice:
    """The label wholly on its side of the middle."""
    reach = one.wide / 2 + _AIR
    return replace(one, x=max(one.x, middle + reach) if one.x >= middle else min(one.x, middle - reach))


def _spread(wanted: list[tuple[float, float]], limits: tuple[float, float]) -> list[float]:
    """The middles of boxes, given wanted middles and heights from the top down, so that none overlaps."""
    runs: list[list[tuple[float, float]]] = []
    for box in wanted:
        runs.append([box])
        while len(runs) > 1 and _end(runs[-2], limits) > _begin(runs[-1], limits):
            last = runs.pop()
            runs[-1] += last
    places: list[float] = []
    for run in runs:
        at = _begin(run, limits)
        for _, tall in run:
            places.append(at + tall / 2)
            at += tall
    return places


def _begin(run: list[tuple[float, float]], limits: tuple[float, float]) -> float:
    """Where a run of boxes that touch begins, so that on average they are where they want to be."""
    total = sum(tall for _, tall in run)
    before = 0.0
    wish = 0.0
    for middle, tall in run:
        wish += middle - before - tall / 2
        before += tall
    return max(limits[0], min(wish / len(run), limits[1] - total))


def _end(run: list[tuple[float, float]], limits: tuple[float, float]) -> float:
    return _begin(run, limits) + sum(tall for _, tall in run)


def _at(one: Slice, y: float, centre: tuple[float, float]) -> Slice:
    """The slice with its label at this height, as far aside as the circle there demands."""
    if abs(y - one.usual_y) <= _UNMOVED:
        return one
    nearest = max(abs(y - centre[1]) - one.tall / 2, 0.0)
    reach = PIE_RADIUS + PIE_GAP
    beside = math.sqrt(max(reach**2 - nearest**2, 0.0)) + one.wide / 2
    x = max(one.x, centre[0] + beside) if one.x >= centre[0] else min(one.x, centre[0] - beside)
    return replace(one, x=x, y=y)
