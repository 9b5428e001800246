"""Sheets as plain rows with merged ranges, how a place prints them, and the workbook made of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl

from jixiao.core.money import MoneyUnit

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | Decimal | int | None
Row = list[Value]


@dataclass(frozen=True)
class Style:
    """How a place prints: ``one_code`` has the code in one cell, else 类, 款 and 项 have each their own."""

    unit: MoneyUnit = MoneyUnit.TEN_THOUSAND
    one_code: bool = True
    numeric_codes: bool = False
    shuffled: bool = False
    blank_zeros: bool = False
    titled: bool = True
    three_lanes: bool = False
    """The economic items stand in three lanes, and 公用经费合计 is merged over two of them."""
    headed_items: bool = False
    """项目 stands over the code and the name."""
    body: str = ""
    year: int | None = None
    said_unit: str | None = None
    """The unit that the sheets tell, where it is not that of the amounts; "" for none."""


@dataclass
class Sheet:
    """A sheet: rows of cells, and the ranges (row, column, height, width) that are merged."""

    name: str
    rows: list[Row] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def add(self, *cells: Value) -> None:
        self.rows.append(list(cells))

    def merge(self, column: int, width: int, height: int = 1, up: int = 0) -> None:
        """Merge a range whose first row is the last one, or ``up`` above it."""
        self.merged.append((len(self.rows) - 1 - up, column, height, width))


def xlsx(made: Iterable[Sheet]) -> bytes:
    """The workbook as a file."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for one in made:
        page: Worksheet = book.create_sheet(one.name[:31].replace("“", "").replace("”", ""))
        for line, cells in enumerate(one.rows, start=1):
            for column, value in enumerate(cells, start=1):
                if value is not None and value != "":
                    cell = page.cell(line, column, value)
                    if isinstance(value, Decimal):
                        cell.number_format = "#,##0.00"
        for row, column, height, width in one.merged:
            page.merge_cells(
                start_row=row + 1, start_column=column + 1, end_row=row + height, end_column=column + width
            )
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def titled_otherwise(sheet: Sheet, title: str) -> Sheet:
    """The sheet under another title."""
    rows = [list(row) for row in sheet.rows]
    rows[0][0] = title
    return replace(sheet, rows=rows)
