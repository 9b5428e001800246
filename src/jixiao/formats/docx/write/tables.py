"""Tables: merged cells, repeated heads, rows that do not break, columns of fixed width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.core.look import TableLook
from jixiao.formats.docx.write.columns import alignments, is_figure, widths
from jixiao.formats.docx.write.measure import lines
from jixiao.formats.docx.write.paragraphs import Shape, paragraph
from jixiao.formats.docx.write.text import Bookmarks, marked, shifted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block, Cell

WIDEST = 63
"""Word's own limit of columns."""
_TALL = 1418
"""25 mm: a seal has 42 mm, but stands across the lines."""
_LOW = {False: 397, True: 340}
"""Of rows, by ``TableLook.small``: one line with some air."""
_LONG_CELL = 120
"""Signs; a row with more in a cell may break over pages."""
_KEPT_ROWS = 8
"""A table of so few rows stays on one page."""
LAST_ROWS = 3
"""So many rows of a longer table go over to the next page together."""
_PADDING = 70
_MARGIN = 56
"""Above and below the text of a cell."""
_BORDER = 8
_SIZES = {False: (210, 290), True: (180, 250)}
"""Of signs and lines, as the styles say; exact, so that rows do not depend on the font at hand."""
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'


@dataclass(frozen=True, slots=True)
class Table:
    """A table as XML, the widths of its columns, and how many rows stay with the row after them."""

    xml: str
    widths: Sequence[int]
    kept: int


def table(block: Block, bookmarks: Bookmarks, width: int) -> Table:
    """The table of the block's cells, ``width`` twentieths of a point wide; at most 63 columns."""
    cells = block.cells
    given = block.look.table if block.look is not None else None
    look = given or TableLook()
    heads = look.header_rows if given is not None else _heads(cells)
    grid = _grid(cells)
    column_widths = widths(cells, len(grid[0]), look.widths, width, _SIZES[look.small][0] // 2)
    writer = _Writer(look, bookmarks, column_widths, alignments(cells, heads))
    writer.keep_rows = len(grid) - 1 if len(grid) <= _KEPT_ROWS else look.header_rows + 1
    writer.keep_from = len(grid) - LAST_ROWS
    writer.keep_last = block.look is not None and block.look.keep
    rows = "".join(writer.row(number, grid) for number in range(len(grid)))
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in column_widths)
    xml = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
    return Table(xml, column_widths, writer.keep_rows)


def _heads(cells: Sequence[Cell]) -> int:
    """The rows of headings in a table of which nothing is said: the first, where it holds no figure."""
    first = [cell for cell in cells if cell.row == 0]
    is_head = all(cell.row_span == 1 and not is_figure(cell.text) for cell in first)
    return int(is_head and len(cells) > len(first) > 1)


def row_heights(block: Block, column_widths: Sequence[int]) -> list[int]:
    """The heights of the rows as reckoned from their text, in twentieths of a point."""
    look = (block.look.table if block.look is not None else None) or TableLook()
    cells, rows = block.cells, max(cell.row + cell.row_span for cell in block.cells)
    size, pitch = _SIZES[look.small]
    found = [_TALL if row in look.tall_rows else _LOW[look.small] for row in range(rows)]
    for cell in cells:
        if cell.row_span == 1 and len(cell.text) > 1:
            room = (sum(column_widths[cell.column : cell.column + cell.column_span]) - 2 * _PADDING) / size
            taken = lines(cell.text, max(room, 1))
            found[cell.row] = max(found[cell.row], taken * pitch + _MARGIN)
    return [height + _BORDER for height in found]


def _grid(cells: Sequence[Cell]) -> list[list[Cell | None]]:
    """Which cell covers each position; one that would cover the place of another gives up its span."""
    rows = max(cell.row + cell.row_span for cell in cells)
    columns = max(cell.column + cell.column_span for cell in cells)
    grid: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    for cell in cells:
        grid[cell.row][cell.column] = grid[cell.row][cell.column] or cell
    for cell in cells:
        if cell.row_span == cell.column_span == 1:
            continue
        covered = range(cell.row, cell.row + cell.row_span)
        span = slice(cell.column, cell.column + cell.column_span)
        if all(place is None or place is cell for line in covered for place in grid[line][span]):
            for line in covered:
                grid[line][span] = [cell] * cell.column_span
    return grid


