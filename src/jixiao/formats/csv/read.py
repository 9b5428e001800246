"""A table of values to a Document: one sheet without a name, whose records are its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.csv.records import Records, delimiter
from jixiao.formats.grids.grid import LAST_ROW, LONGEST_CELL, MAX_CELLS, Grid
from jixiao.formats.grids.texts import clean
from jixiao.formats.grids.verbs import reader
from jixiao.formats.grids.workbook import Sheet, given
from jixiao.formats.txt.decode import Decoded, decoded

if TYPE_CHECKING:
    from collections.abc import Mapping


_HEAD: Final = 65_536
"""Characters in which the sign between the values shows."""


def open_sheets(data: bytes) -> tuple[list[Sheet], Mapping[str, str]]:
    """The one sheet of a table; it names no ranges.

    Raises:
        ReadError: it is not text, or no sign parts its lines.
    """
    return [Sheet("", given(_grid(decoded(data))))], {}


read = reader("csv", open_sheets)


def _grid(file: Decoded) -> Grid:
    """The values by record and number."""
    text = file.text
    sign = delimiter(text[:_HEAD])
    if sign is None:
        raise ReadError(
            "no_table",
            "文件中找不到表格：各行没有共同的分隔符（逗号、制表符、分号）。"
            "请用 Excel 或 WPS 另存为 csv 或 xlsx。",
            "No table in the file: no comma, tab or semicolon parts its lines. Save it as csv or xlsx with "
            "an office program.",
        )
    grid = Grid()
    records = Records(text, sign)
    for row, record in enumerate(records, start=1):
        if row > LAST_ROW or grid.cells >= MAX_CELLS:
            grid.cut = True
            break
        texts = {
            column: shown[:LONGEST_CELL]
            for column, raw in enumerate(record, start=1)
            if (shown := clean(raw))
        }
        if texts:
            grid.rows[row] = texts
            grid.cells += len(texts)
    if file.note:
        grid.notes.append(f"的编码：{file.note}")
    if records.unclosed:
        grid.notes.append("中有没有成对的引号，按普通字符读取。")
    return grid
