"""A sheet that xlrd has read, to a grid of shown texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.grid import LONGEST_CELL, MAX_MERGES, Grid
from jixiao.formats.grids.stored import shown_error, shown_number
from jixiao.formats.grids.texts import clean

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

_TEXT: Final = 1
_NUMBERS: Final = (2, 3)
"""Kinds of cells of the library: a number, and one whose format is a date."""
_TRUTH: Final = 4
_ERROR: Final = 5


def codes(book: Book) -> tuple[int | str, ...]:
    """For each cell style its format code, or the number of a built-in format that the file does not tell."""
    own = {one.format_key: one.format_str for one in book.format_list}
    return tuple(own.get(style.format_key, style.format_key) for style in book.xf_list)


def fill(sheet: Sheet, formats: tuple[int | str, ...], budget: int, *, epoch_1904: bool) -> Grid:
    """The texts that a sheet shows, at most ``budget`` filled cells."""
    grid = Grid(hidden=bool(sheet.visibility))
    for row in range(sheet.nrows):
        if grid.cells >= budget:
            grid.cut = True
            break
        texts: dict[int, str] = {}
        for column, (kind, value) in enumerate(
            zip(sheet.row_types(row), sheet.row_values(row), strict=True), start=1
        ):
            if kind == _TEXT:
                text = clean(str(value))
            elif kind in _NUMBERS:
                style = sheet.cell_xf_index(row, column - 1)
                text = shown_number(
                    float(value), formats[style] if style < len(formats) else 0, epoch_1904=epoch_1904
                )
            elif kind == _TRUTH:
                text = "TRUE" if value else "FALSE"
            elif kind == _ERROR:
                text = shown_error(int(value))
            else:
                continue
            if text and not text.isspace():
                texts[column] = text[:LONGEST_CELL]
        if texts:
            grid.rows[row + 1] = texts
            grid.cells += len(texts)
            info = sheet.rowinfo_map.get(row)
            grid.hidden_rows += info is not None and bool(info.hidden)
    _measure(grid, sheet)
    return grid


def _measure(grid: Grid, sheet: Sheet) -> None:
    """Merged ranges and stretches of hidden columns."""
    for top, bottom, left, right in sheet.merged_cells[:MAX_MERGES]:
        if top < bottom and left < right:
            grid.merges.append((top + 1, left + 1, bottom, right))
    hidden = {column for column, info in sheet.colinfo_map.items() if info.hidden}
    grid.hidden_columns = sum(column - 1 not in hidden for column in hidden)
