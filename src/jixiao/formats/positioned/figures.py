"""Drawn charts: their axes, legends and labels are no text of the document, and their data is not in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.core.numbering import parse_mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.formats.positioned.lines import Line
    from jixiao.formats.positioned.model import Bounds, Page

_FEWEST: Final = 3
"""Shapes near each other: the bars of a chart, the squares of its legend."""
_NEAR: Final = 60.0
"""Points between shapes of one drawing: bars of two groups, the squares of a legend below them."""
_BESIDE: Final = 9.0
"""Points between a drawing and a label at its side."""
_WORDED: Final = 0.5
"""A shape with a line of text over so much of its width is a field behind text, such as a marked word."""
_SHARE: Final = 0.6
"""Of the page: a larger shape is its ground."""
_LONGEST_LABEL: Final = 24
_SENTENCE: Final = re.compile(r"[。；，]|^\s*[图表]\s*\d")


def labels(page: Page, lines: Sequence[Line], tables: Sequence[Bounds]) -> set[int]:
    """The ids of the lines that are labels of drawings."""
    shapes = [shape for shape in page.shapes if _is_drawn(shape, page, lines, tables)]
    found: set[int] = set()
    if len(shapes) < _FEWEST:
        return found
    sizes = sorted(line.size for line in lines for _ in line.text)
    usual = sizes[len(sizes) // 2] if sizes else 0
    for region in _regions(shapes, page, tables):
        found |= _labels(region, lines, usual)
    return found


def _is_drawn(shape: Bounds, page: Page, lines: Sequence[Line], tables: Sequence[Bounds]) -> bool:
    left, top, right, bottom = shape
    if (right - left) * (bottom - top) > _SHARE * page.width * page.height:
        return False
    if any(_meet(shape, table, 0) for table in tables):
        return False
    return not any(
        top - 2 < part.top
        and part.bottom < bottom + 2
        and min(part.right, right) - max(part.left, left) > _WORDED * (right - left)
        for line in lines
        if top - 2 < line.middle < bottom + 2
        for part in line.parts()
    )


def _regions(shapes: Iterable[Bounds], page: Page, tables: Sequence[Bounds]) -> list[Bounds]:
    """The boxes of drawings: shapes near each other, and the lines that run through or beside them."""
    groups: list[tuple[Bounds, int]] = []
    for shape in shapes:
        box, count = shape, 1
        apart: list[tuple[Bounds, int]] = []
        for other, number in groups:
            if _meet(box, other, _NEAR):
                box, count = _around(box, other), count + number
            else:
                apart.append((other, number))
        groups = [*apart, (box, count)]
    found: list[Bounds] = []
    for region, count in groups:
        if count < _FEWEST:
            continue
        box = region
        for rule in page.rules:
            bounds = (rule.left, rule.top, rule.right, rule.bottom)
            if _meet(box, bounds, _BESIDE) and not any(_meet(bounds, table, 3) for table in tables):
                box = _around(box, bounds)
        found.append(box)
    return found


def _labels(region: Bounds, lines: Sequence[Line], usual: float) -> set[int]:
    """Short lines within a drawing, or, in smaller print than the text, at its side."""
    found: set[int] = set()
    box = region
    for _ in range(2):  # a label beside a label
        for line in lines:
            bounds = (line.left, line.top, line.right, line.bottom)
            inside = _meet(region, (line.left, line.middle, line.right, line.middle), 0)
            beside = line.size < usual * 0.95 and _meet(box, bounds, _BESIDE)
            if id(line) not in found and (inside or beside) and _is_label(line):
                found.add(id(line))
                box = _around(box, bounds)
    return found


def _is_label(line: Line) -> bool:
    return all(
        len(part.text) <= _LONGEST_LABEL and not _SENTENCE.search(part.text) and parse_mark(part.text) is None
        for part in line.parts()
    )


def _meet(one: Bounds, other: Bounds, gap: float) -> bool:
    return (
        one[0] - gap <= other[2]
        and other[0] - gap <= one[2]
        and one[1] - gap <= other[3]
        and other[1] - gap <= one[3]
    )


def _around(one: Bounds, other: Bounds) -> Bounds:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
