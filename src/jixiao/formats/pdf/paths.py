"""The ruled lines of a page: strokes of paths and rectangles so thin that they are lines."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import pypdfium2.raw as pdfium

from jixiao.formats.positioned.model import Rule

if TYPE_CHECKING:
    from jixiao.formats.pdf.turning import Turning

MAX_OBJECTS: Final = 100_000
"""Of one page: a map has as many; a page of the densest table some 5,000."""
MAX_RULES: Final = 20_000
_MAX_SEGMENTS: Final = 2_000
"""Of one path; one with more is a drawing."""
_MAX_DEPTH: Final = 8
_THIN: Final = 3.0
"""Points. Borders are up to 3 points wide; what is wider is a field of colour."""
_LEVEL: Final = 0.7
"""Points that a line may deviate from level or upright."""

_WHITE: Final = 250

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Final[_Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Point = tuple[float, float]


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page besides text."""

    rules: list[Rule] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    """The boxes of pictures as seen."""
    shapes: list[tuple[float, float, float, float]] = field(default_factory=list)
    """The boxes of coloured fields and of strokes that are no rules."""
    objects: int = 0
    cut: bool = False
    """There are more objects than the limit."""


def drawn(page: Any, turning: Turning) -> Drawn:  # noqa: ANN401  # a pointer of ctypes
    """The rules and pictures of an opened page, positions as a reader sees the page."""
    found = Drawn()
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        _look(found, pdfium.FPDFPage_GetObject(page, index), turning, _IDENTITY, 0)
        if found.cut:
            break
    return found


def _look(found: Drawn, item: Any, turning: Turning, outer: _Matrix, depth: int) -> None:  # noqa: ANN401
    found.objects += 1
    found.cut = found.objects > MAX_OBJECTS or len(found.rules) > MAX_RULES
    if found.cut:
        return
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        _path(found, item, turning, outer)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        _picture(found, turning, _times(_matrix(item), outer))
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
        inner = _times(_matrix(item), outer)
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            _look(found, pdfium.FPDFFormObj_GetObject(item, index), turning, inner, depth + 1)


def _picture(found: Drawn, turning: Turning, matrix: _Matrix) -> None:
    corners = [turning.point(*_at(matrix, x, y)) for x, y in ((0, 0), (0, 1), (1, 0), (1, 1))]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    if min(right - left, bottom - top) <= _THIN:
        found.rules.append(Rule(left, top, right, bottom))  # drivers of printers draw lines as pictures
    else:
        found.pictures.append((left, top, right, bottom))


def _path(found: Drawn, path: Any, turning: Turning, outer: _Matrix) -> None:  # noqa: ANN401
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not fill.value and not stroke.value:
        return
    count = pdfium.FPDFPath_CountSegments(path)
    if not 0 < count <= _MAX_SEGMENTS:
        return
    coloured = bool(fill.value) and not _is_white(path)
    for outline, straight in _outlines(path, count, turning, _times(_matrix(path), outer)):
        left, right = min(x for x, _ in outline), max(x for x, _ in outline)
        top, bottom = min(y for _, y in outline), max(y for _, y in outline)
        if min(right - left, bottom - top) <= _THIN:
            found.rules.append(Rule(left, top, right, bottom))
            continue
        ruled = 0
        if stroke.value and straight:
            for (x, y), (to_x, to_y) in pairwise(outline):
                if abs(x - to_x) <= _LEVEL or abs(y - to_y) <= _LEVEL:
                    found.rules.append(Rule(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)))
                    ruled += 1
        if coloured or (stroke.value and ruled < len(outline) - 1):
            found.shapes.append((left, top, right, bottom))


def _is_white(path: Any) -> bool:  # noqa: ANN401
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, opacity)
    return bool(known) and (min(red.value, green.value, blue.value) > _WHITE or not opacity.value)


def _outlines(
    path: Any,  # noqa: ANN401
    count: int,
    turning: Turning,
    matrix: _Matrix,
) -> list[tuple[list[_Point], bool]]:
    """The strokes of a path as seen, and whether each is made of straight lines."""
    outlines: list[tuple[list[_Point], bool]] = []
    points: list[_Point] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                outlines.append((points, straight))
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(turning.point(*_at(matrix, x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        outlines.append((points, straight))
    return outlines


def _matrix(item: Any) -> _Matrix:  # noqa: ANN401
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _at(matrix: _Matrix, x: float, y: float) -> _Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
