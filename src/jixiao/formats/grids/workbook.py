"""The sheets of a workbook of any format to one Document, within a budget of cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.core.document import Document
from jixiao.formats.grids.blocks import Builder
from jixiao.formats.grids.errors import check_characters
from jixiao.formats.grids.grid import MAX_CELLS
from jixiao.formats.grids.ledger import Sources, read_sources, with_sources
from jixiao.formats.grids.marks import drop_pointers, marked_ranges, sources_sheet, text_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jixiao.formats.grids.grid import Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is read when its turn comes.

    Attributes:
        name: as on its tab; "" for a file that is one sheet without a name.
        grid: reads at most so many filled cells; may raise ReadError.
    """

    name: str
    grid: Callable[[int], Grid]


def given(grid: Grid) -> Callable[[int], Grid]:
    """For a `Sheet` whose grid has been read already, within the budget of the whole file."""
    return lambda _budget: grid


def to_document(
    name: str, kind: str, sheets: Iterable[Sheet], names: Mapping[str, str], limit: int = MAX_CELLS
) -> Document:
    """The document of a workbook.

    Args:
        name: of the file.
        kind: of the format.
        sheets: in the order of their tabs.
        names: what the workbook calls its ranges: ``{"name": "'Sheet 1'!$A$1:$B$2"}``.
        limit: filled cells that are read of it.

    Raises:
        ReadError: whatever reading a sheet raises; ``too_much_text``.
    """
    builder = Builder(limit)
    budget = limit
    characters = 0
    tables = marked_ranges(names)
    text, sources = text_sheet(names), sources_sheet(names)
    recorded: Sources | None = None
    for sheet in sheets:
        if sheet.name and sheet.name == sources:
            recorded = read_sources(sheet.grid(limit))
            continue
        if budget <= 0:
            builder.notes.append(f"工作簿的单元格超过 {limit} 个，工作表“{sheet.name}”没有读取。")
            continue
        grid = sheet.grid(budget)
        budget -= grid.cells
        characters += sum(len(text) for texts in grid.rows.values() for text in texts.values())
        check_characters(characters)
        ours = bool(sheet.name) and sheet.name == text
        if ours:
            drop_pointers(grid)
        builder.add_sheet(sheet.name, grid, () if ours else tables.get(sheet.name))
    if not builder.blocks:
        builder.notes.append("工作簿中没有文字和数字，内容可能是图片。")
    document = Document(name=name, format=kind, blocks=tuple(builder.blocks), notes=tuple(builder.notes))
    return with_sources(document, recorded, names)
