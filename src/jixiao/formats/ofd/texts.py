"""Text objects to pieces: every sign at the place that the file gives it (GB/T 33190-2016, 11)."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.formats.ofd.geometry import Matrix, after, deltas, number, placed, point
from jixiao.formats.ofd.package import children
from jixiao.formats.positioned import Piece

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

POINTS: Final = 72 / 25.4
"""In a millimetre."""
_ASCENT: Final = 0.86
"""Of the size: how high Chinese signs stand above the baseline."""
_TILT: Final = 0.05
"""Text that rises by more than this share of its length is aslant."""
_STEP: Final = 0.3
"""Of the size: a sign that much higher or lower begins another piece,"""
_GAP: Final = 0.6
"""and so does one behind a gap of more than this."""
_HEAVY: Final = 600
_DEFAULT_SIZE: Final = 3.5
_UNREAD: Final = frozenset("\ufffd¤")
"""What producers write in the place of characters that they do not know."""


@dataclass(frozen=True, slots=True)
class Set:
    """What became of a text object: its pieces, and what of it is not read."""

    pieces: tuple[Piece, ...] = ()
    glyphs: bool = False
    """It has shapes without characters."""
    aslant: bool = False
    hidden: bool = False


def text_pieces(element: _Element, around: Matrix, bold_fonts: Mapping[str, bool]) -> Set:
    """The pieces of a ``TextObject`` in points; ``around`` leads from its surroundings to the page."""
    matrix = after(around, placed(element.get("CTM"), element.get("Boundary")))
    codes = [(code, _readable(code.text or "")) for code in children(element, "TextCode")]
    if element.get("Visible", "true").strip() in ("false", "0") or element.get("Alpha", "").strip() == "0":
        return Set(hidden=any(text.strip() for _, text in codes))
    drawn = any(True for _ in children(element, "CGTransform"))
    across, up = matrix[0], matrix[1]
    has_text = any(text.strip() for _, text in codes)
    if has_text and (across <= 0 or abs(up) > _TILT * across):
        return Set(aslant=True)
    size = abs(number(element.get("Size"))) or _DEFAULT_SIZE
    is_bold = number(element.get("Weight"), 400) >= _HEAVY or bold_fonts.get(element.get("Font", ""), False)
    line = _Line(matrix, size, size * (number(element.get("HScale"), 1) or 1), is_bold=is_bold)
    pieces: list[Piece] = []
    glyphs = False
    x = y = 0.0
    for code, text in codes:
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        unread = all(sign in _UNREAD or _is_private(sign) for sign in text.strip())
        if unread:
            glyphs = glyphs or bool(text.strip()) or drawn
            continue
        pieces += line.pieces(text, (x, y), code.get("DeltaX"), code.get("DeltaY"))
    return Set(tuple(pieces), glyphs or (drawn and not codes))


@dataclass(frozen=True, slots=True)
class _Line:
    """How the signs of an object are set: ``size`` in its own space, ``em`` the width of a full sign."""

    matrix: Matrix
    size: float
    em: float
    is_bold: bool

    def pieces(
        self, text: str, start: tuple[float, float], right: str | None, down: str | None
    ) -> list[Piece]:
        """The signs of one ``TextCode``, cut where they do not follow each other in a line."""
        count = len(text) - 1
        widths = [self._width(sign) for sign in text]
        steps_right, steps_down = deltas(right, count), deltas(down, count)
        if not steps_right and not any(steps_down):
            steps_right = widths[:-1]
        # distances that the file leaves out: upright text stays where it is, other text goes on by its width
        steps_right += [0.0] * count if any(steps_down) else widths[len(steps_right) : count]
        steps_down += [0.0] * count
        found: list[Piece] = []
        x, y = start
        first, at, edges = 0, (x, y), [x]
        for index, sign in enumerate(text):
            end = index == count
            step, fall = (0.0, 0.0) if end else (steps_right[index], steps_down[index])
            gap = step - widths[index]
            if end or abs(fall) > _STEP * self.size or step < 0 or gap > _GAP * self.em or sign in "\r\n":
                edges.append(edges[-1] + max(min(widths[index], step) if step > 0 else widths[index], 0))
                piece = self._piece(text[first : index + 1], edges, at[1])
                if piece is not None:
                    found.append(piece)
                x, y = edges[-2] + step, y + fall
                first, at, edges = index + 1, (x, y), [x]
            else:
                y += fall
                edges.append(edges[-1] + step)
        return found

    def _width(self, sign: str) -> float:
        return self.em if unicodedata.east_asian_width(sign) in "WFA" else self.em / 2

    def _piece(self, text: str, edges: list[float], baseline: float) -> Piece | None:
        if not text.strip():
            return None
        across = [point(self.matrix, x, baseline)[0] * POINTS for x in edges]
        _, low = point(self.matrix, edges[0], baseline)
        height = math.hypot(self.matrix[2], self.matrix[3]) * self.size
        return Piece(
            text=text,
            edges=tuple(across),
            top=(low - height * _ASCENT) * POINTS,
            bottom=(low + height * (1 - _ASCENT)) * POINTS,
            size=height * POINTS,
            bold=self.is_bold,
        )


def _readable(text: str) -> str:
    """The text with a blank for each control character, so that distances keep their signs."""
    if text.isprintable():
        return text
    if not text.strip():
        return ""
    return "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in text)


def _is_private(sign: str) -> bool:
    return unicodedata.category(sign) == "Co"
