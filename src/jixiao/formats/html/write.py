"""A Document as plain, semantic HTML: headings, paragraphs, lists and tables, nothing else."""

from html import escape

from jixiao.core.document import Block, Cell, Document

_LAST_HEADING = 6


def write(document: Document) -> bytes:
    """The page, in UTF-8; reading it again yields the same blocks."""
    parts = [_block(block) for block in document.blocks]
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8">'
        f"<title>{escape(document.name)}</title></head>\n<body>\n{chr(10).join(parts)}\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _block(block: Block) -> str:
    if block.cells:
        return _table(block)
    text = _text(block.text)
    if block.kind == "heading":
        tag = f"h{min(max(block.level, 1), _LAST_HEADING)}"
        return f"<{tag}>{text}</{tag}>"
    if block.kind == "item" and not block.number:
        return f"<ul><li>{text}</li></ul>"
    return f"<p>{text}</p>"


def _table(block: Block) -> str:
    """Rows of the grid; a position that holds no cell is left empty, so that columns stay where they are."""
    lines = [f'<table data-kind="{block.kind}">']
    if block.text:
        lines.append(f"<caption>{_text(block.text)}</caption>")
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    height = max(rows) + 1
    free: dict[int, int] = {}  # for each column, the first row that no earlier cell reaches down into
    for row in range(height):
        cells: list[str] = []
        column = 0
        for cell in rows.get(row, []):
            cells.extend("<td></td>" for gap in range(column, cell.column) if free.get(gap, 0) <= row)
            high = min(cell.row_span, height - row)
            column = cell.column + cell.column_span
            free.update(dict.fromkeys(range(cell.column, column), row + high))
            cells.append(f"<td{_span('row', high)}{_span('col', cell.column_span)}>{_text(cell.text)}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    lines.append("</table>")
    return "\n".join(lines)


def _span(name: str, value: int) -> str:
    return f' {name}span="{value}"' if value > 1 else ""


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
