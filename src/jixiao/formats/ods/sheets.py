"""The content of a spreadsheet to grids: streamed, with repeated rows and cells told out within a budget.

A file of some hundred bytes may say that a row of 16,384 cells stands 1,048,576 times: only rows and cells
with a text are told, and every one counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.errors import check_sheets
from jixiao.formats.grids.grid import LAST_COLUMN, LAST_ROW, LONGEST_CELL, MAX_MERGES, Grid
from jixiao.formats.ods.texts import OFFICE, TABLE, count, is_computed, shown
from jixiao.formats.safe_xml import iterate_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TAGS: Final = (
    f"{_STYLE}table-properties",
    f"{TABLE}table-column",
    f"{TABLE}table-row",
    f"{TABLE}named-range",
    f"{TABLE}table",
)
_CELLS: Final = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_HIDDEN: Final = ("collapse", "filter")
_RANGE: Final = re.compile(
    r"\$?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'.]+))\.(?P<first>[$A-Za-z0-9]+)"
    r"(?::(?:\$?(?:'(?:[^']|'')+'|[^'.]+))?\.(?P<last>[$A-Za-z0-9]+))?"
)


@dataclass(slots=True)
class Content:
    """The sheets in order with their names, and what the names of ranges stand for."""

    sheets: list[tuple[str, Grid]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)


class _Reader:
    """Goes through the elements as they end: columns and rows before the table that holds them."""

    def __init__(self, budget: int) -> None:
        self.content = Content()
        self._budget = budget
        self._hidden_styles: set[str] = set()
        self._table: _Element | None = None
        self._grid = Grid()
        self._row = 0

    def take(self, element: _Element) -> None:
        if element.tag == f"{_STYLE}table-properties":
            style = element.getparent()
            if style is not None and element.get(f"{TABLE}display") == "false":
                self._hidden_styles.add(style.get(f"{_STYLE}name", ""))
        elif element.tag == f"{TABLE}named-range":
            target = _target(element.get(f"{TABLE}cell-range-address", ""))
            if target:
                self.content.names[element.get(f"{TABLE}name", "")] = target
        elif element.tag == f"{TABLE}table":
            self._enter(element)
        elif self._enter(next(element.iterancestors(f"{TABLE}table"), None)):
            if element.tag == f"{TABLE}table-column":
                self._grid.hidden_columns += element.get(f"{TABLE}visibility") in _HIDDEN
            else:
                self._take_row(element)

    def _enter(self, table: _Element | None) -> bool:
        """Begin a sheet when its first part has been read; False for tables within cells or links."""
        parent = None if table is None else table.getparent()
        if table is None or parent is None or parent.tag != f"{OFFICE}spreadsheet":
            return False
        if table is self._table:
            return True
        check_sheets(len(self.content.sheets) + 1)
        self._table, self._row = table, 0
        hidden = table.get(f"{TABLE}style-name", "") in self._hidden_styles
        self._grid = Grid(hidden=hidden, cut=self._budget <= 0)
        self.content.sheets.append((table.get(f"{TABLE}name", ""), self._grid))
        return True

    def _take_row(self, element: _Element) -> None:
        grid, first = self._grid, self._row + 1
        times = count(element, "number-rows-repeated", LAST_ROW)
        self._row = min(self._row + times, LAST_ROW)
        if grid.cut or first > LAST_ROW:
            return
        texts = self._texts(element, first)
        if not texts:
            return
        hidden = element.get(f"{TABLE}visibility") in _HIDDEN
        for row in range(first, self._row + 1):
            grid.rows[row] = dict(texts)
            grid.cells += len(texts)
            grid.hidden_rows += hidden
            self._budget -= len(texts)
            if self._budget <= 0:
                grid.cut = True
                return

    def _texts(self, element: _Element, row: int) -> dict[int, str]:
        """The texts of a row by column."""
        texts: dict[int, str] = {}
        column = 1
        for cell in element.iterchildren(*_CELLS):
            if column > LAST_COLUMN:
                break
            times = count(cell, "number-columns-repeated", LAST_COLUMN + 1 - column)
            text = shown(cell)[:LONGEST_CELL]
            if text and not text.isspace():
                for place in range(column, column + times):
                    texts[place] = text
            elif not is_computed(cell):
                self._grid.uncalculated += 1
            down = count(cell, "number-rows-spanned", LAST_ROW + 1 - row)
            across = count(cell, "number-columns-spanned", LAST_COLUMN + 1 - column)
            if (down > 1 or across > 1) and len(self._grid.merges) < MAX_MERGES:
                self._grid.merges.append((row, column, row + down - 1, column + across - 1))
            column += times
        return texts


def read_content(data: bytes, budget: int) -> Content:
    """Read the part ``content.xml``, at most ``budget`` filled cells of it, the last row told whole.

    Raises:
        ReadError: its XML is damaged or hostile, or it has too many sheets.
    """
    reader = _Reader(budget)
    for element in iterate_xml(data, _TAGS):
        reader.take(element)
    return reader.content


def _target(address: str) -> str:
    """``$表1.$A$1:.$B$2`` as workbooks of Excel write it: ``'表1'!$A$1:$B$2``."""
    found = _RANGE.fullmatch(address)
    if found is None:
        return ""
    sheet = found["quoted"] or found["plain"].replace("'", "''")
    return f"'{sheet}'!{found['first']}{':' + found['last'] if found['last'] else ''}"
