"""How a column is headed and looks, and where the table stands that another one refers to."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from jixiao.core.money import Money, MoneyUnit
from jixiao.dossiers.workbook.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.dossiers.workbook.shapes import Column
    from jixiao.dossiers.workbook.writing.geometry import Laid, Placed
    from jixiao.formats.xlsx.raw import RawCell

TEXTS: Final = frozenset({Kind.TEXT, Kind.CODE, Kind.VALUE, Kind.TEXTS, Kind.POINTS_LIST})
CHOICES: Final = frozenset({Kind.TRUTH, Kind.CHOICE})


def unit_of(values: Sequence[object], usual: MoneyUnit) -> MoneyUnit:
    """What the amounts of a block count in, where all are in one unit; else the dossier's own."""
    units = {value.unit for value in values if isinstance(value, Money)}
    return units.pop() if len(units) == 1 else usual


def heading_of(column: Column, unit: MoneyUnit, between: str = "") -> str:
    """The heading with its unit, and a star where the column must be filled in."""
    shown = unit.value if column.kind is Kind.AMOUNT else column.unit
    must = " *" if column.content.required and column.is_read else ""
    return column.heading + must + (f"{between}（{shown}）" if shown else "")


def look_of(column: Column) -> str:
    """The name of the look of cells that people fill in."""
    if column.kind in CHOICES:
        return "choice"
    return "text" if column.kind in TEXTS and column.kind is not Kind.VALUE else "number"


def stored_text(cell: RawCell | None) -> str:
    """The stored text, empty where there is none."""
    return cell.stored if cell is not None and cell.kind == "s" else ""


def home_of(sheets: Sequence[Laid], rows: str) -> tuple[Laid, Placed]:
    """The table that states the members of a list."""
    return next(
        (laid, placed)
        for laid in sheets
        for placed in laid.blocks
        if placed.block.rows == rows and not placed.block.satellite
    )


def lines_of(text: str, width: int) -> int:
    """The lines that a text takes in a column; full-width signs are as wide as two others."""
    usable = max(width - 3, 2)  # the margins of a cell
    return sum(max(1, math.ceil(_width(line) / usable)) for line in text.split("\n"))


def _width(text: str) -> int:
    return sum(2 if sign > "\u2e7f" or sign in "“”‘’…—" else 1 for sign in text)
