"""What the charts of a workbook of ours keep of its cells, beside what the cells hold.

Spreadsheet programs redraw a chart from its cells, so in files of others a chart with old values does no harm
and is common (programs that fill in templates leave them). In a report of ours the two were written together:
what differs was altered, and previews and some viewers show what the chart keeps.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.core.twin import Twin
from jixiao.formats.docx.chart_references import cells_of, references
from jixiao.formats.docx.chart_values import printed
from jixiao.formats.grids.grid import name_cell
from jixiao.formats.safe_xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.core.document import Document
    from jixiao.formats.archive import Archive

_CHARTS: Final = "xl/charts/chart"


def with_caches(document: Document, archive: Archive) -> Document:
    """The document with a twin for each cell that a chart keeps; a chart that cannot be read is noted."""
    spots = {
        (block.sheet, cell.reference): (block.index, (cell.row, cell.column))
        for block in document.blocks
        if block.kind == "chart"
        for cell in block.cells
    }
    found: dict[int, list[Twin]] = {}
    notes: list[str] = []
    for part in sorted(name for name in archive.names() if name.startswith(_CHARTS)):
        try:
            for sheet, reference, text in _kept(archive, part):
                if (sheet, reference) in spots:
                    index, spot = spots[sheet, reference]
                    twin = Twin(*spot, text, "cache", sheet=sheet, reference=reference)
                    found.setdefault(index, []).append(twin)
        except ReadError as error:
            notes.append(f"图表未能读取，没有核对图中的数：{error.message}")
    blocks = tuple(
        replace(block, twins=tuple(found[block.index])) if block.index in found else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks, notes=(*document.notes, *notes))


def _kept(archive: Archive, part: str) -> Iterator[tuple[str, str, str]]:
    """Sheet, cell and what the chart keeps of it."""
    for reference in references(parse_xml(archive.read(part))):
        area = cells_of(reference.formula)
        for index, (row, column) in enumerate(() if area is None else area[1]):
            if area is not None and index in reference.kept:
                kept = reference.kept[index]
                yield (
                    area[0],
                    name_cell(row, column),
                    kept if reference.formats is None else printed(kept, ""),
                )
