"""Tables: the cells of a grid told once, however many grid columns and rows they cover."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.core.errors import ReadError
from jixiao.formats.docx import names as n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from jixiao.formats.docx.text import Line

_WIDEST = 10_000
"""No grid is wider; Word itself stops at 63 columns."""
_DEEPEST = 40
MAX_CELLS = 300_000
"""Of one table; the list of a province's projects has some ten thousand rows of a dozen columns."""
_TC_PR = n.W + "tcPr"
_GRID_SPAN = n.W + "gridSpan"
_V_MERGE = n.W + "vMerge"
_H_MERGE = n.W + "hMerge"
_CELL_DEL = n.W + "cellDel"
_WRAPPERS = frozenset((n.SDT_CONTENT, n.CUSTOM_XML, n.INS, n.MOVE_TO))


@dataclass(slots=True)
class Slot:
    """A cell on the grid; ``start`` and ``stop`` are grid columns."""

    row: int
    start: int
    stop: int
    lines: list[Line] = field(default_factory=list)
    row_span: int = 1
    column: int = 0
    column_span: int = 1

    @property
    def text(self) -> str:
        """The paragraphs of the cell that show anything, one a line."""
        return "\n".join(line.shown for line in self.lines)


class _CellProperties:
    """What a cell says of its place on the grid."""

    __slots__ = ("deleted", "horizontal", "span", "vertical")

    def __init__(self, cell: _Element) -> None:
        self.span = 1
        self.vertical: str | None = None
        self.horizontal: str | None = None
        self.deleted = False
        if not len(cell) or cell[0].tag != _TC_PR:
            return
        for child in cell[0]:
            tag = child.tag
            if tag == _GRID_SPAN:
                self.span = _number(child, 1)
            elif tag == _V_MERGE:
                self.vertical = child.get(n.VAL, "continue")
            elif tag == _H_MERGE:
                self.horizontal = child.get(n.VAL, "continue")
            elif tag == _CELL_DEL:
                self.deleted = True


def _too_many_cells() -> ReadError:
    return ReadError(
        "too_many_cells",
        f"文件过大：一个表格的单元格超过 {MAX_CELLS} 个。请拆分表格，或改用 Excel 工作簿提交。",
        f"The file is too large: a table has more than {MAX_CELLS} cells. Split it, or submit a workbook.",
    )


def read_grid(table: _Element, read_cell: Callable[[_Element], list[Line]]) -> list[Slot]:
    """The cells of a table in reading order.

    Columns are counted by the edges at which any cell begins, so that grid columns without a cell of their
    own (which Word makes when borders are dragged) do not count.

    Raises:
        ReadError: ``too_many_cells``.
    """
    slots: list[Slot] = []
    open_above: dict[int, Slot] = {}
    row_number = 0
    for row in _rows(table, 0):
        row_properties = row.find(n.W + "trPr")
        column = 0
        if row_properties is not None:
            if row_properties.find(n.DEL) is not None:
                continue
            before = row_properties.find(n.W + "gridBefore")
            column = 0 if before is None else _number(before, 0)
        still_open: dict[int, Slot] = {}
        last: Slot | None = None
        for cell in _cells(row, 0):
            properties = _CellProperties(cell)
            if properties.deleted:
                continue
            vertical, horizontal = properties.vertical, properties.horizontal
            stop = min(column + properties.span, _WIDEST)
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
                if len(slots) > MAX_CELLS:
                    raise _too_many_cells()
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


def _rows(parent: _Element, depth: int) -> Iterator[_Element]:
    for child in parent:
        if child.tag == n.TR:
            yield child
        elif depth < _DEEPEST and (inner := _unwrap(child)) is not None:
            yield from _rows(inner, depth + 1)


def _cells(parent: _Element, depth: int) -> Iterator[_Element]:
    for child in parent:
        if child.tag == n.TC:
            yield child
        elif depth < _DEEPEST and (inner := _unwrap(child)) is not None:
            yield from _cells(inner, depth + 1)


def _unwrap(element: _Element) -> _Element | None:
    """The content of a content control or custom XML element around rows or cells."""
    if element.tag == n.SDT:
        return element.find(n.SDT_CONTENT)
    return element if element.tag in _WRAPPERS else None


def _number(element: _Element, default: int) -> int:
    text = element.get(n.VAL, "")
    if not (text.isascii() and text.isdecimal()):
        return default
    return min(max(int(text[:8]), default), _WIDEST)
