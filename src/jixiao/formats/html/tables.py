"""Tables of a page: where each cell stands, told once; tables that only lay out a page are opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Cell
from jixiao.formats.html.flow import Piece, Table, Text, flow
from jixiao.formats.html.lists import is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

MAX_COLUMN_SPAN: Final = 1000
"""As browsers have it."""
MAX_STEPS: Final = 2_000_000
"""Grid positions of a page that spans are followed over; a page of 200 tables has some 20,000."""
_MANY_PARAGRAPHS: Final = 4
_LONG_TEXT: Final = 100
_GROUPS: Final = {"thead": 0, "tbody": 1, "tfoot": 2}


@dataclass(slots=True)
class Content:
    """A table read: either its ``cells``, or, if it only lays out the page, the ``pieces`` in them."""

    caption: list[Piece] = field(default_factory=list)
    cells: tuple[Cell, ...] = ()
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Budget:
    """Steps left for following spans on this page."""

    steps: int = MAX_STEPS

    def take(self, steps: int) -> bool:
        """Use up some steps; whether there were enough."""
        self.steps -= steps
        return self.steps >= 0


@dataclass(slots=True)
class _Slot:
    row: int
    column: int
    row_span: int
    column_span: int
    pieces: list[Piece]

    def text(self) -> str:
        return "\n".join(piece.text for piece in self.pieces if isinstance(piece, Text))


def read_table(node: LexborNode, budget: Budget) -> Content:
    """Read one table; tables within its cells are returned as pieces to be read after it."""
    content = Content()
    for child in _children(node):
        if child.tag == "caption" and not is_hidden(child):
            content.caption.extend(flow(child))
    slots = list(_slots(node, budget))
    if node.attributes.get("role") == "presentation" or _lays_out(slots):
        content.pieces = [piece for slot in slots for piece in slot.pieces]
        return content
    content.cells = tuple(
        Cell(slot.row, slot.column, slot.text(), slot.row_span, slot.column_span) for slot in slots
    )
    content.pieces = [piece for slot in slots for piece in slot.pieces if isinstance(piece, Table)]
    return content


def _slots(table: LexborNode, budget: Budget) -> Iterator[_Slot]:
    """The cells of a table in their places, as browsers lay them out."""
    row = 0
    for group in _groups(table):
        taken: list[int] = []  # for each column, the first row that is free again
        last = row + len(group)
        for line in group:
            column = 0
            for cell in line:
                while column < len(taken) and taken[column] > row and budget.take(1):
                    column += 1
                wide = min(_span(cell, "colspan") or 1, MAX_COLUMN_SPAN)
                high = min(_span(cell, "rowspan") or last, last - row)
                if not budget.take(wide):
                    wide = 1
                taken.extend([0] * (column + wide - len(taken)))
                taken[column : column + wide] = [row + high] * wide
                yield _Slot(row, column, high, wide, flow(cell))
                column += wide
            row += 1


def _groups(table: LexborNode) -> list[list[list[LexborNode]]]:
    """Rows of cells by row group, the head first and the foot last."""
    groups: list[tuple[int, list[list[LexborNode]]]] = []
    for child in _children(table):
        if child.tag in _GROUPS and not is_hidden(child):
            rows = [row for row in _children(child) if row.tag == "tr" and not is_hidden(row)]
            cells = [
                [c for c in _children(row) if c.tag in ("td", "th") and not is_hidden(c)] for row in rows
            ]
            groups.append((_GROUPS[child.tag], cells))
    return [rows for _, rows in sorted(groups, key=lambda group: group[0])]


def _lays_out(slots: list[_Slot]) -> bool:
    """Whether a table is there for the looks: one cell, or columns of a page with whole articles in them."""
    filled = [slot for slot in slots if slot.pieces]
    if len(filled) <= 1:
        return True
    rows = [slot.row for slot in filled if slot.text()]
    single = len(rows) == len(set(rows))
    if any(isinstance(piece, Table) for slot in filled for piece in slot.pieces):
        return single or max(len(slot.pieces) for slot in filled) > _MANY_PARAGRAPHS
    if {slot.column for slot in slots} == {0}:
        return any(len(slot.pieces) > 1 or len(slot.text()) > _LONG_TEXT for slot in filled)
    return False


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _span(cell: LexborNode, name: str) -> int:
    """A span; 1 where it is absent or no number, 0 where it says "to the end"."""
    text = (cell.attributes.get(name) or "1").strip()
    return (
        int(text)
        if text.isascii() and text.isdigit() and len(text) < 10
        else MAX_COLUMN_SPAN
        if text.isdigit()
        else 1
    )
