"""The ledger of a workbook that we wrote: the sheet of sources, and the figures that its names lead to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from jixiao.core.look import Mark
from jixiao.formats.grids.marks import COLUMNS, HEAD, HEAD_ROW, ORIGINS, marked_cells
from jixiao.formats.ledgers import WrongLedgerError, entry_of, ledger_of, unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.core.document import Block, Cell, Document
    from jixiao.core.ledger import Entry, Ledger
    from jixiao.formats.grids.grid import Grid

_NUMBER: Final = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")
_ORIGINS: Final = {words: origin for origin, words in ORIGINS.items()}
_FIELDS: Final = ("name", "", "start", "printed", "value", "unit", "decimals", "origin", "", "formula")


@dataclass(frozen=True, slots=True)
class Sources:
    """The ledger, and where in its cell each figure began when it was written, None for a whole cell."""

    ledger: Ledger
    starts: Mapping[str, int | None]


def read_sources(grid: Grid) -> Sources:
    """The sheet of sources; a damaged one gives an ``unreadable`` ledger."""
    try:
        return _read(grid.rows)
    except WrongLedgerError as error:
        return Sources(unreadable(str(error)), {})


def _read(rows: Mapping[int, Mapping[int, str]]) -> Sources:
    headings = rows.get(HEAD_ROW, {})
    if tuple(headings.get(column, "") for column in range(1, len(COLUMNS) + 1)) != COLUMNS:
        raise WrongLedgerError("工作表“数据来源”的表头被改动")
    head: dict[str, str] = {}
    for row in range(2, HEAD_ROW):
        words = rows.get(row, {})
        if words.get(1, "") in HEAD:
            head[HEAD[words[1]]] = words.get(2, "")
    entries: list[Entry] = []
    starts: dict[str, int | None] = {}
    for row in sorted(number for number in rows if number > HEAD_ROW):
        one, start = _entry(rows[row])
        entries.append(one)
        starts[one.name] = start
    return Sources(ledger_of(head, entries), starts)


def _entry(words: Mapping[int, str]) -> tuple[Entry, int | None]:
    said = {field: words.get(column, "") for column, field in enumerate(_FIELDS, start=1) if field}
    origin = said["origin"]
    said["origin"] = _ORIGINS.get(origin, origin)
    start = said.pop("start")
    if start and not (start.isascii() and start.isdigit() and len(start) < 7):
        raise WrongLedgerError(f"台账中 {said['name']} 的起始字不成立")
    if not said["value"]:
        del said["value"]
    facts = words.get(COLUMNS.index("事实") + 1, "")
    return entry_of(said, facts.split("\n") if facts else ()), int(start) - 1 if start else None


def with_sources(document: Document, sources: Sources | None, names: Mapping[str, str]) -> Document:
    """The document with the marks that the names lead to and the ledger."""
    cells = marked_cells(names)
    if not cells and sources is None:
        return document
    blocks = tuple(_marked(block, cells, sources) for block in document.blocks)
    found = replace(document, blocks=blocks)
    if sources is None:
        return found
    ledger, notes = sources.ledger, found.notes
    if ledger.unreadable:
        notes = (*notes, f"数字台账未能读取：{ledger.unreadable}。")
    marked = {
        mark.entry
        for block in blocks
        for marks in (block.marks, *(cell.marks for cell in block.cells))
        for mark in marks
    }
    missing = tuple(entry.name for entry in ledger.entries if entry.name not in marked)
    return replace(found, notes=notes, ledger=replace(ledger, missing=missing))


def _marked(
    block: Block,
    names: Mapping[tuple[str, str], Sequence[str]],
    sources: Sources | None,
) -> Block:
    sheet = block.sheet or ""
    here = names.get((sheet, block.reference or ""), ())
    if here:  # a text, or the title of a chart
        block = replace(block, marks=_marks(block.text, here, sources))

    def marked(cell: Cell) -> Cell:
        here = names.get((sheet, cell.reference or ""), ())
        return replace(cell, marks=_marks(cell.text, here, sources)) if here else cell

    return replace(block, cells=tuple(map(marked, block.cells)))


def _marks(text: str, names: Sequence[str], sources: Sources | None) -> tuple[Mark, ...]:
    """The figures of a text: at their places, else where they moved to, else what replaced them."""
    known = {} if sources is None else {one.name: one for one in sources.ledger.entries}
    starts = {} if sources is None else sources.starts
    if not text:
        return ()
    if len(names) == 1 and starts.get(names[0]) is None:
        return (Mark(0, len(text), "figure", names[0]),)
    ordered = sorted(names, key=lambda name: starts.get(name) or 0)
    found: dict[str, Mark] = {}
    done = 0
    for name in ordered:
        printed = known[name].printed if name in known else ""
        at = _find(text, printed, starts.get(name) or 0, done) if printed else -1
        if at >= 0:
            found[name] = Mark(at, at + len(printed), "figure", name)
            done = at + len(printed)
    done = 0
    for number, name in enumerate(ordered):
        if name in found:
            done = found[name].end
            continue
        following = next((found[one].start for one in ordered[number + 1 :] if one in found), len(text))
        other = _NUMBER.search(text, done, following)
        if other is not None:
            unit = known[name].unit if name in known else ""
            end = other.end() + (len(unit) if text.startswith(unit, other.end()) else 0)
            found[name] = Mark(other.start(), min(end, following), "figure", name)
            done = found[name].end
    return tuple(sorted(found.values(), key=lambda mark: mark.start))


def _find(text: str, printed: str, start: int, after: int) -> int:
    """Where the figure stands: at its place, else the first time behind the figure before it."""
    if start >= after and text.startswith(printed, start) and _apart(text, start, len(printed)):
        return start
    at = text.find(printed, after)
    while at >= 0 and not _apart(text, at, len(printed)):
        at = text.find(printed, at + 1)
    return at


def _apart(text: str, start: int, length: int) -> bool:
    """Whether no digit stands right beside it: 35.2 is not in 135.2 and not in 35.21."""
    before, after = text[start - 1 : start], text[start + length : start + length + 1]
    last = text[start + length - 1]
    return not (before.isdecimal() and text[start].isdecimal()) and not (
        after.isdecimal() and last.isdecimal()
    )
