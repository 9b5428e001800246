"""One sheet's XML to a grid of shown texts, with its merged ranges; it is streamed, never held as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.grids.grid import (
    LAST_COLUMN,
    LAST_ROW,
    LONGEST_CELL,
    MAX_MERGES,
    Grid,
    parse_range,
    parse_reference,
)
from jixiao.formats.grids.numbers import show
from jixiao.formats.safe_xml import iterate_xml
from jixiao.formats.xlsx.package import child, local, rich_text, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from jixiao.formats.xlsx.package import Package


def read_grid(package: Package, part: str, budget: int) -> Grid:
    """Read a sheet, at most ``budget`` filled cells of it.

    Raises:
        ReadError: its XML is damaged or hostile.
    """
    grid = Grid()
    row = 0
    for element in iterate_xml(package.archive.read(part), ("{*}row", "{*}mergeCell", "{*}col")):
        kind = local(element)
        if kind == "row":
            row = _number(element.get("r"), row + 1)
            if row > LAST_ROW or grid.cut:
                continue
            before = grid.cells
            _read_row(grid, element, row, package)
            grid.hidden_rows += grid.cells > before and element.get("hidden") in ("1", "true")
            grid.cut = grid.cells >= budget
        elif kind == "mergeCell":
            merge = parse_range(element.get("ref", ""))
            if merge is not None and len(grid.merges) < MAX_MERGES:
                grid.merges.append(merge)
        elif element.get("hidden") in ("1", "true"):
            grid.hidden_columns += 1
    return grid


def _read_row(grid: Grid, element: _Element, row: int, package: Package) -> None:
    column = 0
    texts: dict[int, str] = {}
    for cell in _cells(element):
        position = parse_reference(cell.get("r", ""))
        column = position[1] if position else column + 1
        if column > LAST_COLUMN:
            break
        text = _text(cell, package, grid)
        if text and not text.isspace():
            texts[column] = text[:LONGEST_CELL]
    if texts:
        grid.rows.setdefault(row, {}).update(texts)
        grid.cells += len(texts)


def _cells(row: _Element) -> Iterator[_Element]:
    return row.iterchildren("{*}c")


def _text(cell: _Element, package: Package, grid: Grid) -> str:
    """What the cell shows."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = child(cell, "is")
        return "" if inline is None else rich_text(inline)
    stored = formula = None
    for item in cell:
        name = local(item)
        if name == "v":
            stored = item.text
        elif name == "f":
            formula = item
    if stored is None:
        grid.uncalculated += formula is not None
        return ""
    if kind == "n":
        style = _number(cell.get("s"), 0)
        code = package.codes[style] if style < len(package.codes) else 0
        return show(stored, code, epoch_1904=package.epoch_1904)
    if kind == "s":
        index = _number(stored, -1)
        return package.strings[index] if 0 <= index < len(package.strings) else ""
    if kind == "b":
        return "TRUE" if stored.strip() == "1" else "FALSE"
    return unescape(stored)


def _number(text: str | None, default: int) -> int:
    """A whole number of at most nine digits, else the default."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else default
