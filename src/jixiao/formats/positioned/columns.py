"""Two columns of text on a page: the left one is read before the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.positioned.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.positioned.lines import Line
    from jixiao.formats.positioned.model import Page, Piece

_FEWEST: Final = 6
"""Lines side by side: fewer are a table or a list."""
_SHORTEST: Final = 8
"""Characters that a line of a column has, in the middle."""
_AGREE: Final = 0.6


def gutter(page: Page, lines: Sequence[Line]) -> float | None:
    """Where the gap between two columns of text lies, or None where there is one column."""
    pairs = [parts for line in lines if len(parts := line.parts()) == 2]
    if len(pairs) < _FEWEST:
        return None
    size = sorted(line.size for line in lines)[len(lines) // 2]
    rights = sorted(left.right for left, _ in pairs)
    starts = sorted(right.left for _, right in pairs)
    right, start = rights[len(rights) // 2], starts[len(starts) // 2]
    if not page.width * 0.3 < (right + start) / 2 < page.width * 0.7:
        return None
    agreeing = [
        (first, second)
        for first, second in pairs
        if abs(first.right - right) <= size and abs(second.left - start) <= 2.5 * size
    ]
    long = sorted(min(len(first.text), len(second.text)) for first, second in pairs)[len(pairs) // 2]
    if len(agreeing) < max(_FEWEST, _AGREE * len(pairs)) or long < _SHORTEST:
        return None
    return (right + start) / 2


def streams(page: Page, pieces: Sequence[Piece]) -> list[list[Line]]:
    """The lines of a page in reading order, a list for each column and each stretch of the whole width."""
    lines = lines_of(page.number, pieces)
    middle = gutter(page, lines)
    if middle is None:
        return [lines]
    found: list[list[Line]] = []
    left: list[Line] = []
    right: list[Line] = []
    whole: list[Line] = []
    for line in lines:
        parts = line.parts()
        if any(part.left < middle < part.right for part in parts):
            found.extend(stream for stream in (left, right) if stream)
            left, right = [], []
            whole.append(line)
            continue
        if whole:
            found.append(whole)
            whole = []
        left.extend(part for part in parts if part.right <= middle)
        right.extend(part for part in parts if part.left >= middle)
    found.extend(stream for stream in (left, right, whole) if stream)
    return found
