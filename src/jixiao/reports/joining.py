"""Several reports in one document, such as the forms of all projects: each begins on a new page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from jixiao.core.look import Look, Mark
from jixiao.reports.composing import Composition

if TYPE_CHECKING:
    from jixiao.core.document import Block
    from jixiao.core.ledger import Entry


def joined(parts: Sequence[Composition]) -> Composition:
    """One document of all parts, with one ledger; it is called and dated as the first part is."""
    first = parts[0]
    if len(parts) == 1 or first.document.ledger is None:
        return first
    entries: list[Entry] = []
    blocks: list[Block] = []
    tables = 0
    for part in parts:
        names: dict[str, str] = {}
        for entry in part.document.ledger.entries if part.document.ledger else ():
            names[entry.name] = f"_jx{len(entries) + 1:05d}"
            entries.append(replace(entry, name=names[entry.name]))
        own = 0
        for number, block in enumerate(part.document.blocks):
            table = None if block.table is None else tables + block.table
            own += block.table is not None
            look = _on_new_page(block.look) if number == 0 and blocks else block.look
            cells = tuple(replace(cell, marks=_renamed(cell.marks, names)) for cell in block.cells)
            marks = _renamed(block.marks, names)
            blocks.append(replace(block, index=len(blocks), table=table, look=look, cells=cells, marks=marks))
        tables += own
    ledger = replace(first.document.ledger, entries=tuple(entries))
    gaps = tuple(gap for part in parts for gap in part.gaps)
    return Composition(replace(first.document, blocks=tuple(blocks), ledger=ledger), gaps)


def _renamed(marks: Sequence[Mark], names: dict[str, str]) -> tuple[Mark, ...]:
    return tuple(_one(marks, names))


def _one(marks: Sequence[Mark], names: dict[str, str]) -> Iterator[Mark]:
    for mark in marks:
        yield replace(mark, entry=names[mark.entry]) if mark.entry else mark


def _on_new_page(look: Look | None) -> Look:
    if look is None:
        return Look(page="portrait")
    return look if look.page else replace(look, page="portrait")
