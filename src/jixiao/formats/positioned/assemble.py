"""Pages to blocks, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from jixiao.formats.positioned.aligned import with_tables
from jixiao.formats.positioned.columns import streams
from jixiao.formats.positioned.continued import continues, extend
from jixiao.formats.positioned.figures import labels
from jixiao.formats.positioned.furniture import furniture
from jixiao.formats.positioned.grids import grids_of
from jixiao.formats.positioned.paragraphs import Column, Placed, goes_on, paragraph
from jixiao.formats.positioned.plain import plain
from jixiao.formats.positioned.tables import Table, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.core.document import Block
    from jixiao.formats.positioned.lines import Line
    from jixiao.formats.positioned.model import Page, Piece

_WIDE: Final = 0.85
"""Lines that are nearly as wide as the widest tell where a column ends."""

_NARROW: Final = 0.3
"""Of the width of the page: where no line is wider, none is full. A column of two is wider."""


@dataclass(slots=True)
class _Sheet:
    """A page taken apart: columns of lines in reading order, and the ruled tables."""

    number: int
    width: float
    height: float
    streams: list[list[Line]]
    tables: list[Table]
    part: str
    has_drawing: bool = False

    def lines(self) -> list[Line]:
        """All lines outside of tables, from top to bottom."""
        return sorted((line for stream in self.streams for line in stream), key=lambda line: line.middle)


@dataclass(frozen=True, slots=True)
class Reading:
    """What pages say: the blocks, and the numbers of the pages with drawings whose labels are left out."""

    blocks: list[Block]
    drawings: list[int]


def blocks(pages: Iterable[Page]) -> list[Block]:
    """The headings, paragraphs, items and tables of the pages; each character knows its box."""
    return read_pages(pages).blocks


def read_pages(pages: Iterable[Page]) -> Reading:
    """The blocks of the pages, and what was left out."""
    sheets = [_sheet(page) for page in pages]
    dropped = furniture([(sheet.number, sheet.height, sheet.lines()) for sheet in sheets])
    for sheet in sheets:
        kept = [[line for line in stream if id(line) not in dropped] for stream in sheet.streams]
        sheet.streams = [stream for stream in kept if stream]
    columns = _columns(sheets)
    items = [item for sheet in sheets for item in _items(sheet, columns)]
    builder = _Builder()
    for number, item in enumerate(items, start=1):
        following = items[number] if number < len(items) else None
        builder.add(item, following if isinstance(following, Placed) else None)
    parts = {sheet.number: sheet.part for sheet in sheets if sheet.part != "body"}
    made = [
        replace(block, part=parts[block.page]) if block.page in parts else block for block in builder.finish()
    ]
    return Reading(made, [sheet.number for sheet in sheets if sheet.has_drawing])


def _sheet(page: Page) -> _Sheet:
    """Ruled tables first; what stands outside of them are lines."""
    grids = grids_of(page.rules)
    inside: list[list[Piece]] = [[] for _ in grids]
    outside: list[Piece] = []
    for piece in page.pieces:
        text, edges = plain(piece.text, piece.edges)
        if not text or text.isspace():
            continue
        if text is not piece.text:
            piece = replace(piece, text=text, edges=edges)  # noqa: PLW2901
        middle = (piece.top + piece.bottom) / 2
        across = (piece.left + piece.right) / 2
        held = next((number for number, grid in enumerate(grids) if grid.holds(across, middle)), None)
        (outside if held is None else inside[held]).append(piece)
    tables: list[Table] = []
    for grid, pieces in zip(grids, inside, strict=True):
        table = table_of(page.number, grid, pieces)
        if sum(bool(slot.lines) for slot in table.slots) > 1:
            tables.append(table)
        else:  # a frame around a text
            outside.extend(pieces)
    sheet = _Sheet(page.number, page.width, page.height, streams(page, outside), tables, page.part)
    if page.shapes:
        boxes = [(table.left, table.top, table.right, table.bottom) for table in tables]
        dropped = labels(page, sheet.lines(), boxes)
        kept = [[line for line in stream if id(line) not in dropped] for stream in sheet.streams]
        sheet.streams = [stream for stream in kept if stream]
        sheet.has_drawing = bool(dropped)
    return sheet


def _columns(sheets: Sequence[_Sheet]) -> dict[int, Column]:
    """For each width of page where its text begins and ends, by the widest lines."""
    found: dict[int, Column] = {}
    for width in {round(sheet.width) for sheet in sheets}:
        lines = [
            line
            for sheet in sheets
            if round(sheet.width) == width and len(sheet.streams) == 1
            for line in sheet.streams[0]
        ]
        found[width] = _column(lines, width)
    return found


def _column(lines: Sequence[Line], width: float) -> Column:
    if not lines:
        return Column(0, width, 0)
    widest = max(line.right - line.left for line in lines)
    wide = [line for line in lines if line.right - line.left >= _WIDE * widest]
    rights, lefts = sorted(line.right for line in wide), sorted(line.left for line in wide)
    sizes = sorted(line.size for line in lines for _ in line.text)
    if widest < _NARROW * width:
        return Column(min(lefts), width, sizes[len(sizes) // 2])
    return Column(lefts[len(lefts) // 4], rights[len(rights) // 2], sizes[len(sizes) // 2])


def _items(sheet: _Sheet, columns: dict[int, Column]) -> list[Placed | Table]:
    """Lines and tables of a page in reading order."""
    found: list[Placed | Table] = []
    for stream in sheet.streams:
        column = columns[round(sheet.width)] if len(sheet.streams) == 1 else _column(stream, sheet.width)
        found.extend(
            item if isinstance(item, Table) else Placed(item, column) for item in with_tables(stream)
        )
    for table in sheet.tables:
        at = next((index for index, item in enumerate(found) if _is_below(table, item)), len(found))
        found.insert(at, table)
    return found


def _is_below(table: Table, item: Placed | Table) -> bool:
    """Whether something is read after a table: it stands below, not in the column beside it."""
    other = item if isinstance(item, Table) else item.line
    below = other.top >= table.bottom or (isinstance(other, Table) and other.top > table.top)
    return below and other.left < table.right and other.right > table.left


@dataclass(slots=True)
class _Builder:
    """Puts lines together to paragraphs and tables to longer tables, over the ends of pages too."""

    made: list[Block] = field(default_factory=list)
    tables: int = 0
    lines: list[Placed] = field(default_factory=list)
    table: Table | None = None

    def add(self, item: Placed | Table, following: Placed | None) -> None:
        """Add what comes next; ``following`` is the line after it."""
        if isinstance(item, Table):
            self._end_paragraph()
            if self.table is not None and continues(self.table, item):
                extend(self.table, item)
                return
            self._end_table()
            self.table = item
            return
        self._end_table()
        if self.lines and not goes_on(self.lines, item, following):
            self._end_paragraph()
        self.lines.append(item)

    def finish(self) -> list[Block]:
        """All blocks."""
        self._end_paragraph()
        self._end_table()
        return self.made

    def _end_paragraph(self) -> None:
        if self.lines:
            self.made.append(paragraph(len(self.made), [placed.line for placed in self.lines]))
            self.lines = []

    def _end_table(self) -> None:
        if self.table is not None:
            self.made.append(self.table.block(len(self.made), self.tables))
            self.tables += 1
            self.table = None
