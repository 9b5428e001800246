"""One sheet's records to a grid of shown texts, with its merged ranges."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.errors import damaged
from jixiao.formats.grids.grid import LAST_COLUMN, LAST_ROW, LONGEST_CELL, MAX_MERGES, Grid
from jixiao.formats.grids.stored import shown_error, shown_number
from jixiao.formats.grids.texts import clean
from jixiao.formats.xlsb.records import packed, real, records, text, whole

if TYPE_CHECKING:
    from jixiao.formats.xlsx.package import Package

_ROW: Final = 0
_COLUMNS: Final = 60
_MERGED: Final = 176
_PACKED: Final = (2, 13)
_ERROR: Final = (3, 11, 14)
_TRUTH: Final = (4, 10, 15)
_REAL: Final = (5, 9, 16)
_TEXT: Final = (6, 8, 17)
_SHARED: Final = (7, 18)
_RICH: Final = 62
_BLANK: Final = (1, 12)
"""Kinds of records of cells: with a value, with the result of a formula, and short ones."""
_SHORT: Final = range(12, 19)
"""They tell no column: it is the next one."""
_HIDDEN_ROW: Final = 0x10


class _Reader:
    def __init__(self, package: Package, *, hidden: bool) -> None:
        self.grid = Grid(hidden=hidden)
        self._package = package
        self._row = 0
        self._hidden = False
        self._column = 0

    def take(self, kind: int, body: bytes, budget: int) -> None:
        grid = self.grid
        if kind == _ROW:
            grid.cut = grid.cut or grid.cells >= budget
            self._row, self._column = whole(body, 0) + 1, 0
            self._hidden = len(body) > 11 and bool(body[11] & _HIDDEN_ROW)
        elif kind < 19 or kind == _RICH:
            self._take_cell(kind, body)
        elif kind == _MERGED:
            top, low, left, far = struct.unpack_from("<IIII", body)
            if top <= low < LAST_ROW and left <= far < LAST_COLUMN and len(grid.merges) < MAX_MERGES:
                grid.merges.append((top + 1, left + 1, low + 1, far + 1))
        elif kind == _COLUMNS:
            grid.hidden_columns += len(body) > 16 and bool(body[16] & 1)

    def _take_cell(self, kind: int, body: bytes) -> None:
        at = 4 if kind in _SHORT else 8
        self._column = self._column + 1 if kind in _SHORT else whole(body, 0) + 1
        if self.grid.cut or kind in _BLANK or not 0 < self._row <= LAST_ROW or self._column > LAST_COLUMN:
            return
        shown = self._text(kind, body, at)[:LONGEST_CELL]
        if not shown or shown.isspace():
            return
        row = self.grid.rows.get(self._row)
        if row is None:
            row = self.grid.rows[self._row] = {}
            self.grid.hidden_rows += self._hidden
        self.grid.cells += self._column not in row
        row[self._column] = shown

    def _text(self, kind: int, body: bytes, at: int) -> str:
        """What the cell shows."""
        package = self._package
        if kind in _SHARED:
            index = whole(body, at)
            return package.strings[index] if index < len(package.strings) else ""
        if kind in _PACKED or kind in _REAL:
            style = whole(body, at - 4) & 0xFFFFFF
            code = package.codes[style] if style < len(package.codes) else 0
            number = packed(whole(body, at)) if kind in _PACKED else real(body, at)
            return shown_number(number, code, epoch_1904=package.epoch_1904)
        if kind in _TEXT or kind == _RICH:
            return clean(text(body, at + (kind == _RICH))[0])
        if at >= len(body):
            raise struct.error("a cell without its value")
        if kind in _TRUTH:
            return "TRUE" if body[at] else "FALSE"
        return shown_error(body[at]) if kind in _ERROR else ""


def read_grid(package: Package, part: str, budget: int, *, hidden: bool) -> Grid:
    """Read a sheet, at most ``budget`` filled cells of it, the last row told whole.

    Raises:
        ReadError: it is damaged or hostile.
    """
    reader = _Reader(package, hidden=hidden)
    try:
        for kind, body in records(package.archive.read(part)):
            reader.take(kind, body, budget)
    except struct.error as error:
        raise damaged() from error
    reader.grid.cut = reader.grid.cut or reader.grid.cells >= budget
    return reader.grid
