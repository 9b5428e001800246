"""Tables: a head repeated on each page, headings of rows and columns named as such, spans, captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.core.look import TableLook
from jixiao.formats.alignment import alignment
from jixiao.formats.html.write.texts import runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block, Cell
    from jixiao.formats.html.write.texts import Context

_SHORT: Final = 4
"""Characters of a heading that is not broken over two lines."""
_WHOLE: Final = re.compile(r"(?=.*\d).{1,8}")
"""A cell's text that is not broken: a figure with its sign and unit."""


def table(block: Block, context: Context, captions: Sequence[str]) -> str:
    """A table or the cells of a chart; a position that holds no cell is left empty, so that columns stay."""
    look = (block.look.table if block.look is not None else None) or TableLook()
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    height = max(rows) + 1
    head = _head(block.cells, look.header_rows, height)
    title = [*captions, *([runs(block.text, block.marks, context)] if block.text else [])]
    small = ' class="small"' if look.small else ""
    lines = [f'<table data-kind="{block.kind}"{small}>']
    if title:
        lines.append(f"<caption>{chr(10).join(title)}</caption>")
    lines.extend(_columns(look.widths))
    free: dict[int, int] = {}  # for each column, the first row that no earlier cell reaches down into
    body: list[str] = []
    for row in range(height):
        cells: list[str] = []
        column = 0
        for cell in rows.get(row, []):
            cells.extend("<td></td>" for gap in range(column, cell.column) if free.get(gap, 0) <= row)
            high = min(cell.row_span, height - row)
            column = cell.column + cell.column_span
            free.update(dict.fromkeys(range(cell.column, column), row + high))
            cells.append(_cell(cell, high, context, in_head=row < head))
        tall = ' class="tall"' if row in look.tall_rows else ""
        body.append(f"<tr{tall}>{''.join(cells)}</tr>")
    if head:
        lines.extend(["<thead>", *body[:head], "</thead>"])
    lines.extend(["<tbody>", *body[head:], "</tbody>", "</table>"])
    return "\n".join(lines)


def _head(cells: Sequence[Cell], wanted: int, height: int) -> int:
    """The rows of the head: at least as many as wanted, for no cell may reach from the head into the body."""
    head = wanted
    while True:
        reach = max((c.row + c.row_span for c in cells if c.row < head), default=0)
        if reach <= head:
            break
        head = reach
    return head if head < height else 0


def _columns(widths: Sequence[int]) -> list[str]:
    total = sum(widths)
    if not total:
        return []
    columns = "".join(f'<col style="width:{width * 1000 // total / 10:.1f}%">' for width in widths)
    return [f"<colgroup>{columns}</colgroup>"]


def _cell(cell: Cell, high: int, context: Context, *, in_head: bool) -> str:
    words = runs(cell.text, cell.marks, context)
    spans = _span("row", high) + _span("col", cell.column_span)
    shown = alignment(cell)
    is_head = bool(cell.text) and (in_head or (cell.look is not None and cell.look.head))
    if not is_head:
        looks: list[str] = [] if shown == "left" else [shown]
        if cell.column_span == 1 and _WHOLE.fullmatch(cell.text):
            looks.append("short")
        return f"<td{spans}{_classes(looks)}>{words}</td>"
    scope = "col" if in_head else "row"
    classes: list[str] = [] if shown == "center" else [shown]
    if len(cell.text) <= _SHORT and cell.column_span == 1:
        classes.append("short")
    return f'<th{spans} scope="{scope}"{_classes(classes)}>{words}</th>'


def _classes(names: Sequence[str]) -> str:
    return f' class="{" ".join(names)}"' if names else ""


def _span(name: str, value: int) -> str:
    return f' {name}span="{value}"' if value > 1 else ""
