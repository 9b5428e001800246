"""A Document as a plain Word file: headings, paragraphs, tables with merged cells; charts become tables.

The same Document gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument

    from jixiao.core.document import Block, Cell, Document

_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BODY_FONT = "仿宋"
_HEADING_FONT = "黑体"
_LEVELS = 9
_WIDEST = 63
"""Word's own limit of columns."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write(document: Document) -> bytes:
    """The document as the bytes of a docx file."""
    import docx

    word = docx.Document()
    _set_fonts(word)
    for block in document.blocks:
        if block.text:
            _add_text(word, block)
        if block.cells:
            _add_table(word, block.cells)
    buffer = io.BytesIO()
    word.save(buffer)
    return _undated(buffer.getvalue())


def _set_fonts(word: WordDocument) -> None:
    """Chinese fonts and black headings; the template of the library is made for Latin text."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    for name in ("Normal", *(f"Heading {level}" for level in range(1, _LEVELS + 1))):
        style: Any = word.styles[name]
        font = _BODY_FONT if name == "Normal" else _HEADING_FONT
        style.font.name = font
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        if name != "Normal":
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.font.size = Pt(14)


def _add_text(word: WordDocument, block: Block) -> None:
    text = _clean(block.text)
    if block.kind == "heading":
        word.add_heading(text, level=min(max(block.level, 1), _LEVELS))
    else:
        word.add_paragraph(text)


def _add_table(word: WordDocument, cells: Sequence[Cell]) -> None:
    rows = max(cell.row + cell.row_span for cell in cells)
    columns = max(cell.column + cell.column_span for cell in cells)
    if columns > _WIDEST:  # Word would refuse the file
        for row in range(rows):
            word.add_paragraph("\t".join(_clean(cell.text) for cell in cells if cell.row == row))
        return
    table = word.add_table(rows, columns, style="Table Grid")
    grid = [row.cells for row in table.rows]
    for cell in cells:
        first = grid[cell.row][cell.column]
        if cell.row_span > 1 or cell.column_span > 1:
            first = first.merge(grid[cell.row + cell.row_span - 1][cell.column + cell.column_span - 1])
        first.text = _clean(cell.text)


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)


def _undated(data: bytes) -> bytes:
    """The package without the times at which its parts were written."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(zipfile.ZipInfo(name, _EPOCH), source.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