class _Writer:
    """Writes the rows of one table."""

    def __init__(
        self,
        look: TableLook,
        bookmarks: Bookmarks,
        column_widths: Sequence[int],
        aligned: dict[tuple[int, int], str],
    ) -> None:
        self._look = look
        self._bookmarks = bookmarks
        self._widths = column_widths
        self._aligned = aligned
        self._style = "TableSmall" if look.small else "TableText"
        self.keep_rows = 0
        """So many rows stay with the row after them,"""
        self.keep_from = 0
        """and those from this one on,"""
        self.keep_last = False
        """the last one with what follows the table."""

    def row(self, number: int, grid: Sequence[Sequence[Cell | None]]) -> str:
        """One row of the grid."""
        line = grid[number]
        keep = self._keeps(number, line) if number + 1 < len(grid) else self.keep_last
        shown: list[str] = []
        longest = column = 0
        while column < len(line):
            cell = line[column]
            start = column
            column += 1
            while cell is not None and column < len(line) and line[column] is cell:
                column += 1
            if cell is not None and cell.row == number:
                longest = max(longest, len(cell.text))
            reaches_down = number + 1 < len(grid) and cell is not None and grid[number + 1][start] is cell
            shown.append(self._cell(cell, number, start, column, keep=keep, reaches_down=reaches_down))
        tall = number in self._look.tall_rows
        height = _TALL if tall else _LOW[self._look.small]
        properties = (
            ("<w:cantSplit/>" if longest <= _LONG_CELL else "")
            + f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
            + ("<w:tblHeader/>" if number < self._look.header_rows else "")
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(shown)}</w:tr>"

    def _keeps(self, number: int, line: Sequence[Cell | None]) -> bool:
        """Whether a row stays with the next: at the top, at the end, and where it is a heading."""
        if number < self.keep_rows or number >= self.keep_from:
            return True
        here = [cell for cell in line if cell is not None and cell.row == number]
        return bool(here) and all(cell.look is not None and cell.look.head for cell in here)

    def _cell(
        self, cell: Cell | None, row: int, start: int, stop: int, *, keep: bool, reaches_down: bool
    ) -> str:
        goes_on = cell is not None and cell.row < row
        width = sum(self._widths[start:stop])
        is_head = cell is not None and (
            cell.row < self._look.header_rows or (cell.look is not None and cell.look.head)
        )
        merge = '<w:vMerge w:val="restart"/>' if reaches_down and not goes_on else ""
        properties = "".join(
            (
                f'<w:tcW w:w="{width}" w:type="dxa"/>',
                f'<w:gridSpan w:val="{stop - start}"/>' if stop - start > 1 else "",
                "<w:vMerge/>" if goes_on else merge,
                _SHADE if is_head else "",
                '<w:vAlign w:val="center"/>',
            )
        )
        text = self._nothing(keep=keep) if cell is None or goes_on else self._text(cell, keep, is_head)
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>"

    def _nothing(self, *, keep: bool) -> str:
        return paragraph("", Shape(self._style, keep=keep))

    def _text(self, cell: Cell, keep: bool, is_head: bool) -> str:  # noqa: FBT001 - named at the one call
        """A paragraph a line; lines that would not be read back so stay in one paragraph."""
        align = self._aligned[cell.row, cell.column]
        style = ("TableHeadSmall" if self._look.small else "TableHead") if is_head else self._style
        shape = Shape(style, keep=keep, align=align)
        parts = cell.text.split("\n")
        if len(parts) == 1 or any(not part or part != part.strip() for part in parts):
            return paragraph(marked(cell.text, cell.marks, self._bookmarks), shape)
        shown: list[str] = []
        start = 0
        for part in parts:
            marks = shifted(cell.marks, start, start + len(part)) if cell.marks else ()
            shown.append(paragraph(marked(part, marks, self._bookmarks), shape))
            start += len(part) + 1
        return "".join(shown)
