"""On which page each heading will stand, reckoned for the table of contents.

The page of the standard is a grid of 22 lines with 28 signs, so most of it can be counted; where rows of a
table or fonts come out taller than thought, a number may be off by one until the table is renewed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from jixiao.formats.docx.write.measure import lines
from jixiao.formats.docx.write.sections import PITCH, TEXT_HEIGHT, TEXT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class _Metrics:
    """Of a style, in twentieths of a point; ``indent`` of the first line in signs."""

    size: int = 320
    pitch: int = PITCH
    before: int = 0
    after: int = 0
    indent: int = 0


_BODY = _Metrics(size=315, indent=2)
_METRICS: Final = {
    "Title": _Metrics(440, 700, PITCH),
    "Subtitle": _Metrics(after=PITCH),
    "Caption": _Metrics(240, 400, 120, 60),
    "UnitLine": _Metrics(210, 320),
    "TableNote": _Metrics(210, 320, 60, 120),
    "TOCHeading": _Metrics(440, 700, 0, PITCH),
    "Separator": _Metrics(pitch=20),
    **dict.fromkeys(("AttachmentMark", "Signature", "SealLine", "Date", "TOC1", "TOC2", "TOC3"), _Metrics()),
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands together: heights of its lines; ``keep`` with the next piece."""

    heights: tuple[int, ...]
    keep: bool = False
    new_page: bool = False
    page: str = ""
    heading: int | None = None


@dataclass(slots=True)
class Layout:
    """Collects what the writer prints, in order."""

    page: str
    """Of the first section."""
    wanted: bool = True
    """Else nothing is collected, for reckoning takes time."""
    _pieces: list[_Piece] = field(default_factory=list)
    _turned: str = ""

    def turn(self, page: str) -> None:
        """A section of another orientation begins."""
        self._turned = page

    def text(
        self,
        style: str,
        text: str,
        *,
        keep: bool,
        new_page: bool,
        heading: int | None = None,
        space: int = 0,
    ) -> None:
        """A paragraph; ``space`` is further room above and below."""
        if not self.wanted:
            return
        metrics = _METRICS.get(style, _BODY)
        room = TEXT_WIDTH[self._current()] / metrics.size
        heights = [metrics.pitch] * lines(text, room, metrics.indent)
        heights[0] += metrics.before + space
        heights[-1] += metrics.after
        keeps = keep or style.startswith("Heading") or style in ("Title", "UnitLine", "Signature", "SealLine")
        self._add(_Piece(tuple(heights), keeps, new_page, heading=heading))

    def rows(self, heights: Sequence[int], kept: int, last: int) -> None:
        """A table; the first ``kept`` rows stay with the row after them, the ``last`` ones together."""
        end = len(heights) - 1
        for number, height in enumerate(heights):
            is_kept = number < kept or number > end - last
            self._add(_Piece((height,), keep=is_kept and number < end))

    def drawing(self, height: int, *, new_page: bool) -> None:
        """A chart or diagram, which stays with its caption."""
        self._add(_Piece((height + 120,), keep=True, new_page=new_page))

    def pages(self) -> dict[int, int]:
        """The page of each heading, by the ``heading`` it was added with."""
        found: dict[int, int] = {}
        number, filled, page = 1, 0, self.page
        for index, piece in enumerate(self._pieces):
            if piece.page:
                page = piece.page
            if (piece.page or piece.new_page) and index:
                number, filled = number + 1, 0
            room = TEXT_HEIGHT[page]
            needed = self._together(index)
            if filled and filled + needed > room >= needed:
                number, filled = number + 1, 0
            for height in piece.heights:
                if filled and filled + height > room:
                    number, filled = number + 1, 0
                filled += height
                if piece.heading is not None:
                    found.setdefault(piece.heading, number)
        return found

    def _current(self) -> str:
        return self._turned or next((one.page for one in reversed(self._pieces) if one.page), self.page)

    def _add(self, piece: _Piece) -> None:
        if self._turned:
            piece, self._turned = replace(piece, page=self._turned), ""
        self._pieces.append(piece)

    def _together(self, index: int) -> int:
        """The height of a piece with all that must stand on its page."""
        height = 0
        for piece in self._pieces[index:]:
            if not piece.keep:
                return height + piece.heights[0]
            height += sum(piece.heights)
        return height
