"""An OFD file to a Document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.formats.ofd.content import Budget, Reader
from jixiao.formats.ofd.ledger import Figures, read_ledger
from jixiao.formats.ofd.notes import notes
from jixiao.formats.ofd.package import Package, bodies
from jixiao.formats.positioned.assemble import read_pages
from jixiao.formats.positioned.contents import without_contents

if TYPE_CHECKING:
    from jixiao.core.document import Block
    from jixiao.core.ledger import Ledger
    from jixiao.formats.ofd.content import Contents
    from jixiao.formats.positioned import Page

MOST_PAGES: Final = 3_000
"""The longest reports with annexes have some hundred."""


def read(data: bytes, name: str) -> Document:
    """Read the bytes of an OFD file; several documents in it are read one after the other.

    Raises:
        ReadError: it is damaged, encrypted, hostile or too large.
    """
    package = Package(data)
    documents = bodies(package)
    count = sum(len(body.pages) for body in documents)
    if count > MOST_PAGES:
        raise ReadError(
            "too_large",
            f"OFD 文件过大：共 {count} 页，上限为 {MOST_PAGES} 页。请拆分后重新提交。",
            f"The OFD file is too large: {count} pages, the limit is {MOST_PAGES}. Split it.",
        )
    budget = Budget()
    found: list[tuple[Page, Contents]] = []
    made: list[Block] = []
    drawings: list[int] = []
    ledger: Ledger | None = None
    for body in documents:
        recorded = read_ledger(package, body) if ledger is None else None
        anchors = recorded.anchors if recorded is not None else {}
        reader = Reader(package, body, budget, anchors)
        figures = Figures()
        first = len(found)
        for part in body.pages:
            number = len(found) + 1
            found.append(reader.page(part, number))
            for key, pieces in found[-1][1].named.items():
                figures.add(number, pieces, anchors[key])
        reading = read_pages(page for page, _ in found[first:])
        drawings += reading.drawings
        made += _counted(figures.mark(without_contents(reading.blocks)), made)
        if recorded is not None:
            ledger = _with_missing(recorded.ledger, figures.found)
    said = notes(documents, found, drawings)
    if ledger is not None and ledger.unreadable:
        said += (f"数字台账未能读取：{ledger.unreadable}。",)
    return Document(name=name, format="ofd", blocks=tuple(made), notes=said, ledger=ledger)


def _with_missing(ledger: Ledger, found: set[str]) -> Ledger:
    return replace(ledger, missing=tuple(one.name for one in ledger.entries if one.name not in found))


def _counted(blocks: list[Block], before: list[Block]) -> list[Block]:
    """Blocks and tables counted on from those of the document before."""
    if not before:
        return blocks
    tables = sum(block.table is not None for block in before)
    return [
        replace(
            block,
            index=block.index + len(before),
            table=None if block.table is None else block.table + tables,
        )
        for block in blocks
    ]
