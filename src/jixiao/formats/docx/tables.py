"""Tables: the cells of a grid told once, however many grid columns and rows they cover."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.formats.docx import names as n

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jixiao.formats.docx.text import Line

_WIDEST = 10_000
"""No grid is wider; Word itself stops at 63 columns."""
_DEEPEST = 40
_H_MERGE = n.W + "hMerge"
_WRAPPERS = frozenset((n.SDT_CONTENT, n.CUSTOM_XML, n.INS, n.MOVE_TO))


@dataclass(slots=True)
class Slot:
    """A cell on the grid; ``start`` and ``stop`` are grid columns."""

    row: int
    start: int
    stop: int
    lines: "list[Line]" = field(default_factory=list)
    row_span: int = 1
    column: int = 0
    column_span: int = 1

    @property
    def text(self) -> str:
        """The paragraphs of the cell that show anything, one a line."""
        return "\n".join(line.shown for line in self.lines)


def read_grid(table: "_Element", read_cell: "Callable[[_Element], list[Line]]") -> list[Slot]:
    """The cells of a table in reading order.

    Columns are counted by the edges at which any cell begins, so that grid columns without a cell of their own (which
    Word makes when borders are dragged) do not count.
    """
    slots: list[Slot] = []
    open_above: dict[int, Slot] = {}
    row_number = 0
    for row in _rows(table, 0):
        properties = row.find(n.W + "trPr")
        if properties is not None and properties.find(n.DEL) is not None:
            continue
        column = _span(properties, "gridBefore", 0)
        still_open: dict[int, Slot] = {}
        last: Slot | None = None
        for cell in _cells(row, 0):
            cell_properties = cell.find(n.W + "tcPr")
            if cell_properties is None:
                vertical = horizontal = None
                span = 1
            else:
                if cell_properties.find(n.W + "cellDel") is not None:
                    continue
                span = _span(cell_properties, "gridSpan", 1)
                vertical = _merge(cell_properties.find(n.W + "vMerge"))
                horizontal = _merge(cell_properties.find(_H_MERGE))
            stop = min(column + span, _WIDEST)
            above = open_above.get(column)
            if horizontal == "continue" and last is not None:
                last.stop = stop
            elif vertical == "continue" and above is not None:
                above.row_span = row_number - above.row + 1
                still_open[column] = last = above
                read_cell(cell)  # its numbers count although it is not shown
            else:
                last = Slot(row_number, column, stop, read_cell(cell))
                slots.append(last)
                if vertical is not None:
                    still_open[column] = last
            column = stop
        open_above = still_open
        row_number += 1
    _condense(slots)
    return slots


def _condense(slots: list[Slot]) -> None:
    edges = {edge: number for number, edge in enumerate(sorted({slot.start for slot in slots}))}
    ordered = list(edges)
    for slot in slots:
        slot.column = edges[slot.start]
        if slot.stop == slot.start + 1:
            continue
        last = slot.column
        while last + 1 < len(ordered) and ordered[last + 1] < slot.stop:
            last += 1
        slot.column_span = last - slot.column + 1


def _rows(parent: "_Element", depth: int) -> "Iterator[_Element]":
    for child in parent:
        if child.tag == n.TR:
            yield child
        elif depth < _DEEPEST and (inner := _unwrap(child)) is not None:
            yield from _rows(inner, depth + 1)


def _cells(parent: "_Element", depth: int) -> "Iterator[_Element]":
    for child in parent:
        if child.tag == n.TC:
            yield child
        elif depth < _DEEPEST and (inner := _unwrap(child)) is not None:
            yield from _cells(inner, depth + 1)


def _unwrap(element: "_Element") -> "_Element | None":
    """The content of a content control or custom XML element around rows or cells."""
    if element.tag == n.SDT:
        return element.find(n.SDT_CONTENT)
    return element if element.tag in _WRAPPERS else None


def _merge(element: "_Element | None") -> str | None:
    return None if element is None else element.get(n.VAL, "continue")


def _span(properties: "_Element | None", local: str, default: int) -> int:
    found = None if properties is None else properties.find(n.W + local)
    if found is None:
        return default
    try:
        number = int(found.get(n.VAL, ""))
    except ValueError:
        return default
    return min(max(number, default), _WIDEST)
