"""A picture of a page to a Page of positioned text."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

from jixiao.formats.positioned import Page, Piece, Rule
from jixiao.formats.scanned.engine import Found, is_memory, lines_in
from jixiao.formats.scanned.pixels import pixels_of
from jixiao.formats.scanned.ruled import rules_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PIL.Image import Image

    from jixiao.formats.scanned.pixels import Pixels
    from jixiao.formats.scanned.ruled import Box

DPI: Final = 200
"""Of the pictures: print of 9 points is 25 pixels high, enough for characters of many strokes."""
LONGEST: Final = 3_400
"""Pixels of the longer side at most: A3 at 200 in an inch."""
_SURE: Final = 0.6
"""Lines less sure are left out: what is so badly seen is a stamp, a signature, a stain or a photo."""
_PRINT: Final = 0.88
"""The size of the font, of the height of the box that is found around a line."""
_TELLING: Final = 5
"""Full-width characters at least, by whose width the size of the print is told better than by the box."""
_ALIKE: Final = 0.45
"""Around a few characters the box is found less exactly: its height may be so much off."""
_SAME: Final = 0.18
"""Sizes that differ by less are one: digits and spacing blur the width; tables differ from text by more."""
_PAGE_NUMBER: Final = re.compile(r"[-–—_一]\s*(\d{1,4})\s*[-–—_一]")
"""A dash beside a figure is often taken for the character for one."""
_MARGIN: Final = 0.1
_OPENING: Final = "（(《〈“‘【〔["
"""Signs whose ink fills the right half of their field only: a line with them begins further to the left."""
_CLOSING: Final = "）)》〉”’】〕]，。；：、"
"""The same with the left half, at the end of a line."""
_LEANS: Final = 0.003
"""Radians: a page that leans by more is turned back; a line of 170 mm is half a millimetre off by then."""
_MOST_LEANING: Final = 0.2


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page, and how many lines on it were too badly seen to be read."""

    page: Page
    doubtful: int


def recognised(image: Image, number: int, width: float) -> Recognised:
    """Read the picture of page ``number``, which is ``width`` points wide.

    A page that leans is set upright before its lines are put together; boxes are those of the upright page.

    Raises:
        MemoryError: there is not enough of it.
    """
    try:
        return _recognised(image, number, width)
    except Exception as error:
        if is_memory(error):
            raise MemoryError from error
        raise


def _recognised(image: Image, number: int, width: float) -> Recognised:
    pixels = pixels_of(image)
    scale = width / image.width
    everything = lines_in(pixels)
    sure = [line for line in everything if line.score >= _SURE]
    extent = image.width * scale, image.height * scale
    doubtful = len(everything) - len(sure)
    if not sure:
        return Recognised(Page(number, *extent, (), part="ocr"), doubtful)
    lean = _lean(sure)
    boxes = [_upright(line, lean, image.width / 2, image.height / 2) for line in sure]
    usual = median(bottom - top for _, top, _, bottom in boxes)
    rules = rules_in(_turned(pixels, lean), usual, boxes)
    return Recognised(
        Page(
            number,
            *extent,
            tuple(
                _piece(line, box, size, scale, extent[1])
                for line, box, size in zip(sure, boxes, _sizes(sure, boxes), strict=True)
            ),
            tuple(Rule(*(edge * scale for edge in rule)) for rule in rules),
            part="ocr",
        ),
        doubtful,
    )


def _piece(line: Found, box: Box, size: float, scale: float, height: float) -> Piece:
    left, top, right, bottom = (edge * scale for edge in box)
    edges = [left + share * (right - left) for share in line.edges]
    if line.text[0] in _OPENING:
        edges[0] -= size * scale / 2
    if line.text[-1] in _CLOSING:
        edges[-1] += size * scale / 2
    text = line.text
    if not _MARGIN < top / height < 1 - _MARGIN and _PAGE_NUMBER.fullmatch(text):
        text = f"—{text[1:-1]}—"
    return Piece(text, tuple(edges), top, bottom, max(size * scale, 1.0))


def _sizes(lines: Sequence[Found], boxes: Sequence[Box]) -> list[float]:
    """The size of the print of each line: by the width of its characters, of short ones as of near ones."""
    told = [_by_width(line.text, box) for line, box in zip(lines, boxes, strict=True)]
    usual = median([size for size in told if size is not None] or [0.0])
    told = [usual if size is not None and abs(size - usual) < _SAME * usual else size for size in told]
    known = [(size, box) for size, box in zip(told, boxes, strict=True) if size is not None]
    sizes = []
    for size, box in zip(told, boxes, strict=True):
        high = box[3] - box[1]
        near = min(
            (one for one in known if abs(one[0] - high * _PRINT) < _ALIKE * one[0]),
            key=lambda one: abs(one[1][1] - box[1]),
            default=(high * _PRINT, box),
        )
        sizes.append(near[0] if size is None else size)
    return sizes


def _by_width(text: str, box: Box) -> float | None:
    """The width of a full-width character, or None where the line has too few to tell."""
    wide = sum(not sign.isascii() for sign in text)
    if wide < _TELLING or wide * 2 < len(text):
        return None
    high = box[3] - box[1]
    width = (box[2] - box[0]) / (wide + (len(text) - wide) / 2)
    return min(max(width, 0.6 * high), 1.1 * high)  # spaced out characters are not larger


def _lean(lines: Sequence[Found]) -> float:
    """By how many radians the lines of the page fall to the right; 0 where they hardly do."""
    angles = []
    for line in lines:
        (left, top), (right, after), *_ = line.corners
        if right - left > 4 * (line.corners[3][1] - top):  # of short ones nobody can tell
            angles.append(math.atan2(after - top, right - left))
    lean = median(angles) if angles else 0.0
    return lean if _LEANS < abs(lean) < _MOST_LEANING else 0.0


def _upright(line: Found, lean: float, x: float, y: float) -> Box:
    """The box of a line after the page has been turned back around its middle."""
    cosine, sine = math.cos(lean), math.sin(lean)
    points = [
        (x + (px - x) * cosine + (py - y) * sine, y - (px - x) * sine + (py - y) * cosine)
        for px, py in line.corners
    ]
    (_, first), (_, second), (_, third), (_, fourth) = points
    lefts, rights = (points[0][0], points[3][0]), (points[1][0], points[2][0])
    return sum(lefts) / 2, (first + second) / 2, sum(rights) / 2, (third + fourth) / 2


def _turned(pixels: Pixels, lean: float) -> Pixels:
    if not lean:
        return pixels
    import cv2

    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(lean), 1.0)
    return cv2.warpAffine(pixels, matrix, (width, height), borderValue=(255, 255, 255))
