"""Totals of a table that are facts of their own and also the sum of what stands above or beside them.

The ledger tells where a printed total comes from; in a sheet its reader expects that it follows its parts. So
a cell of a row 合计, or of a column 小计 beside its parts, becomes a sum where that gives what is printed.
A total that differs (parts rounded one by one, a contradiction that is stated) stays a number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from jixiao.formats.grids.grid import name_cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from jixiao.core.document import Block, Cell
    from jixiao.formats.xlsx.write.figures import Number

_TOTAL: Final = re.compile(r"(?:合|总|小)\s*计|总\s*分")
_BLANK: Final = frozenset(("", "/", "-", "—", "——"))
_FEWEST: Final = 2

Position: TypeAlias = tuple[int, int]


def totals(
    block: Block, numbers: Mapping[Position, Number], computed: frozenset[Position], top: int = 0
) -> dict[Position, str]:
    """The formulas of totals by row and column of the cell (from 0): ``(5, 2)`` to ``=SUM(C3:C5)``.

    ``computed`` are the cells with a formula of the ledger: no total, and no part of one, lest two formulas
    wait for each other. ``top`` is the row of the sheet in which the table begins.
    """
    table = block.look.table if block.look is not None else None
    header_rows = 0 if table is None else table.header_rows
    cells = {(cell.row, cell.column): cell for cell in block.cells}
    rows = _total_rows(block.cells, numbers, header_rows)
    beside = _parts_beside(block.cells, numbers)
    found: dict[Position, str] = {}
    for at in numbers:
        heading, columns = beside.get(at[1], (at[0], range(0)))
        aside = [(at[0], column) for column in columns] if at[0] > heading else []
        above = _above(at, cells, numbers, rows, header_rows) if at[0] in rows else []
        for parts, fewest in ((above, _FEWEST), (aside, 1)):
            own = [part for part in parts if part in numbers]
            if at not in computed and len(own) >= fewest and _makes(numbers, own, at, computed):
                first, last = (
                    name_cell(top + row + 1, column + 1) for row, column in (min(parts), max(parts))
                )
                found[at] = f"=SUM({first}:{last})"
                break
    return found


def _total_rows(
    cells: Sequence[Cell], numbers: Mapping[Position, Number], header_rows: int
) -> frozenset[int]:
    """The rows whose words are 合计 and nothing else."""
    words: dict[int, list[str]] = {}
    for cell in cells:
        if (
            cell.row >= header_rows
            and (cell.row, cell.column) not in numbers
            and cell.text.strip() not in _BLANK
        ):
            words.setdefault(cell.row, []).append(cell.text.strip())
    return frozenset(row for row, own in words.items() if len(own) == 1 and _TOTAL.fullmatch(own[0]))


def _parts_beside(cells: Sequence[Cell], numbers: Mapping[Position, Number]) -> dict[int, tuple[int, range]]:
    """For each column 小计 that is the first under a heading: its row, and the other columns there."""
    found: dict[int, tuple[int, range]] = {}
    words = [cell for cell in cells if (cell.row, cell.column) not in numbers]
    for above in (cell for cell in words if cell.column_span > _FEWEST):
        for cell in words:
            below = cell.row == above.row + above.row_span and cell.column == above.column
            if below and cell.column_span == 1 and _TOTAL.fullmatch(cell.text.strip()):
                found[cell.column] = cell.row, range(cell.column + 1, above.column + above.column_span)
    return found


def _above(
    at: Position,
    cells: Mapping[Position, Cell],
    numbers: Mapping[Position, Number],
    rows: frozenset[int],
    header_rows: int,
) -> list[Position]:
    """The numbers over a cell up to the head, another total or words."""
    parts: list[Position] = []
    for row in range(at[0] - 1, header_rows - 1, -1):
        spot = (row, at[1])
        cell = cells.get(spot)
        if row in rows or (spot not in numbers and cell is not None and cell.text.strip() not in _BLANK):
            break
        if spot in numbers:
            parts.append(spot)
    return parts


def _makes(
    numbers: Mapping[Position, Number], parts: Sequence[Position], at: Position, computed: frozenset[Position]
) -> bool:
    """Whether these parts, in the unit of the total, give exactly what is printed."""
    own = [numbers[part] for part in parts]
    units = {one.code.partition('"')[2] for one in (numbers[at], *own)}
    alike = len(units) == 1 and not any(one.percent for one in own)
    return alike and not computed.intersection(parts) and _sum(own) == numbers[at].stored


def _sum(numbers: Sequence[Number]) -> Decimal | int:
    return sum(one.stored for one in numbers)
