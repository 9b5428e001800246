"""Rows of cells between edges become cells of a grid, each told once."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Cell

if TYPE_CHECKING:
    from jixiao.formats.flat.paragraph import CellRule

SLACK: Final = 40
"""Twips (2 points): programs round edges, and rows of one table differ by a line's width; no column is so
narrow, for its text keeps 108 twips from each edge."""
_UNSAID: Final = 1440


@dataclass(slots=True)
class Row:
    """The texts of the cells of a row, and what it says of them."""

    texts: list[str] = field(default_factory=list)
    rules: list[CellRule] = field(default_factory=list)


@dataclass(slots=True)
class _Slot:
    row: int
    left: int
    right: int
    text: str
    row_span: int = 1


def cells_of(rows: list[Row]) -> tuple[Cell, ...]:
    """The cells of a table in reading order; columns are counted by the edges at which any cell begins."""
    slots: list[_Slot] = []
    columns = _columns(rows)
    above: dict[int, _Slot] = {}
    for number, row in enumerate(rows):
        still: dict[int, _Slot] = {}
        last: _Slot | None = None
        for text, (left, right, rule) in zip(row.texts, _edges(row), strict=True):
            over = above.get(columns.get(left, left)) if rule is not None and rule.down else None
            if rule is not None and rule.across and last is not None:
                last.right = max(last.right, right)
            elif over is not None:
                over.row_span = number - over.row + 1
                still[columns.get(left, left)] = last = over
            else:
                last = _Slot(number, left, right, text)
                slots.append(last)
                if rule is not None and (rule.heads or rule.down):
                    still[columns.get(left, left)] = last
        above = still
    return tuple(_placed(slots, columns))


def _edges(row: Row) -> list[tuple[int, int, CellRule | None]]:
    """The edges of each cell of the row; cells that the row does not describe follow the last described."""
    found: list[tuple[int, int, CellRule | None]] = []
    at = row.rules[0].left if row.rules else 0
    for position in range(len(row.texts)):
        if position < len(row.rules):
            rule = row.rules[position]
            left = max(rule.left, at)  # edges must not run backwards
            at = max(rule.right, left + SLACK + 1)
            found.append((left, at, rule))
        else:
            found.append((at, at + _UNSAID, None))
            at += _UNSAID
    return found


def _columns(rows: list[Row]) -> dict[int, int]:
    """Every left edge with the first of the edges that count as the same."""
    first: int | None = None
    same: dict[int, int] = {}
    for edge in sorted({left for row in rows for left, _, _ in _edges(row)}):
        if first is None or edge - first > SLACK:
            first = edge
        same[edge] = first
    return same


def _placed(slots: list[_Slot], columns: dict[int, int]) -> list[Cell]:
    begun = {columns[slot.left] for slot in slots}
    numbers = {edge: number for number, edge in enumerate(sorted(begun))}
    starts = sorted(begun)
    cells: list[Cell] = []
    for slot in slots:
        first = numbers[columns[slot.left]]
        last = max(bisect_left(starts, slot.right - SLACK) - 1, first)
        cells.append(Cell(slot.row, first, slot.text, slot.row_span, last - first + 1))
    return cells
