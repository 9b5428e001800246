"""A file to its recognised tables, each with what it says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.claims.final_accounts.captions import kind_of_table, tells_accounts
from jixiao.claims.final_accounts.recognising import tables_of
from jixiao.claims.final_accounts.structure import AccountsTable
from jixiao.claims.final_accounts.titles import NAMES
from jixiao.claims.reading.document import read_document
from jixiao.core.accounts_review import Notice
from jixiao.core.document import Block, Document
from jixiao.core.finding import Finding
from jixiao.core.place import Place
from jixiao.pipeline.checking import check_document
from jixiao.pipeline.exports import wording
from jixiao.pipeline.exports.declared import Declared, declared

_CROSS_CHECKS = "JX4"
_FIGURES = ("JX1", "JX2")
"""Checks whose findings concern figures of any kind."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A recognised table and what it says of itself."""

    file: str
    table: AccountsTable
    declared: Declared

    def place(self) -> Place:
        """Where the table begins."""
        return start_of(self.table.block)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds; ``passed_by`` are tables that were not recognised, ``findings`` its errors."""

    file: str
    sheets: tuple[Sheet, ...]
    passed_by: tuple[Notice, ...]
    findings: tuple[Finding, ...]


def contents(document: Document, file: str) -> Contents:
    """The tables of a document, and what the checks say of its figures."""
    if not tells_accounts(document):
        # the numbers of a huge file of another kind stay unread
        return Contents(file, (), tuple(_passed_by(document, file, ())), ())
    reading = read_document(document)
    tables = tuple(tables_of(reading))
    sheets = tuple(Sheet(file, table, declared(reading, table.block)) for table in tables)
    found = check_document(document).findings if tables else ()
    inside = {line.block.index for table in tables for line in table.lines}
    findings = tuple(one for one in found if one.severity == "error" and _concerns(one, inside))
    return Contents(file, sheets, tuple(_passed_by(document, file, tables)), findings)


def _concerns(finding: Finding, inside: set[int]) -> bool:
    """Whether it is a cross-check, or about a figure of a recognised table."""
    return finding.code.startswith(_CROSS_CHECKS) or (
        finding.code.startswith(_FIGURES) and finding.place.block in inside
    )


def _passed_by(document: Document, file: str, tables: tuple[AccountsTable, ...]) -> Iterator[Notice]:
    taken = {line.block.index for table in tables for line in table.lines}
    taken |= {table.block.index for table in tables}
    for position, block in enumerate(document.blocks):
        if block.kind != "table" or block.index in taken:
            continue
        place = start_of(block)
        kind = kind_of_table(document.blocks, position)
        if kind is None:
            yield wording.untitled(file, place)
        else:
            yield wording.headless(NAMES[kind], file, place)


def start_of(block: Block) -> Place:
    """Where a table begins."""
    return block.place(0, 0, block.cells[0] if block.cells else None)
