"""The one shape of a document that everything meets in: readers make it, the checker looks only at it.

A document is a sequence of blocks in reading order. A text block (heading, paragraph, item) has ``text``; a
table has ``cells``; a chart has cells too (categories in column 0, one column a series, names in row 0).
Offsets into a block's or cell's text are turned into places of the source by its ``segments``.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from jixiao.core.frozen import frozen
from jixiao.core.ledger import Ledger
from jixiao.core.look import CellLook, Look, Mark, Properties
from jixiao.core.place import Box, Place
from jixiao.core.twin import Twin

BlockKind = Literal["heading", "paragraph", "item", "table", "chart"]


@frozen
class Segment:
    """From ``offset`` of the text on, characters stand from ``column`` of ``line`` (1-based) of a file."""

    offset: int
    line: int
    column: int


@frozen
class Area:
    """From ``offset`` of the text on, characters stand in one line of a page.

    Lengths are points (1/72 inch) from the upper left corner of the page; ``edges`` are the left edges of
    the characters and the right edge of the last. ``page`` is 1-based.
    """

    offset: int
    page: int
    top: int
    bottom: int
    edges: tuple[int, ...]


@frozen
class Cell:
    """One cell of a table, told once whatever positions it covers; ``row`` and ``column`` count from 0."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    segments: tuple[Segment, ...] = ()
    reference: str | None = None
    """The cell's name in a spreadsheet, such as ``B3``."""
    marks: tuple[Mark, ...] = ()
    look: CellLook | None = None
    areas: tuple[Area, ...] = ()
    """Where the text stands on pages, in formats that have them."""


@frozen
class Block:
    """A heading, paragraph, list item, table or chart.

    ``level`` is the depth of a heading or item (1 = outermost, 0 = none) and ``number`` its number as
    printed, "（一）", which also stands at the start of ``text`` when the source shows it there (also when
    Word numbers it by itself).
    """

    index: int
    kind: BlockKind
    text: str = ""
    level: int = 0
    number: str = ""
    cells: tuple[Cell, ...] = ()
    segments: tuple[Segment, ...] = ()
    part: str = "body"
    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    """The number of the table (or chart) in the document, from 0."""
    marks: tuple[Mark, ...] = ()
    look: Look | None = None
    areas: tuple[Area, ...] = ()
    reference: str | None = None
    """The cell of the sheet in which its text stands."""
    twins: tuple[Twin, ...] = ()
    """What a chart tells a second time: labels of its drawing, the workbook behind it."""

    def place(self, start: int, end: int, cell: Cell | None = None) -> Place:
        """The place of ``text[start:end]`` of this block, or of the cell."""
        if cell is None:
            segments, areas, reference, row, column = self.segments, self.areas, self.reference, None, None
        else:
            segments, areas, reference = cell.segments, cell.areas, cell.reference
            row, column = cell.row, cell.column
        line = None
        if segments:
            at = last = segments[0]
            if len(segments) > 1:
                at = segments[max(bisect_right(segments, start, key=lambda s: s.offset) - 1, 0)]
                final = max(end - 1, start)
                last = segments[max(bisect_right(segments, final, key=lambda s: s.offset) - 1, 0)]
            line, shift = at.line, at.column - at.offset
            if last.line != line:  # broken over two lines: the stretch on the first of them
                end = next(s.offset for s in segments if s.offset > start)
            start, end = start + shift, end + shift
        boxes = boxes_of(areas, start, end) if areas else ()
        page, box = boxes[0] if boxes else (self.page, None)
        table = self.table if self.kind == "table" else None
        chart = self.table if self.kind == "chart" else None
        # In the order of the fields: by their names it takes twice the time, for every number of a document.
        return Place(
            self.index,
            start,
            end,
            line,
            self.part,
            table,
            row,
            column,
            page,
            box,
            self.sheet,
            reference,
            chart,
        )

    def texts(self) -> Iterator[tuple[str, Cell | None]]:
        """Every stretch of text in it: its own, or that of each cell."""
        if self.cells:
            for cell in self.cells:
                yield cell.text, cell
        else:
            yield self.text, None


def boxes_of(areas: tuple[Area, ...], start: int, end: int) -> list[tuple[int, Box]]:
    """The page and box of ``text[start:end]`` in every line that it runs through."""
    found: list[tuple[int, Box]] = []
    for area in areas:
        first = max(start - area.offset, 0)
        last = min(max(end, start + 1) - area.offset, len(area.edges) - 1)
        if first < last:
            found.append((area.page, (area.edges[first], area.top, area.edges[last], area.bottom)))
    return found


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read.

    ``format`` is the name of the reader's folder; ``notes`` say in plain words what the reader could not
    read. ``ledger`` is there where the document is a report of ours; ``properties`` are for writers.
    """

    name: str
    format: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = field(default=())
    ledger: Ledger | None = None
    properties: Properties | None = None

    def plain_text(self) -> str:
        """All text, a block or a table row a line; for search and comparison, not for places."""
        lines: list[str] = []
        for block in self.blocks:
            if not block.cells:
                lines.append(block.text)
                continue
            rows: dict[int, list[str]] = {}
            for cell in block.cells:
                rows.setdefault(cell.row, []).append(cell.text)
            lines.extend("\t".join(row) for row in rows.values())
        return "\n".join(lines)
