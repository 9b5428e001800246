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


def broken(text: str, room: int, indent: int = 0, *, hanging: bool = True) -> list[tuple[int, int]]:
    """Where each line begins and ends, its line end left out; at least one line.

    ``room`` is what a line holds and ``indent`` what the first line leaves free, in half widths; ``hanging``
    lets a comma stand beyond the end of a line.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for part in text.split("\n"):
        first = max(room - indent, 2) if not found else max(room, 2)
        found += _part(text, (start, start + len(part)), max(room, 2), first, hanging=hanging)
        start += len(part) + 1
    return found


def _part(text: str, span: tuple[int, int], room: int, first: int, *, hanging: bool) -> list[tuple[int, int]]:
    start, end = span
    within = _within(text, start, end, room)
    found: list[tuple[int, int]] = []
    left = first
    while True:
        stop, taken = start, 0
        while stop < end and taken + (width := halves(text[stop])) <= left:
            taken += width
            stop += 1
        if stop == end:
            found.append((start, end))
            return found
        stop = max(stop, start + 1)
        ends = text[stop] in _HANGING and (stop + 1 == end or text[stop + 1] not in _NOT_FIRST)
        stop = stop + 1 if hanging and ends else _best(text, start, stop, within)
        found.append((start, stop))
        if stop == end:
            return found
        start, left = stop, room


def _best(text: str, start: int, most: int, within: frozenset[int]) -> int:
    """The best place for a break, ``most`` or before it."""
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
