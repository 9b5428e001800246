"""Tables: what stands in the cells of grids."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Area, Block, Cell
from jixiao.formats.positioned.grids import NEAR
from jixiao.formats.positioned.lines import Line, lines_of
from jixiao.formats.positioned.model import Piece
from jixiao.formats.positioned.wrapping import glue, is_full

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jixiao.formats.positioned.grids import Grid, Region

_PADDING: Final = 5.4
"""Points between border and text in tables of Word and WPS, left and right."""


@dataclass(slots=True)
class Slot:
    """A cell in the making; ``left`` and ``right`` are where its sides stand on the page."""

    row: int
    row_span: int
    left: float
    right: float
    lines: list[Line] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    """For each line whether a paragraph ends with it."""

    @property
    def text(self) -> str:
        """Its lines, those that go on joined."""
        return self.content()[0]

    def content(self) -> tuple[str, tuple[Area, ...]]:
        """The text, and where each line of it stands."""
        text, areas = "", list[Area]()
        for line, ends in zip(self.lines, (True, *self.breaks), strict=False):
            if text:
                text += "\n" if ends else glue(text, line.text)
            areas.append(line.area(len(text)))
            text += line.text
        return text, tuple(areas)


@dataclass(slots=True)
class Table:
    """A table in the making."""

    page: int
    top: float
    bottom: float
    left: float
    right: float
    rows: int
    slots: list[Slot]

    def row(self, number: int) -> list[Slot]:
        """The cells that begin in a row."""
        return [slot for slot in self.slots if slot.row == number]

    def block(self, index: int, number: int) -> Block:
        """The finished table; columns are counted by the edges at which any cell begins."""
        starts = apart(slot.left for slot in self.slots)
        cells = []
        for slot in sorted(self.slots, key=lambda slot: (slot.row, slot.left)):
            column = _index(starts, slot.left)
            stop = sum(start < slot.right - NEAR for start in starts)
            text, areas = slot.content()
            cells.append(Cell(slot.row, column, text, slot.row_span, max(stop - column, 1), areas=areas))
        return Block(index=index, kind="table", cells=tuple(cells), table=number, page=self.page)


def table_of(page: int, grid: Grid, pieces: Iterable[Piece]) -> Table:
    """The table of a grid with the pieces that stand in it."""
    inside: list[list[Piece]] = [[] for _ in grid.regions]
    for piece in pieces:
        for number, part in _shared(grid, piece):
            inside[number].append(part)
    slots = [_slot(region, lines_of(page, held)) for region, held in zip(grid.regions, inside, strict=True)]
    left, top, right, bottom = grid.box
    return Table(page, top, bottom, left, right, len(grid.ys) - 1, slots)


def _shared(grid: Grid, piece: Piece) -> Iterator[tuple[int, Piece]]:
    """A piece cut where it runs over the side of a cell: producers write whole rows in one go."""
    middle = (piece.top + piece.bottom) / 2
    owners = [
        grid.owner((piece.edges[index] + piece.edges[index + 1]) / 2, middle)
        for index in range(len(piece.text))
    ]
    start = 0
    for stop in range(1, len(owners) + 1):
        if stop < len(owners) and owners[stop] == owners[start]:
            continue
        text = piece.text[start:stop]
        edges = piece.edges[start : stop + 1]
        yield owners[start], Piece(text, edges, piece.top, piece.bottom, piece.size, piece.bold)
        start = stop


def _slot(region: Region, lines: list[Line]) -> Slot:
    """The lines of a cell."""
    slot = Slot(region.row, region.row_stop - region.row, region.left, region.right, lines)
    if lines:
        slot.breaks = breaks(slot)
    return slot


def breaks(slot: Slot, following: Line | None = None) -> list[bool]:
    """For each line of a cell whether a paragraph ends with it: whether it had room for the next word.

    ``following`` is a line that may go on after the last one.
    """
    lines = slot.lines if following is None else [*slot.lines, following]
    room = max(slot.right - slot.left - 2 * _PADDING, *(line.right - line.left for line in lines), 0.0)
    return [not is_full(line, after, line.left + room) for line, after in pairwise(lines)]


def apart(edges: Iterable[float]) -> list[float]:
    """Sorted edges, those nearly equal as one."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > NEAR:
            found.append(edge)
    return found


def _index(starts: list[float], edge: float) -> int:
    return min(range(len(starts)), key=lambda index: abs(starts[index] - edge))
