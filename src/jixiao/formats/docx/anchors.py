"""From places of a Document back to the elements of the file that show the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.formats.docx import names as n

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from jixiao.core.place import Place
    from jixiao.formats.docx.text import Line
    from jixiao.formats.docx.walk import Walker


@dataclass(frozen=True, slots=True)
class Gap:
    """A position between characters: so many of them into an element of text, or before (0) or after it."""

    node: _Element
    offset: int
    closes: bool = False
    """Whether it is the end of a stretch."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The stretch between two gaps, or the whole paragraph where the words are no text of the body."""

    paragraph: _Element
    start: Gap | None = None
    end: Gap | None = None

    @property
    def exact(self) -> bool:
        """Whether it covers just the words."""
        return self.start is not None and self.end is not None


def find_anchor(walker: Walker, place: Place) -> Anchor | None:
    """Where a comment on the place goes; None where the document has no paragraph at all.

    Word takes no comments in notes, text boxes and charts: those stand at the paragraph that these belong to.
    """
    if not 0 <= place.block < len(walker.blocks):
        return _first_paragraph(walker)
    block, source = walker.blocks[place.block], walker.sources[place.block]
    lines: Sequence[Line] = source.lines
    if block.cells:
        lines = source.cells.get((place.row or 0, place.column or 0), ()) if place.row is not None else ()
    if block.part == "body" and lines:
        return _in_lines(lines, place.start, place.end)
    return _first_paragraph(walker) if source.anchor is None else Anchor(source.anchor)


def _first_paragraph(walker: Walker) -> Anchor | None:
    paragraph = next(walker.root.iter(n.P), None)
    return None if paragraph is None else Anchor(paragraph)


def _in_lines(lines: Sequence[Line], start: int, end: int) -> Anchor:
    first: Gap | None = None
    last: Gap | None = None
    shown = 0
    paragraph = lines[0].paragraph
    for line in lines:
        if shown <= start:
            paragraph = line.paragraph
        for node, inner, offset, length in _pieces(line):
            left, right = max(start, shown + offset), min(end, shown + offset + length)
            if left >= right or node.tag == n.FLD_CHAR:
                continue
            if first is None:
                first = Gap(node, inner + left - shown - offset)
            last = Gap(node, inner + right - shown - offset, closes=True)
        shown += len(line.shown) + 1
    return Anchor(paragraph, first, last) if first is not None else Anchor(paragraph)


def _pieces(line: Line) -> Iterator[tuple[_Element, int, int, int]]:
    """Each piece: element, offset in it, offset in the text as shown, length."""
    offset = len(line.label) - line.lead
    for index, (text, node) in enumerate(zip(line.texts, line.nodes, strict=True)):
        yield node, line.starts.get(index, 0), offset, len(text)
        offset += len(text)
