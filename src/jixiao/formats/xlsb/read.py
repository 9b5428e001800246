"""A binary workbook to a Document, as `xlsx` does it: only the parts are records instead of XML."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jixiao.formats.grids.verbs import reader
from jixiao.formats.grids.workbook import Sheet
from jixiao.formats.xlsb.package import open_package
from jixiao.formats.xlsb.sheet import read_grid

if TYPE_CHECKING:
    from collections.abc import Mapping


def open_sheets(data: bytes) -> tuple[list[Sheet], Mapping[str, str]]:
    """The sheets of a workbook and what it calls its ranges.

    Raises:
        ReadError: it is damaged, encrypted, hostile or holds no sheet.
    """
    package = open_package(data)
    sheets = [
        Sheet(entry.name, partial(read_grid, package, entry.part, hidden=entry.hidden))
        for entry in package.sheets
    ]
    return sheets, package.names


read = reader("xlsb", open_sheets)
