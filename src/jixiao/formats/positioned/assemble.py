"""Pages to blocks, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.core.document import Block
from jixiao.formats.kinds import classify
from jixiao.formats.positioned.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.formats.positioned.model import Page


def blocks(pages: Iterable[Page]) -> list[Block]:
    """The headings, paragraphs, items and tables of the pages; each character knows its box."""
    made: list[Block] = []
    for page in pages:
        for line in lines_of(page.number, page.pieces):
            kind, level, number = classify(line.text)
            made.append(
                Block(
                    index=len(made),
                    kind=kind,
                    text=line.text,
                    level=level,
                    number=number,
                    page=page.number,
                    areas=(line.area(0),),
                )
            )
    return made
