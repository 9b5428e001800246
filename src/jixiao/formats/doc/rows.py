"""What the end of a row says of its cells: edges and merges, changed step by step."""

from __future__ import annotations

from typing import Final

from jixiao.formats.doc.sprms import DEFINE_TABLE, number
from jixiao.formats.flat.paragraph import CellRule

_LEFT, _GAP = 0x9601, 0x9602
_MERGE, _SPLIT, _DOWN, _WIDTH = 0x5624, 0x5625, 0xD62B, 0x7623
_INSERT, _DELETE = 0x7621, 0x5622
_CELL_BYTES: Final = 20
_ACROSS, _ACROSS_FIRST = 1, 2
_DOWN_SHIFT: Final = 5
_CONTINUES, _HEADS = 1, 3
_MOST_CELLS: Final = 64
"""Word allows 63 in a row."""


class RowRules:
    """The cells of one row, each a list of width, merge across and merge down."""

    def __init__(self) -> None:
        self._left = 0
        self._gap = 0
        self._cells: list[list[int]] = []

    def apply(self, operation: int, operand: bytes) -> None:
        """Apply an operation; one that is none of a row, or is not whole, changes nothing."""
        if operation == DEFINE_TABLE:
            self._define(operand)
        elif operation == _GAP:
            self._gap = number(operand, signed=True)
        elif operation == _LEFT:
            self._left = number(operand, signed=True) - self._gap
        elif operation in (_MERGE, _SPLIT):
            cells = self._cells[operand[0] : operand[1]]
            for place, cell in enumerate(cells):
                cell[1] = 0 if operation == _SPLIT else _ACROSS if place else _ACROSS_FIRST
        elif operation == _DOWN:
            if len(operand) > 1 and operand[0] < len(self._cells):
                self._cells[operand[0]][2] = operand[1] & 3
        elif operation == _WIDTH:
            for cell in self._cells[operand[0] : operand[1]]:
                cell[0] = number(operand[2:])
        elif operation == _DELETE:
            del self._cells[operand[0] : operand[1]]
        elif operation == _INSERT:
            count = min(operand[1], _MOST_CELLS - len(self._cells))
            self._cells[operand[0] : operand[0]] = [[number(operand[2:]), 0, 0] for _ in range(count)]

    def rules(self) -> list[CellRule]:
        """The cells as they are now."""
        found: list[CellRule] = []
        at = self._left
        across = self._across()
        for (width, _, down), continues in zip(self._cells, across, strict=True):
            found.append(CellRule(at, at + width, continues, down == _CONTINUES, down == _HEADS))
            at += width
        return found

    def _define(self, operand: bytes) -> None:
        count = operand[0] if operand else 0
        edges = [
            number(operand[1 + 2 * place : 3 + 2 * place], signed=True)
            for place in range(count + 1)
            if len(operand) >= 3 + 2 * place
        ]
        if count > _MOST_CELLS or len(edges) <= count:
            return
        self._left = edges[0]
        self._cells = []
        for place in range(count):
            start = 3 + 2 * count + _CELL_BYTES * place
            flags = number(operand[start : start + 2])
            self._cells.append([max(edges[place + 1] - edges[place], 0), flags & 3, flags >> _DOWN_SHIFT & 3])

    def _across(self) -> list[bool]:
        """Whether each cell continues the one before it.

        The specification and the files of other programs contradict each other as to which value means the
        first of a merged set, so the value that a set of neighbours begins with is taken for it.
        """
        found: list[bool] = []
        first = 0
        for _, merge, _ in self._cells:
            if not merge:
                first = 0
            elif not first:
                first = merge
                found.append(False)
                continue
            found.append(bool(merge) and merge != first)
        return found
