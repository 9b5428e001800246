"""The ledger of a report of ours, and the figures in the text that its entries belong to.

A figure is a text object of its own, which `write.tags` names. Paragraphs and tables are rebuilt from
positions, so the figure is found again by its position.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.core.look import Mark
from jixiao.formats.docx.ledger import recorded
from jixiao.formats.ledgers import ANY_VERSION, MOST_ENTRIES
from jixiao.formats.ofd.package import children, local, text_of
from jixiao.formats.safe_xml import iterate_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.core.document import Area, Block, Cell
    from jixiao.core.ledger import Ledger
    from jixiao.formats.ofd.package import Body, Package
    from jixiao.formats.positioned import Piece

ANCHORS: Final = "urn:jixiao:anchors:1"
_NEAR: Final = 2.0
"""Points: places in the text are rounded, and half a sign of a table is 4.5 wide."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """The ledger of a file; ``anchors`` are the entries by the identifiers of the objects that show them."""

    ledger: Ledger
    anchors: dict[str, str] = field(default_factory=dict)


def read_ledger(package: Package, body: Body) -> Recorded | None:
    """The ledger of a document; None where it has none, or only tags of other programs."""
    if body.tags is None:
        return None
    parts: dict[str, bytes] = {}
    try:
        _, root = package.xml("", f"/{body.tags}")
        for tag in children(root, "CustomTag"):
            space = tag.get("NameSpace", "")
            if space.startswith(ANY_VERSION) or space == ANCHORS:
                parts[space] = package.part(body.tags, text_of(tag, "FileLoc"))[1]
    except ReadError:
        parts.setdefault(ANY_VERSION, b"")  # what names the ledger is damaged
    ledger = next((recorded(part) for space, part in parts.items() if space != ANCHORS), None)
    if ledger is None:
        return None
    return Recorded(ledger, _anchors(parts.get(ANCHORS, b"")))


def _anchors(data: bytes) -> dict[str, str]:
    """The entries by the identifiers of objects; what cannot be read is missed when they are looked for."""
    found: dict[str, str] = {}
    try:
        for element in iterate_xml(data, ["{*}figure"]) if data else ():
            for reference in element:
                if local(reference) == "ObjectRef" and len(found) < MOST_ENTRIES:
                    found[(reference.text or "").strip()] = element.get("entry", "")
    except ReadError:
        return {}
    return found


@dataclass(slots=True)
class Figures:
    """The figures on the pages: which entry stands in which piece."""

    _by_page: dict[int, list[tuple[float, Piece, str]]] = field(default_factory=dict)
    """By page the heights of their middles, in order."""
    found: set[str] = field(default_factory=set)
    """Entries that some text shows."""

    def add(self, page: int, pieces: Iterable[Piece], entry: str) -> None:
        """Take note of the pieces of one object."""
        found = self._by_page.setdefault(page, [])
        found += (((piece.top + piece.bottom) / 2, piece, entry) for piece in pieces)

    def mark(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks with a mark at each figure."""
        if not self._by_page:
            return list(blocks)
        for figures in self._by_page.values():
            figures.sort(key=itemgetter(0))
        return [
            replace(
                block,
                marks=self._marks(block),
                cells=tuple(replace(cell, marks=self._marks(cell)) for cell in block.cells),
            )
            for block in blocks
        ]

    def _marks(self, text: Block | Cell) -> tuple[Mark, ...]:
        spots: dict[str, tuple[int, int]] = {}
        for area in text.areas:
            figures = self._by_page.get(area.page, [])
            first = bisect_right(figures, area.top, key=itemgetter(0))
            last = bisect_left(figures, area.bottom, key=itemgetter(0))
            for _, piece, entry in figures[first:last]:
                spot = _spot(area, piece)
                if spot is not None:  # a figure that a line end breaks is two pieces
                    start, end = spots.get(entry, spot)
                    spots[entry] = min(start, spot[0]), max(end, spot[1])
        self.found.update(spots)
        marks = (Mark(start, end, "figure", entry) for entry, (start, end) in spots.items())
        return tuple(sorted(marks, key=lambda mark: mark.start))


def _spot(area: Area, piece: Piece) -> tuple[int, int] | None:
    """Where a piece stands in the text of an area."""
    start, end = _edge(area.edges, piece.left), _edge(area.edges, piece.right)
    if start is None or end is None or start >= end:
        return None
    return area.offset + start, area.offset + end


def _edge(edges: Sequence[int], at: float) -> int | None:
    """The number of the edge nearest to a place; None where none is near."""
    right = bisect_left(edges, at)
    near = [number for number in (right - 1, right) if 0 <= number < len(edges)]
    best = min(near, key=lambda number: abs(edges[number] - at))
    return best if abs(edges[best] - at) <= _NEAR else None
