"""Pieces to lines: what stands side by side is read from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.core.document import Area

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.formats.positioned.model import Piece


@dataclass(slots=True)
class Line:
    """The text of one line of a page, or of one line in a cell; ``edges`` as those of a piece."""

    page: int
    text: str
    edges: list[float]
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

    def area(self, offset: int) -> Area:
        """Where the line stands, its text being put at ``offset`` of a block."""
        edges = tuple(round(edge) for edge in self.edges)
        return Area(offset, self.page, round(self.top), round(self.bottom), edges)


def lines_of(page: int, pieces: Iterable[Piece]) -> list[Line]:
    """The lines from top to bottom.

    A piece belongs to the line that holds its middle. A gap inside a line is left out, but for one between
    words of letters.
    """
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: ((piece.top + piece.bottom), piece.left)):
        middle = (piece.top + piece.bottom) / 2
        row = next((row for row in reversed(rows[-3:]) if row[0].top < middle < row[0].bottom), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    return [line for row in rows if (line := _joined(page, row)) is not None]


def _joined(page: int, row: list[Piece]) -> Line | None:
    text, edges = "", [0.0]
    for piece in sorted(row, key=lambda piece: piece.left):
        if not text:
            text, edges = piece.text, list(piece.edges)
            continue
        if _apart(text[-1], piece.text[:1]) and piece.left - edges[-1] > piece.size / 4:
            text += " "
            edges.append(piece.left)
        text += piece.text
        edges[-1:] = piece.edges if piece.left >= edges[-2] else [edges[-2], *piece.edges[1:]]
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
    )


def _apart(before: str, after: str) -> bool:
    """Whether a gap between the characters is a blank between words."""
    return before.isascii() and after.isascii() and before != " " and after != " "
