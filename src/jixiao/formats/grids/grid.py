"""A sheet as a sparse grid of shown texts with its merged ranges, and the names of its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

MAX_CELLS: Final = 300_000
"""Filled cells of one workbook that are read; the largest final accounts of a province have some 60,000."""
MAX_MERGES: Final = 50_000
LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
LONGEST_CELL: Final = 32_767
"""Excel's own limit of the characters of a cell."""

_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")

Position = tuple[int, int]
"""Row and column, from 1."""
Merge = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 1."""


@dataclass(slots=True)
class Grid:
    """The texts of a sheet by row and column (from 1), where there are any, and what was odd about it."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False
    cells: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0
    uncalculated: int = 0
    cut: bool = False
    notes: list[str] = field(default_factory=list)
    """What else was odd: in Chinese, to stand behind the name of the sheet."""


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
