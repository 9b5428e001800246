"""Paths to rules, the borders of tables, and to the boxes of other shapes (GB/T 33190-2016, 9.3)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jixiao.formats.ofd.geometry import Matrix, after, box, number, placed, point
from jixiao.formats.ofd.package import child, text_of
from jixiao.formats.ofd.texts import POINTS
from jixiao.formats.positioned import Rule

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jixiao.formats.positioned.model import Bounds

MOST_WORDS: Final = 4_000
"""Of a path: the border of a table takes some dozens, a drawing thousands."""
_THIN: Final = 1.0
"""Millimetres: a filled area that is thinner is a line."""
_SHORT: Final = 1.0
_STRAIGHT: Final = 0.2
_WHITE: Final = 250
_CURVES: Final = frozenset("QBA")
_OPERANDS: Final = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


def path_parts(element: _Element, around: Matrix) -> tuple[list[Rule], Bounds | None]:
    """The level and upright lines of a ``PathObject``, its box where it draws anything else; in points."""
    if element.get("Visible", "true").strip() in ("false", "0"):
        return [], None
    filled = element.get("Fill", "false").strip() in ("true", "1")
    stroked = element.get("Stroke", "true").strip() not in ("false", "0")
    data = text_of(element, "AbbreviatedData").split(maxsplit=MOST_WORDS)
    matrix = after(around, placed(element.get("CTM"), element.get("Boundary")))
    if len(data) > MOST_WORDS:
        return [], _box(element, around)
    found: list[Rule] = []
    is_other = any(word in _CURVES for word in data)
    for points in _straight(data):
        spots = [point(matrix, x, y) for x, y in points]
        left, right = min(x for x, _ in spots), max(x for x, _ in spots)
        top, bottom = min(y for _, y in spots), max(y for _, y in spots)
        if (
            filled
            and len(spots) > 2
            and min(right - left, bottom - top) <= _THIN < max(right - left, bottom - top)
        ):
            found.append(_rule(left, top, right, bottom))
            continue
        is_other = is_other or (filled and not _is_white(element))
        sides = _sides(spots) if stroked else []
        found += sides
        is_other = is_other or (stroked and not sides and right - left + bottom - top > _SHORT)
    return found, _box(element, around) if is_other else None


def _box(element: _Element, around: Matrix) -> Bounds | None:
    boundary = box(element.get("Boundary"))
    if boundary is None:
        return None
    left, top, width, height = boundary
    corners = [point(around, x, y) for x in (left, left + width) for y in (top, top + height)]
    across, down = [x * POINTS for x, _ in corners], [y * POINTS for _, y in corners]
    return min(across), min(down), max(across), max(down)


def _is_white(element: _Element) -> bool:
    colour = child(element, "FillColor")
    return colour is not None and all(number(one) >= _WHITE for one in colour.get("Value", "").split())


def _sides(spots: list[tuple[float, float]]) -> list[Rule]:
    found: list[Rule] = []
    for (x, y), (other_x, other_y) in pairwise(spots):
        across, down = abs(other_x - x), abs(other_y - y)
        if max(across, down) >= _SHORT and min(across, down) <= _STRAIGHT:
            found.append(_rule(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)))
    return found


def _rule(left: float, top: float, right: float, bottom: float) -> Rule:
    return Rule(left * POINTS, top * POINTS, right * POINTS, bottom * POINTS)


def _straight(words: list[str]) -> list[list[tuple[float, float]]]:
    """The lines of a path as the corners that straight strokes join; a curve begins another."""
    found: list[list[tuple[float, float]]] = []
    at = 0
    while at < len(words):
        sign = words[at]
        count = _OPERANDS.get(sign)
        if count is None:
            at += 1
            continue
        numbers = [number(word) for word in words[at + 1 : at + 1 + count]]
        at += 1 + count
        if len(numbers) < count:
            break
        if sign == "C":
            if found and found[-1]:
                found[-1].append(found[-1][0])
                found.append([found[-1][0]])
        elif sign == "L" and found:
            found[-1].append((numbers[0], numbers[1]))
        else:
            found.append([(numbers[-2], numbers[-1])])
    return [line for line in found if len(line) > 1]
