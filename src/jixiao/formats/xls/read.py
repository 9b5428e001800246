"""A binary workbook to a Document: the stream is surveyed first, then xlrd reads it sheet by sheet.

xlrd is given the stream and never the container, keeps number formats and merged ranges
(``formatting_info``), and reads a sheet when it is asked for.
"""

from __future__ import annotations

import io
from functools import partial
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.errors import check_sheets, damaged
from jixiao.formats.grids.grid import Grid, name_cell
from jixiao.formats.grids.verbs import reader
from jixiao.formats.grids.workbook import Sheet
from jixiao.formats.ole import is_ole, stream, streams
from jixiao.formats.safe_xml import shorten
from jixiao.formats.xls.cells import codes, fill
from jixiao.formats.xls.records import survey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlrd.book import Book, Name


_STREAMS: Final = ("workbook", "book")
"""Of Excel 97 and later; of Excel 5 and 95. A file made for both holds both."""
_CHINESE: Final = "gb18030"
"""The encoding of an old workbook that does not tell its own."""


class _Silent(io.StringIO):
    """Where the library may complain about each of a million records."""

    def write(self, text: str, /) -> int:
        return len(text)


def open_sheets(data: bytes) -> tuple[list[Sheet], dict[str, str]]:
    """The sheets of a workbook and what it calls its ranges.

    Raises:
        ReadError: it is damaged, encrypted, too large or holds no sheet.
    """
    book = _open(_stream(data))
    check_sheets(book.nsheets)
    formats = codes(book)
    sheets = [
        Sheet(name, partial(_grid, book, index, formats)) for index, name in enumerate(book.sheet_names())
    ]
    return sheets, {one.name: target for one in book.name_obj_list if (target := _target(book, one))}


read = reader("xls", open_sheets)


def _stream(data: bytes) -> bytes:
    """The workbook's own stream."""
    if not is_ole(data):
        return data
    found = {one.casefold(): one for one in streams(data)}
    return stream(data, next((found[one] for one in _STREAMS if one in found), "Workbook"))


def _open(content: bytes) -> Book:
    import xlrd

    said = survey(content)
    try:
        return xlrd.open_workbook(
            file_contents=content,
            logfile=_Silent(),
            encoding_override=_CHINESE if said.version < 8 and not said.has_codepage else None,
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
        )
    except MemoryError:  # the caller's to limit
        raise
    except Exception as error:  # the library raises many kinds on damaged records
        raise damaged(shorten(str(error) or type(error).__name__)) from error


def _grid(book: Book, index: int, formats: Sequence[int | str], budget: int) -> Grid:
    try:
        sheet = book.sheet_by_index(index)
    except MemoryError:
        raise
    except Exception as error:  # as above
        raise damaged(shorten(str(error) or type(error).__name__)) from error
    grid = fill(sheet, tuple(formats), budget, epoch_1904=book.datemode == 1)
    book.unload_sheet(index)
    return grid


def _target(book: Book, name: Name) -> str:
    """The one range that a name stands for; "" where it is anything else."""
    value = getattr(name.result, "value", None)
    if not isinstance(value, list) or len(value) != 1:
        return ""
    coordinates: tuple[int, ...] = tuple(getattr(value[0], "coords", ()))
    if len(coordinates) != 6:
        return ""
    first, _, top, bottom, left, right = coordinates
    if not 0 <= first < book.nsheets or not (0 <= top < bottom and 0 <= left < right):
        return ""
    sheet = book.sheet_names()[first].replace("'", "''")
    corners = [name_cell(top + 1, left + 1), name_cell(bottom, right)]
    return f"'{sheet}'!{':'.join(dict.fromkeys(corners))}"
