"""Running headers, footers and page numbers, which are no part of the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jixiao.formats.positioned.lines import Line

_MARGIN: Final = 0.13
"""Of the height of a page. GB/T 9704-2012: 37 mm above the text, 35 mm below it, of 297 mm."""
_OUTERMOST: Final = 3
"""So many lines at the top and at the bottom may be furniture."""
_NUMBER: Final = re.compile(
    r"[-—–―－·•\s]*(?:第\s*)?(?P<number>\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十]{1,3})(?:\s*页)?"
    r"(?:\s*[/／,，]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―－·•\s]*"
)
_DIGITS: Final = re.compile(r"\d+")
_STEP: Final = 4
"""Points: lines at nearly the same height are at the same place."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line near the upper or lower edge of a page."""

    page: int
    line: Line
    is_above: bool


def furniture(pages: Sequence[tuple[int, float, Sequence[Line]]]) -> set[int]:
    """The ids of the lines that are no text; a page is its number, its height and its lines, top to bottom.

    A line in the margin is dropped when it is a page number, or stands on several pages at the same place,
    equal but for a number that grows with the pages.
    """
    candidates = [
        candidate for number, height, lines in pages for candidate in _candidates(number, height, lines)
    ]
    counts: Counter[tuple[bool, int, str]] = Counter()
    for candidate in candidates:
        counts.update(set(_shapes(candidate)))
    dropped: set[int] = set()
    for candidate in candidates:
        repeated = max((counts[shape] for shape in _shapes(candidate)), default=0)
        if repeated >= 2 or _is_number(candidate):
            dropped.add(id(candidate.line))
    return dropped


def _candidates(number: int, height: float, lines: Sequence[Line]) -> Iterable[Candidate]:
    for line in lines[:_OUTERMOST]:
        if line.bottom < height * _MARGIN:
            yield Candidate(number, line, is_above=True)
    for line in lines[-_OUTERMOST:]:
        if line.top > height * (1 - _MARGIN):
            yield Candidate(number, line, is_above=False)


def _shapes(candidate: Candidate) -> list[tuple[bool, int, str]]:
    """What a line has in common with those of other pages, its heights rounded down and up."""
    text = candidate.line.text
    shapes = [text]
    for found in _DIGITS.finditer(text):
        if len(found[0]) <= 4:
            ahead = int(found[0]) - candidate.page
            shapes.append(f"{text[: found.start()]}\0{ahead}\0{text[found.end() :]}")
    at = int(candidate.line.middle)
    return [
        (candidate.is_above, step, shape) for shape in shapes for step in {at // _STEP, (at + 2) // _STEP}
    ]


def _is_number(candidate: Candidate) -> bool:
    """Whether a line is the number of its page: decorated, or not far from the count of pages."""
    found = _NUMBER.fullmatch(candidate.line.text)
    if found is None:
        return False
    bare = found["number"] == candidate.line.text
    return not bare or (found["number"].isascii() and found["number"].isdigit() and not candidate.is_above)
