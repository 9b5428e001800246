"""The document itself as HTML: headings, paragraphs, items, tables with merged cells, charts as tables."""

from collections import defaultdict
from html import escape

from jixiao.core.document import Block, Cell
from jixiao.renderers.html.marks import Marks, marked

_DEEPEST_HEADING = 6
_TITLE_LEVELS = 2
"""The page's own headings come first."""
_PARTS = {"footnote": "脚注", "textbox": "文本框", "header": "页眉页脚", "endnote": "尾注", "comment": "批注"}


def block_html(block: Block, marks: Marks) -> str:
    """One block."""
    if block.cells:
        return _table(block, marks)
    text = marked(block.text, marks.of((block.index, None, None))) or "&nbsp;"
    part = _PARTS.get(block.part)
    label = f'<span class="part">{part}</span> ' if part else ""
    if block.kind == "heading":
        level = min(max(block.level, 1) + _TITLE_LEVELS, _DEEPEST_HEADING)
        return f"<h{level}>{label}{text}</h{level}>"
    kind = "item" if block.kind == "item" else "para"
    return f'<p class="{kind} l{min(block.level, 5)}">{label}{text}</p>'


def _table(block: Block, marks: Marks) -> str:
    """A table; the grid positions that no cell covers stay empty, so that columns keep their place."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    covered: set[tuple[int, int]] = set()
    for cell in block.cells:
        rows[cell.row].append(cell)
        covered.update(
            (r, c)
            for r in range(cell.row, cell.row + cell.row_span)
            for c in range(cell.column, cell.column + cell.column_span)
        )
    width = max((c.column + c.column_span for c in block.cells), default=0)
    height = max((c.row + c.row_span for c in block.cells), default=0)
    lines: list[str] = []
    for row in range(height):
        starts = {cell.column: cell for cell in rows.get(row, ())}
        cells: list[str] = []
        for column in range(width):
            if column in starts:
                cells.append(_cell(block, starts[column], marks))
            elif (row, column) not in covered:
                cells.append("<td></td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    name = f"图{(block.table or 0) + 1} 的数据" if block.kind == "chart" else ""
    if block.sheet is not None:
        name = f"工作表 {block.sheet}"
    caption = f"<caption>{escape(name)}</caption>" if name else ""
    title = f"<p>{escape(block.text)}</p>" if block.text else ""
    label = escape(name or f"表{(block.table or 0) + 1}")
    kind = "chart" if block.kind == "chart" else "table"
    return (
        f'{title}<div class="scroll {kind}" tabindex="0" role="region" aria-label="{label}">'
        f"<table>{caption}<tbody>{''.join(lines)}</tbody></table></div>"
    )


def _cell(block: Block, cell: Cell, marks: Marks) -> str:
    spans = ""
    if cell.row_span > 1:
        spans += f' rowspan="{cell.row_span}"'
    if cell.column_span > 1:
        spans += f' colspan="{cell.column_span}"'
    stripped = cell.text.strip().rstrip("%％").replace(",", "").replace("，", "").lstrip("-−+≥≤<>=")
    if stripped.replace(".", "", 1).isdigit():
        spans += ' class="num"'
    text = marked(cell.text, marks.of((block.index, cell.row, cell.column))).replace("\n", "<br>")
    return f"<td{spans}>{text}</td>"
