"""A document to its package: each table of final accounts by kind, pieces of one table joined.

A table is recognised by its own title, the sheet's name or the lines above it, and by columns that such a
table must have: a title alone proves nothing. Where no title of any table is near, `shapes` tells it by what
it looks like, in documents that are a package anyway.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from jixiao.claims.final_accounts.captions import kind_of_any_table, kind_of_table, tells_accounts
from jixiao.claims.final_accounts.grid import Grid, lay_out
from jixiao.claims.final_accounts.lines import table_of
from jixiao.claims.final_accounts.structure import AccountsTable
from jixiao.claims.final_accounts.titles import Kind, kind_of_section, kind_of_title
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tokens import Token
from jixiao.core.document import Block

_FEWEST_SECTIONS = 4
"""Sections of the narrative that make a document without tables a package."""
_FEWEST_SHAPES = 2
"""Kinds told by shape alone that make a document without titles and narrative a package."""
_NEEDED: dict[Kind, tuple[str, ...]] = {
    "receipts": ("total", "fiscal"),
    "spending": ("basic", "project"),
    "general": ("basic", "project"),
    "appropriation": ("general",),
    "total": ("amount",),
    "basic": ("amount",),
    "projects": ("amount",),
}
_LANES: dict[Kind, int] = {"total": 2, "appropriation": 2}
_NOTE = re.compile(r"^(?:注|备注|说明)[:：]?|本表反映|^反映")


@dataclass(frozen=True, slots=True)
class Package:
    """What a document holds of a final-accounts package.

    ``repeated`` are kinds of which several tables stand in the document, so that none can be told to be the
    department's; ``sections`` are the paragraphs of the narrative by the table that they are about.
    """

    tables: dict[Kind, AccountsTable]
    repeated: frozenset[Kind]
    sections: dict[Kind, tuple[Paragraph, ...]]
    reading: Reading = field(repr=False)

    def table(self, kind: Kind) -> AccountsTable | None:
        """The table of a kind."""
        return self.tables.get(kind)


@once
def package_of(reading: Reading) -> Package | None:
    """The package in a document; None where the document is none."""
    sections = _sections(reading)
    found = _found(reading, sections)
    if found is None:
        return None
    repeated = frozenset(kind for kind, tables in found.items() if len(tables) > 1)
    tables = {kind: tables[0] for kind, tables in found.items() if kind not in repeated}
    return Package(tables, repeated, sections, reading)


def tables_of(reading: Reading) -> list[AccountsTable]:
    """Every table of final accounts in a document, also several of one kind, in reading order."""
    found = _found(reading, _sections(reading)) or {}
    return sorted((table for tables in found.values() for table in tables), key=lambda one: one.block.index)


def _found(
    reading: Reading, sections: dict[Kind, tuple[Paragraph, ...]]
) -> dict[Kind, list[AccountsTable]] | None:
    """The tables by kind; None where the document is no package."""
    found: dict[Kind, list[AccountsTable]] = {}
    for table in _tables(reading, kind_of_table):
        found.setdefault(table.kind, []).append(table)
    known = bool(found) or len(sections) >= _FEWEST_SECTIONS
    untitled = _untitled(reading, found) if known or tells_accounts(reading.document) else {}
    if not known and len(untitled) < _FEWEST_SHAPES:
        return None
    return found | untitled


def _sections(reading: Reading) -> dict[Kind, tuple[Paragraph, ...]]:
    """The paragraphs of the narrative: each belongs to the nearest heading above it that names a table."""
    found: dict[Kind, list[Paragraph]] = {}
    for paragraph in reading.paragraphs:
        path = reading.sections[paragraph.section] if paragraph.section < len(reading.sections) else ()
        kinds = [kind for title in path if (kind := kind_of_section(title)) is not None]
        if kinds and kind_of_title(paragraph.text) is None:
            found.setdefault(kinds[-1], []).append(paragraph)
    return {kind: tuple(paragraphs) for kind, paragraphs in found.items()}


def _untitled(reading: Reading, titled: dict[Kind, list[AccountsTable]]) -> dict[Kind, list[AccountsTable]]:
    """The tables that only their shape tells, of kinds that no title names."""
    found: dict[Kind, list[AccountsTable]] = {}
    for table in _tables(reading, kind_of_any_table):
        if table.kind not in titled:
            found.setdefault(table.kind, []).append(table)
    return found


def tokens_of_cells(reading: Reading) -> dict[tuple[int, int, int], Token]:
    """The figures of all tables by block, row and column."""
    return {
        (token.block.index, token.cell.row, token.cell.column): token
        for table in reading.tables
        for token in table.tokens
        if token.cell is not None
    }


def _tables(
    reading: Reading, name: Callable[[tuple[Block, ...], int], Kind | None]
) -> Iterator[AccountsTable]:
    """The tables of a document that ``name`` names, in order."""
    tokens = tokens_of_cells(reading)
    blocks = reading.document.blocks
    open_: tuple[Kind, Grid, AccountsTable, int] | None = None
    for position, block in enumerate(blocks):
        if block.kind != "table":
            continue
        named = name(blocks, position)
        if open_ is not None and named in (None, open_[0]) and _continues(blocks, open_[3], position):
            grid = lay_out(block, open_[1])
            width = {len(lane.figures) for lane in grid.lanes} if grid is not None else set()
            if grid is not None and width == {len(lane.figures) for lane in open_[1].lanes}:
                more = table_of(open_[0], grid, tokens)
                if not _repeats(open_[2], more):
                    open_ = (open_[0], open_[1], _joined(open_[2], more), position)
                    continue
        if open_ is not None:
            yield open_[2]
            open_ = None
        grid = lay_out(block) if named is not None else None
        table = table_of(named, grid, tokens) if named is not None and grid is not None else None
        if table is not None and grid is not None and _is_what_it_says(table):
            open_ = (table.kind, grid, table, position)
    if open_ is not None:
        yield open_[2]


def _continues(blocks: tuple[Block, ...], last: int, position: int) -> bool:
    """Whether nothing but page furniture stands between two pieces of a table, on one sheet."""
    between = blocks[last + 1 : position]
    return blocks[last].sheet == blocks[position].sheet is None and all(
        len(block.text) < 30 and not _NOTE.search(block.text) for block in between
    )


def _repeats(first: AccountsTable, more: AccountsTable) -> bool:
    """Whether a piece tells lines again: then it is another table of this kind."""
    told = {(line.lane, line.code or line.name) for line in first.lines if line.code or line.name}
    return any((line.lane, line.code or line.name) in told for line in more.lines)


def _is_what_it_says(table: AccountsTable) -> bool:
    return table.has(*_NEEDED.get(table.kind, ())) and len(table.roles) >= _LANES.get(table.kind, 1)


def _joined(first: AccountsTable, more: AccountsTable) -> AccountsTable:
    return AccountsTable(first.kind, first.block, (*first.lines, *more.lines), first.roles, first.headers)
