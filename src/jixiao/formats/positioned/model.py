"""What a page shows: runs of characters and ruled lines, each at its position.

Lengths are points (1/72 inch), counted from the upper left corner of the page as a reader sees it (turned
pages are already turned): x to the right, y downwards.
"""

from __future__ import annotations

from jixiao.core.frozen import frozen

Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@frozen
class Piece:
    """Characters that follow each other in one line.

    ``edges`` are the left edges of the characters and the right edge of the last: one more than there are
    characters, never falling. ``top`` and ``bottom`` bound the line (the font's box or the glyphs', the same
    for all pieces of a page); ``size`` is that of the font as shown.
    """

    text: str
    edges: tuple[float, ...]
    top: float
    bottom: float
    size: float
    bold: bool = False

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.edges[-1]


@frozen
class Rule:
    """A thin line, or one side of a drawn rectangle: level where it is wider than high, else upright."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Whether it runs from left to right."""
        return self.right - self.left >= self.bottom - self.top


@frozen
class Page:
    """One page; ``number`` counts from 1. Pieces stand in the order of the file."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()
    shapes: tuple[Bounds, ...] = ()
    """Boxes of what is drawn and is neither text nor rule nor white: bars, slices, curves, fields."""
    part: str = "body"
    """What its blocks are part of: ``ocr`` where a program recognised the text in a picture."""
