"""One line of source with the stated words in it, no wider than asked, measured in terminal columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.core.document import Block, Cell
from jixiao.renderers.locating import Spot

_ELLIPSIS = "…"
_BETWEEN_CELLS = " | "
CONTROLS = dict.fromkeys((*range(32), *range(127, 161), 0x2028, 0x2029, *range(0x202A, 0x202F)), " ")
"""Characters that would break the line or steer the terminal, each to become a space."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``text[start:end]`` are the words in question; ``text[head]`` is the source at ``at``."""

    text: str
    start: int
    end: int
    at: int = 0
    head: int = 0

    def shows(self, start: int, end: int) -> bool:
        """Whether this stretch of the source is in the excerpt and apart from the words in question."""
        first, last = self._inside(start), self._inside(end)
        apart = last <= self.start or first >= self.end
        return self.head <= first < last <= len(self.text) and apart

    def carets(self, others: Sequence[tuple[int, int]] = ()) -> str:
        """The line below: carets under the words, dashes under others; Chinese takes two columns."""
        signs = [" "] * len(self.text)
        for start, end in others:
            if self.shows(start, end):
                for index in range(self._inside(start), self._inside(end)):
                    signs[index] = "-"
        for index in range(self.start, max(self.end, self.start)):
            signs[index] = "^"
        line = "".join(sign * width_of(char) for sign, char in zip(signs, self.text, strict=True))
        return line.rstrip() or "^"

    def _inside(self, offset: int) -> int:
        return offset - self.at + self.head


def width_of(text: str) -> int:
    """The columns that a terminal gives the text."""
    from rich.cells import cell_len

    return cell_len(text)


def excerpt(spot: Spot, width: int) -> Excerpt:
    """The words of the spot with what stands around them; a cell is shown in its row."""
    text, shift = spot.text, 0
    if spot.cell is not None:
        text, shift = _row(spot.block, spot.cell)
    start, end = spot.start + shift, spot.end + shift
    text = text.translate(CONTROLS)
    while start < end and text[start] == " ":
        start += 1
    return _cut(text, start, max(end, start), max(width, 20))


def row_offset(spot: Spot) -> int:
    """Where the text of the spot begins in the line that is shown for it."""
    return 0 if spot.cell is None else _row(spot.block, spot.cell)[1]


def _row(block: Block, cell: Cell) -> tuple[str, int]:
    """The cells of a row side by side, and where the text of this one begins."""
    text, shift = "", 0
    for other in (c for c in block.cells if c.row == cell.row):
        text += _BETWEEN_CELLS if text else ""
        if other is cell:
            shift = len(text)
        text += other.text
    return text, shift


def _cut(text: str, start: int, end: int, width: int) -> Excerpt:
    """Characters around the words while they fit, two thirds of the room before them."""
    if width_of(text) <= width:
        left = len(text) - len(text.lstrip())
        left = min(left, start)
        return Excerpt(
            text[left:].rstrip() if end <= len(text.rstrip()) else text[left:],
            start - left,
            end - left,
            left,
        )
    room = width - 2 * width_of(_ELLIPSIS) - width_of(text[start:end])
    if room < 0:  # the words alone are too wide
        while end > start + 1 and room < 0:
            end -= 1
            room = width - 2 * width_of(_ELLIPSIS) - width_of(text[start:end])
    left, right = start, end
    before = max(room * 2 // 3, room - width_of(text[end:]))
    while left > 0 and width_of(text[left - 1 : start]) <= before:
        left -= 1
    rest = room - width_of(text[left:start])
    while right < len(text) and width_of(text[end : right + 1]) <= rest:
        right += 1
    head = _ELLIPSIS if left > 0 else ""
    tail = _ELLIPSIS if right < len(text) else ""
    shown = head + text[left:right] + tail
    return Excerpt(shown, start - left + len(head), end - left + len(head), left, len(head))
