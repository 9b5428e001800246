"""One sheet's XML to a grid of shown texts, with its merged ranges; it is streamed, never held as a tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.formats.safe_xml import iterate_xml
from jixiao.formats.xlsx.numbers import show
from jixiao.formats.xlsx.package import child, local, rich_text, unescape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from jixiao.formats.xlsx.package import Package

MAX_CELLS: Final = 300_000
"""Filled cells of one workbook that are read; the largest final accounts of a province have some 60,000."""
MAX_MERGES: Final = 50_000
LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384

_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_LONGEST_CELL: Final = 32_767
"""Excel's own limit of the characters of a cell."""

Position = tuple[int, int]
"""Row and column, from 1."""
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 1."""


@dataclass(slots=True)
class Grid:
    """The texts of a sheet by row and column (from 1), where there are any, and what was odd about it."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    cells: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    uncalculated: int = 0
    cut: bool = False


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


def parse_range(reference: str) -> Merge | None:
    """``B2:D4`` as numbers; None when it is no range within a sheet."""
    first, _, last = reference.partition(":")
    corners = [parse_reference(first), parse_reference(last or first)]
    if corners[0] is None or corners[1] is None:
        return None
    (top, left), (bottom, right) = corners[0], corners[1]
    return (top, left, bottom, right) if top <= bottom and left <= right else None


def parse_reference(reference: str) -> Position | None:
    """``B3`` as row 3, column 2; None when it names no cell."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (row, column) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


def name_cell(row: int, column: int) -> str:
    """Row 3, column 2 as ``B3``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


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
            texts[column] = text[:_LONGEST_CELL]
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
