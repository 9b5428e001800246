"""What stands on a page: words, lines and areas at positions, twentieths of a point from the upper left."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from jixiao.formats.ofd.write.breaking import halves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.look import Mark

Font = Literal["body", "black", "script", "title", "number"]

ASCENT: Final = 86
"""Percent of the size that a Chinese sign stands above the baseline."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set.

    ``size`` of signs and ``pitch`` of lines; ``half`` is the room of half a Chinese sign.
    """

    font: Font = "body"
    size: int = 320
    pitch: int = 579
    half: int = 157
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Signs in one line; ``advances`` from each to the next and, last, the width of the last."""

    text: str
    left: int
    baseline: int
    type: Type
    advances: tuple[int, ...]
    entry: str = ""
    """The entry of the ledger whose figure it is."""

    @property
    def width(self) -> int:
        """From the left edge of the first sign to the right edge of the last."""
        return sum(self.advances)

    def moved(self, right: int, down: int) -> Words:
        """The same elsewhere."""
        return replace(self, left=self.left + right, baseline=self.baseline + down)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line, level or upright."""

    left: int
    top: int
    right: int
    bottom: int

    def moved(self, right: int, down: int) -> Stroke:
        """The same elsewhere."""
        return Stroke(self.left + right, self.top + down, self.right + right, self.bottom + down)


@dataclass(frozen=True, slots=True)
class Shade:
    """A coloured area behind words; ``colour`` as ``R G B``."""

    left: int
    top: int
    right: int
    bottom: int
    colour: str

    def moved(self, right: int, down: int) -> Shade:
        """The same elsewhere."""
        moved = (self.left + right, self.top + down, self.right + right, self.bottom + down)
        return Shade(*moved, self.colour)


Thing: TypeAlias = Words | Stroke | Shade


@dataclass(slots=True)
class Sheet:
    """A page with its things; ``headings`` are those that begin on it: level, text, top."""

    landscape: bool = False
    things: list[Thing] = field(default_factory=list)
    headings: list[tuple[int, str, int]] = field(default_factory=list)


def line_things(
    text: str, marks: Sequence[Mark], kind: Type, left: int, spread: int = 0
) -> tuple[list[Thing], int]:
    """One line at the top left corner (``left``, 0) and its width; ``spread`` is shared among the gaps.

    A mark of a figure makes words of its own, so that they can be found again; gaps are shaded.
    """
    gaps = max(len(text) - 1, 1)
    advances = [halves(sign) * kind.half for sign in text]
    for number in range(len(text) - 1):
        advances[number] += spread * (number + 1) // gaps - spread * number // gaps
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.start, mark.end))})
    baseline = (kind.pitch - kind.size) // 2 + kind.size * ASCENT // 100
    shades: list[Thing] = []
    words: list[Thing] = []
    at = left
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark.start <= start < mark.end]
        bold = kind.bold or any(mark.kind == "strong" for mark in over)
        entry = next((mark.entry for mark in over if mark.kind == "figure"), "")
        found = Words(
            text[start:end], at, baseline, replace(kind, bold=bold), tuple(advances[start:end]), entry
        )
        if any(mark.kind == "gap" for mark in over):
            top = (kind.pitch - kind.size) // 2
            shades.append(Shade(at, top, at + found.width, top + kind.size, "255 255 0"))
        if found.text.strip():
            words.append(found)
        at += found.width
    return shades + words, at - left
