"""The sheet of the text: one column as wide as a page, a block a row; tables are linked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.grids.grid import name_cell
from jixiao.formats.grids.marks import BOX, POINTER, Spot
from jixiao.formats.xlsx.write.styles import BY_LEVEL, BY_STYLE, LINK, TEXT, height
from jixiao.formats.xlsx.write.tables import PORTRAIT
from jixiao.formats.xlsx.write.words import LONGEST, clean_text, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.document import Block
    from jixiao.core.look import DiagramLook
    from jixiao.formats.xlsx.write.plan import Line
    from jixiao.formats.xlsx.write.styles import Properties, Styles


def write_lines(sheet: Worksheet, lines: Sequence[Line], styles: Styles) -> dict[str, Spot]:
    """Fill the sheet; for each entry of the ledger that stands in it its place."""
    sheet.set_column(0, 0, PORTRAIT)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.9, right=0.8, top=1.2, bottom=1.1)
    found: dict[str, Spot] = {}
    row = 0
    for line in lines:
        block = line.block
        if line.sheet:
            _link(sheet, row, line, styles)
            row += 1
            continue
        for start in range(0, max(len(block.text), 1), LONGEST):
            text = block.text[start : start + LONGEST]
            if not text:
                continue
            style = _style(block)
            write_text(sheet, (row, 0), text, block.marks if not start else (), styles, style)
            sheet.set_row(row, height(text, PORTRAIT, style["font_size"]))
            for mark in block.marks:
                if mark.kind == "figure" and start <= mark.start < start + LONGEST:
                    found[mark.entry] = Spot(name_cell(row + 1, 1), mark.start - start)
            row += 1
        if block.look is not None and block.look.diagram is not None:
            row = _outline(sheet, row, block.look.diagram, styles)
    # LibreOffice shrinks a sheet to the width of a page only if it has a second column
    sheet.set_column(1, 1, 1)
    sheet.print_area(0, 0, max(row - 1, 0), 1)
    return found


def _style(block: Block) -> Properties:
    if block.kind == "heading":
        return TEXT | BY_LEVEL.get(block.level, {})
    return TEXT | BY_STYLE.get(block.look.style if block.look is not None else "", {})


def _link(sheet: Worksheet, row: int, line: Line, styles: Styles) -> None:
    words = clean_text(f"{POINTER}{line.block.text}")[:255]
    target = f"internal:'{line.sheet.replace(chr(39), chr(39) * 2)}'!A1"
    sheet.write_url(row, 0, target, styles(TEXT, LINK), words)
    sheet.set_row(row, height(words, PORTRAIT, TEXT["font_size"]))


def _outline(sheet: Worksheet, row: int, diagram: DiagramLook, styles: Styles) -> int:
    """The boxes of a diagram, a row each, deeper ones indented; returns the next row."""
    depths: list[int] = []
    for node in diagram.nodes:
        parent = node.under
        flat = diagram.kind == "flow" or parent is None or not 0 <= parent < len(depths)
        depths.append(0 if flat or parent is None else depths[parent] + 1)
        style = TEXT | {"indent": 4 + 3 * min(depths[-1], 8)}
        write_text(sheet, (row, 0), BOX + node.text, (), styles, style)
        sheet.set_row(row, height(node.text, PORTRAIT - 12, TEXT["font_size"]))
        row += 1
    return row
