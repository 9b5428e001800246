"""Where every block stands: rows and columns counted from 0, as the writing library does."""

from dataclasses import dataclass

from jixiao.dossiers.workbook.layouts import layout
from jixiao.dossiers.workbook.shapes import Block, Sheet, Style
from jixiao.dossiers.workbook.writing.rows import Row

TOP = 3
"""Rows of a sheet's title, introduction and the empty one below."""
_DEFAULT_WIDTH = 14
_FORM_WIDTHS = (26, 46, 60)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block in its place; the rows of the data are ``first`` to ``last``, both included.

    ``total`` is the row of sums, -1 where there is none.
    """

    block: Block
    title: int
    header: int
    total: int
    first: int
    last: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet with its blocks in their places and the widths of its columns."""

    sheet: Sheet
    blocks: tuple[Placed, ...]
    widths: tuple[int, ...]

    @property
    def columns(self) -> int:
        """How many columns are used."""
        return len(self.widths)


def laid_out(rows: dict[str, list[Row]], *, spare: int | None) -> list[Laid]:
    """All sheets with ``rows`` by titles of blocks; ``spare`` overrides the number of empty rows."""
    return [_laid(sheet, rows, spare) for sheet in layout()]


def _laid(sheet: Sheet, rows: dict[str, list[Row]], spare: int | None) -> Laid:
    placed = []
    row = TOP
    for block in sheet.blocks:
        stated = tuple(rows[block.title])
        total = row + 2 if block.totals else -1
        first = row + (3 if block.totals else 2)
        empty = 0 if block.style is not Style.TABLE else block.spare if spare is None else spare
        last = first + max(len(stated) + empty, 1) - 1
        placed.append(Placed(block, row, row + 1, total, first, last, stated))
        row = last + 2
    return Laid(sheet, tuple(placed), _widths(sheet))


def _widths(sheet: Sheet) -> tuple[int, ...]:
    """The first block that states the width of a column decides."""
    if all(block.style is Style.FORM for block in sheet.blocks):
        return _FORM_WIDTHS
    widths: list[int] = []
    for block in sheet.blocks:
        stated = [*block.widths] if block.style is not Style.TABLE else [one.width for one in block.columns]
        if block.style is Style.MATRIX:
            stated = [*(stated or [24]), *(column.width for column in block.columns[1:])]
        for number, width in enumerate(stated):
            if number == len(widths):
                widths.append(0)
            widths[number] = widths[number] or width
    return tuple(width or _DEFAULT_WIDTH for width in widths)
