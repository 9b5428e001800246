"""Boxes under the box that leads them, from the top down; where that is too wide, as an outline."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from jixiao.formats.drawing.sizes import TEXT_SIZE
from jixiao.formats.drawing.sketch import Box, Sketch, Stroke, box_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.look import Node

_BESIDE: Final = 4.0
_BETWEEN: Final = 10.0
_OUTLINE_BETWEEN: Final = 2.5
_INDENT: Final = 12.0
_HANDLE: Final = 5.0
"""Where the line of an outline leaves its box, from the left."""
_LINES: Final = (24, 20, 16, 14, 12, 10, 8, 6, 4, 2)
"""Half widths of a line in a box: narrower, at last upright, where many boxes stand side by side."""
_OUTLINE_LINE: Final = 60


@dataclass(slots=True)
class _Branch:
    text: str
    depth: int
    below: list[_Branch] = field(default_factory=list)
    box: Box = field(init=False)
    span: float = 0.0


def tree(nodes: Sequence[Node], wide: float, *, arrows: bool = False) -> Sketch:
    """The boxes of a tree; ``arrows`` lead down."""
    roots = _branches(nodes)
    for most in _LINES:
        whole = sum(_measure(root, most) for root in roots) + _BESIDE * (len(roots) - 1)
        if whole <= wide:
            return _from_the_top(roots, whole, arrows=arrows)
    return _outline(roots, arrows=arrows)


def _branches(nodes: Sequence[Node]) -> list[_Branch]:
    """The roots. A node under itself, or under one that does not come before it, is a root."""
    made: list[_Branch] = []
    roots: list[_Branch] = []
    for node in nodes:
        above = made[node.under] if node.under is not None and 0 <= node.under < len(made) else None
        branch = _Branch(node.text, 0 if above is None else above.depth + 1)
        (roots if above is None else above.below).append(branch)
        made.append(branch)
    return roots


def _measure(branch: _Branch, most: int) -> float:
    """Set boxes and spans from the leaves up; a box that leads others may be as wide as they are."""
    below = sum(_measure(one, most) for one in branch.below) + _BESIDE * max(len(branch.below) - 1, 0)
    branch.box = box_of(branch.text, most)
    for allowed in (width for width in reversed(_LINES) if width > most):
        wider = box_of(branch.text, allowed)
        if wider.wide <= below:
            branch.box = wider
    branch.span = max(below, branch.box.wide)
    return branch.span


def _from_the_top(roots: list[_Branch], whole: float, *, arrows: bool) -> Sketch:
    every = _all(roots)
    heights = [
        max(branch.box.tall for branch in every if branch.depth == depth)
        for depth in range(max(branch.depth for branch in every) + 1)
    ]
    tops = [sum(heights[:depth]) + _BETWEEN * depth for depth in range(len(heights))]
    _place(roots, 0.0, tops, heights)
    strokes = [stroke for branch in every for stroke in _down(branch, arrows=arrows)]
    boxes = tuple(branch.box for branch in every)
    return Sketch(whole, tops[-1] + heights[-1], TEXT_SIZE, boxes, tuple(strokes))


def _place(branches: list[_Branch], left: float, tops: list[float], heights: list[float]) -> None:
    for branch in branches:
        below = sum(one.span for one in branch.below) + _BESIDE * max(len(branch.below) - 1, 0)
        _place(branch.below, left + (branch.span - below) / 2, tops, heights)
        if branch.below:
            middle = (branch.below[0].box.middle + branch.below[-1].box.middle) / 2
            middle = min(max(middle, left + branch.box.wide / 2), left + branch.span - branch.box.wide / 2)
        else:
            middle = left + branch.span / 2
        branch.box = replace(
            branch.box,
            x=middle - branch.box.wide / 2,
            y=tops[branch.depth],
            tall=heights[branch.depth],
        )
        left += branch.span + _BESIDE


def _down(branch: _Branch, *, arrows: bool) -> list[Stroke]:
    """From a box down to a bar over those below it, and from the bar to each."""
    if not branch.below:
        return []
    box, below = branch.box, [one.box for one in branch.below]
    if len(below) == 1 and abs(below[0].middle - box.middle) < 0.01:
        return [Stroke(box.middle, box.bottom, box.middle, below[0].y, arrow=arrows)]
    bar = box.bottom + _BETWEEN / 2
    middles = [box.middle, *(one.middle for one in below)]
    return [
        Stroke(box.middle, box.bottom, box.middle, bar),
        Stroke(min(middles), bar, max(middles), bar),
        *(Stroke(one.middle, bar, one.middle, one.y, arrow=arrows) for one in below),
    ]


def _outline(roots: list[_Branch], *, arrows: bool) -> Sketch:
    """One box a line, further in the deeper it stands."""
    every = _all(roots)
    top = 0.0
    for branch in every:
        box = box_of(branch.text, _OUTLINE_LINE)
        branch.box = replace(box, x=branch.depth * _INDENT, y=top)
        top += box.tall + _OUTLINE_BETWEEN
    strokes: list[Stroke] = []
    for branch in every:
        start = branch.box.x + _HANDLE
        strokes += [
            Stroke(start, one.box.centre, one.box.x, one.box.centre, arrow=arrows) for one in branch.below
        ]
        if branch.below:
            strokes.append(Stroke(start, branch.box.bottom, start, branch.below[-1].box.centre))
    boxes = tuple(branch.box for branch in every)
    return Sketch(max(box.x + box.wide for box in boxes), top, TEXT_SIZE, boxes, tuple(strokes))


def _all(branches: list[_Branch]) -> list[_Branch]:
    """Every branch, each before those below it."""
    return [one for branch in branches for one in (branch, *_all(branch.below))]
