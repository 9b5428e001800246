"""An OFD file to a Document."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Document
from jixiao.core.errors import ReadError
from jixiao.formats.ofd.content import Budget, Reader
from jixiao.formats.ofd.notes import notes
from jixiao.formats.ofd.package import Package, bodies
from jixiao.formats.positioned import blocks
from jixiao.formats.positioned.contents import without_contents

if TYPE_CHECKING:
    from jixiao.core.document import Block
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
    for body in documents:
        reader = Reader(package, body, budget)
        first = len(found)
        for part in body.pages:
            found.append(reader.page(part, len(found) + 1))
        made += _counted(without_contents(blocks(page for page, _ in found[first:])), made)
    return Document(name=name, format="ofd", blocks=tuple(made), notes=notes(documents, found))


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
