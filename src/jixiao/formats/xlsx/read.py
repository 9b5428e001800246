"""A workbook to a Document: sheet by sheet, region by region, with what could not be read in its notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jixiao.formats.grids.grid import MAX_CELLS
from jixiao.formats.grids.workbook import Sheet, to_document
from jixiao.formats.xlsx.package import open_package
from jixiao.formats.xlsx.sheet import read_grid

if TYPE_CHECKING:
    from jixiao.core.document import Document
    from jixiao.formats.grids.grid import Grid
    from jixiao.formats.xlsx.package import Package
    from jixiao.formats.xlsx.package import Sheet as Entry


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a workbook.

    Raises:
        ReadError: it is damaged, encrypted, hostile or holds no sheet.
    """
    package = open_package(data)
    sheets = [Sheet(sheet.name, partial(_grid, package, sheet)) for sheet in package.sheets]
    document = to_document(name, "xlsx", sheets, package.names, MAX_CELLS)
    if document.ledger is not None and any(block.kind == "chart" for block in document.blocks):
        from jixiao.formats.xlsx.chart_caches import with_caches

        return with_caches(document, package.archive)
    return document


def _grid(package: Package, sheet: Entry, budget: int) -> Grid:
    grid = read_grid(package, sheet.part, budget)
    grid.hidden = sheet.hidden
    return grid
