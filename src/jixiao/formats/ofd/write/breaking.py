"""Text broken into lines as Chinese is: between any two signs, but not before a comma nor within a number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import east_asian_width

_NOT_FIRST: Final = frozenset("，。、；：！？）》”’」』】〕〉％…—,.;:!?)%℃")
_NOT_LAST: Final = frozenset("（《“‘「『【〔〈([￥¥$")
_HANGING: Final = frozenset("，。、；：,.;: ")
"""May stand beyond the end of a line; one of them."""
_WHOLE: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,%:/+\-]*|[-+][0-9][0-9.,%]*", re.ASCII)
"""Numbers and Latin words."""


@lru_cache(maxsize=8192)
def halves(sign: str) -> int:
    """The half widths of a sign: in the fonts of official papers Latin ones have one, Chinese ones two."""
    return 1 if sign.isascii() or east_asian_width(sign) not in "WFA" else 2


def length(text: str) -> int:
    """The half widths of a line."""
    return sum(map(halves, text))


def broken(text: str, room: int, indent: int = 0) -> list[tuple[int, int]]:
    """Where each line begins and ends, its line end left out; at least one line.

    ``room`` is what a line holds and ``indent`` what the first line leaves free, in half widths.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for part in text.split("\n"):
        found += _part(text, start, start + len(part), max(room, 2), indent if not found else 0)
        start += len(part) + 1
    return found


def _part(text: str, start: int, end: int, room: int, indent: int) -> list[tuple[int, int]]:
    within = _within(text, start, end, room)
    found: list[tuple[int, int]] = []
    left = max(room - indent, 2)
    while True:
        stop, taken = start, 0
        while stop < end and taken + (width := halves(text[stop])) <= left:
            taken += width
            stop += 1
        if stop == end:
            found.append((start, end))
            return found
        stop = _best(text, start, max(stop, start + 1), end, within)
        found.append((start, stop))
        if stop == end:
            return found
        start, left = stop, room


def _best(text: str, start: int, most: int, end: int, within: frozenset[int]) -> int:
    """The best place for a break, at most one sign beyond ``most``."""
    if text[most] in _HANGING and (most + 1 == end or text[most + 1] not in _NOT_FIRST):
        return most + 1
    for place in range(most, start, -1):
        if place not in within and text[place] not in _NOT_FIRST and text[place - 1] not in _NOT_LAST:
            return place
    return most


def _within(text: str, start: int, end: int, room: int) -> frozenset[int]:
    """Places inside of numbers and words that fit a line."""
    if text[start:end].isalpha() and not text[start:end].isascii():
        return frozenset()
    return frozenset(
        place
        for found in _WHOLE.finditer(text, start, end)
        if found.end() - found.start() <= room
        for place in range(found.start() + 1, found.end())
    )
