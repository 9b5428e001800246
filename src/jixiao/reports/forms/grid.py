"""Filled rows on their grid: where each cell stands, and neighbours that become one cell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jixiao.core.document import Cell
from jixiao.core.look import CellLook
from jixiao.reports import signs
from jixiao.reports.forms.rows import FilledRow
from jixiao.rulebooks.form_grid import Columns
from jixiao.rulebooks.schema.form import FormCell

_MIDDLE: Final = re.compile(r"/|—|无|[-−]?\d[\d,]*(?:\.\d+)?%?")
"""Numbers, and what stands in place of one: in the middle of a cell, for a form has no columns of figures."""


@dataclass(slots=True)
class _Placed:
    """A cell on the grid; ``rows`` grows when cells below merge with it."""

    row: int
    column: int
    layout: FormCell
    text: str
    rows: int

    def cell(self) -> Cell:
        words = signs.opened(self.text)[0]
        align = self.layout.align or ("center" if _MIDDLE.fullmatch(words) else "")
        look = CellLook(self.layout.head, align)
        return Cell(self.row, self.column, self.text, self.rows, self.layout.span, look=look)


def cells(rows: Iterable[FilledRow], width: int) -> tuple[Cell, ...]:
    """The cells of a table in the order of the grid.

    ``width`` is the number of columns. A row that does not fill it raises `form_grid.Misfit`, which reading
    the form has excluded.
    """
    grid = Columns(width)
    placed: list[_Placed] = []
    above: dict[int, _Placed] = {}  # by column: what may take in a cell of this row
    for number, row in enumerate(rows):
        here: dict[int, _Placed] = {}
        joined = True  # no cell further left has begun anew
        for column, layout, text in zip(grid.row(row.cells), row.cells, row.texts, strict=True):
            upper = above.get(column)
            if layout.merge and joined and upper is not None and _same(upper, layout, text):
                upper.rows += layout.rows
                here[column] = upper
                continue
            one = _Placed(number, column, layout, text, layout.rows)
            placed.append(one)
            if layout.merge:
                joined = False
                here[column] = one
        above = here
    return tuple(one.cell() for one in sorted(placed, key=lambda one: (one.row, one.column)))


def _same(upper: _Placed, layout: FormCell, text: str) -> bool:
    return upper.layout.span == layout.span and signs.opened(upper.text)[0] == signs.opened(text)[0]
