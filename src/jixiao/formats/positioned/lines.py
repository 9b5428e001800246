"""Pieces to lines: what stands side by side is read from left to right."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Area

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.formats.positioned.model import Piece

WIDE: Final = 1.5
"""Of the size of the font: a gap that sets two things apart; words and justified lines have narrower ones."""
_BLANK: Final = 0.2
"""Of the size of the font: a gap between letters or digits that is a blank."""


@dataclass(slots=True)
class Line:
    """The text of one line of a page, or of one line in a cell; ``edges`` as those of a piece.

    ``gaps`` are the offsets before which a wide gap lies.
    """

    page: int
    text: str
    edges: list[float]
    top: float
    bottom: float
    size: float
    bold: bool = False
    gaps: list[int] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.edges[-1]

    @property
    def middle(self) -> float:
        """How far down its middle is."""
        return (self.top + self.bottom) / 2

    def area(self, offset: int) -> Area:
        """Where the line stands, its text being put at ``offset`` of a block."""
        edges = tuple(round(edge) for edge in self.edges)
        return Area(offset, self.page, round(self.top), round(self.bottom), edges)

    def parts(self) -> list[Line]:
        """The line cut at its wide gaps."""
        if not self.gaps:
            return [self]
        found: list[Line] = []
        for start, stop in pairwise((0, *self.gaps, len(self.text))):
            text = self.text[start:stop]
            shown = text.strip()
            first = start + len(text) - len(text.lstrip())
            edges = self.edges[first : first + len(shown) + 1]
            if shown:
                found.append(Line(self.page, shown, edges, self.top, self.bottom, self.size, self.bold))
        return found


def lines_of(page: int, pieces: Iterable[Piece]) -> list[Line]:
    """The lines from top to bottom; a piece belongs to the line that holds its middle."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.top + piece.bottom, piece.left)):
        row = next((row for row in reversed(rows[-3:]) if _beside(row[0], piece)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    found = [line for row in rows if (line := _joined(page, row)) is not None]
    return sorted(found, key=lambda line: line.middle)


def _beside(one: Piece, other: Piece) -> bool:
    """Whether the middle of the lower of two pieces is within the other."""
    low, high = (one, other) if one.bottom - one.top < other.bottom - other.top else (other, one)
    return high.top < (low.top + low.bottom) / 2 < high.bottom


def _joined(page: int, row: list[Piece]) -> Line | None:
    """The pieces of a row, from left to right, as one line; None where it shows nothing.

    A gap is left out, but for one between words of letters or figures, and for a wide one: there a blank
    stands. Pieces printed twice at one place (to look bold) count once.
    """
    text, edges, gaps = "", list[float](), list[int]()
    last: Piece | None = None
    for piece in sorted(row, key=lambda piece: piece.left):
        if last is not None:
            if piece.text == last.text and abs(piece.left - last.left) < last.size / 4:
                continue
            gap = (piece.left - edges[-1]) / piece.size
            if gap > WIDE:
                gaps.append(len(text))
            if _blank(text[-1], piece.text[0], gap):
                text += " "  # from the right edge of what is before to the left edge of what follows
            else:
                edges.pop()
        start = edges[-1] if edges else piece.left
        edges.extend(max(edge, start) for edge in piece.edges)
        text += piece.text
        last = piece
    shown = text.strip()
    if not shown:
        return None
    first = len(text) - len(text.lstrip())
    return Line(
        page=page,
        text=shown,
        edges=edges[first : first + len(shown) + 1],
        top=min(piece.top for piece in row),
        bottom=max(piece.bottom for piece in row),
        size=max(piece.size for piece in row),
        bold=all(piece.bold for piece in row),
        gaps=[offset - first for offset in gaps if first < offset < first + len(shown)],
    )


def _blank(before: str, after: str, gap: float) -> bool:
    """Whether a gap (in sizes of the font) between two characters stands for a blank."""
    if before == " " or after == " ":
        return False
    return gap > WIDE or (gap > _BLANK and before.isascii() and after.isascii())
