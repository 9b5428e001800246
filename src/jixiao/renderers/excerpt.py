"""One line of source with the stated words in it, no wider than asked, measured in terminal columns."""

from dataclasses import dataclass

from jixiao.core.document import Block, Cell
from jixiao.renderers.locating import Spot

_ELLIPSIS = "…"
_BETWEEN_CELLS = " | "
CONTROLS = dict.fromkeys((*range(32), *range(127, 161), 0x2028, 0x2029, *range(0x202A, 0x202F)), " ")
"""Characters that would break the line or steer the terminal, each to become a space."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``text[start:end]`` are the words in question."""

    text: str
    start: int
    end: int

    def carets(self) -> str:
        """The line of carets that stands below the words, aligned where Chinese characters take two columns."""
        before, words = width_of(self.text[: self.start]), width_of(self.text[self.start : self.end])
        return " " * before + "^" * max(words, 1)


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
        return Excerpt(text[left:].rstrip() if end <= len(text.rstrip()) else text[left:], start - left, end - left)
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
    return Excerpt(head + text[left:right] + tail, start - left + len(head), end - left + len(head))
