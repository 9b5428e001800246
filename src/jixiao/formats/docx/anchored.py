"""The ledger of a file and the marks of its figures, put into the Document that was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jixiao.formats.docx.bookmarks import find_marks
from jixiao.formats.docx.charted import in_charts
from jixiao.formats.docx.collapsed import reopened

if TYPE_CHECKING:
    from jixiao.core.document import Block, Document
    from jixiao.core.look import Mark
    from jixiao.formats.docx.bookmarks import Spot
    from jixiao.formats.docx.ledger import Recorded
    from jixiao.formats.docx.walk import Walker


def with_ledger(document: Document, recorded: Recorded | None, walker: Walker) -> Document:
    """The document with its ledger and marks; the document itself where the file has neither."""
    if recorded is None and not walker.has_figures:
        return document
    marks = find_marks(walker)
    if recorded is not None:
        printed = {entry.name: entry.printed for entry in recorded.ledger.entries}
        marks = reopened(marks, document.blocks, printed)
        for spot, mark in in_charts(document.blocks, recorded):
            marks.setdefault(spot, []).append(mark)
    blocks = tuple(_marked(block, marks) for block in document.blocks) if marks else document.blocks
    if recorded is None:
        return replace(document, blocks=blocks)
    ledger = recorded.ledger
    found = {mark.entry for here in marks.values() for mark in here}
    missing = tuple(entry.name for entry in ledger.entries if entry.name not in found)
    notes = document.notes
    if ledger.unreadable:
        notes = (*notes, f"数字台账未能读取：{ledger.unreadable}。")
    return replace(document, blocks=blocks, notes=notes, ledger=replace(ledger, missing=missing))


def _marked(block: Block, marks: dict[Spot, list[Mark]]) -> Block:
    here = marks.get((block.index, None))
    if here:
        block = replace(block, marks=tuple(here))
    if not block.cells:
        return block
    found = {
        (cell.row, cell.column): marks.get((block.index, (cell.row, cell.column))) for cell in block.cells
    }
    cells = (
        replace(cell, marks=tuple(own)) if (own := found[cell.row, cell.column]) else cell
        for cell in block.cells
    )
    return replace(block, cells=tuple(cells))
