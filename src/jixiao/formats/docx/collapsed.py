"""Bookmarks that an office program closed too early: the figure stands right beside them.

LibreOffice closes a bookmark before its text where a paragraph ends a section and the bookmark begins behind
its first run. The bookmark then covers nothing, though nobody took the figure out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.core.look import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jixiao.core.document import Block
    from jixiao.formats.docx.bookmarks import Spot

_POINTS = ".,．"


def reopened(
    marks: dict[Spot, list[Mark]], blocks: Sequence[Block], printed: Mapping[str, str]
) -> dict[Spot, list[Mark]]:
    """The marks; an empty one covers the figure behind or before it where that is the one ``printed``."""
    return {
        spot: [_reopened(mark, here, _words(blocks, spot), printed) for mark in here]
        if any(mark.start == mark.end for mark in here)
        else here
        for spot, here in marks.items()
    }


def _words(blocks: Sequence[Block], spot: Spot) -> str:
    number, place = spot
    if place is None:
        return blocks[number].text
    return next((cell.text for cell in blocks[number].cells if (cell.row, cell.column) == place), "")


def _reopened(mark: Mark, here: Sequence[Mark], words: str, printed: Mapping[str, str]) -> Mark:
    figure = printed.get(mark.entry, "")
    if mark.end > mark.start or not figure:
        return mark
    for start in (mark.start, mark.start - len(figure)):
        end = start + len(figure)
        taken = any(other.start < end and start < other.end for other in here)
        if start >= 0 and words[start:end] == figure and not taken and _is_whole(words, start, end):
            return Mark(start, end, mark.kind, mark.entry)
    return mark


def _is_whole(words: str, start: int, end: int) -> bool:
    """Whether no digit joins the figure, so that it is not a piece of another number."""
    before, behind = words[:start].rstrip(_POINTS), words[end:].lstrip(_POINTS)
    return not before[-1:].isdecimal() and not behind[:1].isdecimal()
