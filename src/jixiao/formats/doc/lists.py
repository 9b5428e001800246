"""Automatic numbers: the lists of a file and what its paragraphs override in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.counting import BY_CODE
from jixiao.formats.numbering import LEVELS, Level, NumberedList

if TYPE_CHECKING:
    from jixiao.formats.doc.binary import Bytes
    from jixiao.formats.doc.fib import Fib
    from jixiao.formats.numbering import Label

MAX_LISTS: Final = 10_000
"""Word itself stops at some thousand."""

_LIST_BYTES: Final = 28
_OVERRIDE_BYTES: Final = 16
_LEVEL_BYTES: Final = 28
_NO_STYLE: Final = 0xFFF
_SUFFIXES: Final = ("tab", "space", "nothing")


@dataclass(slots=True)
class _Definition:
    styles: list[int]
    levels: dict[int, Level] = field(default_factory=dict)
    counters: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class Lists:
    """The lists with their running counters; ask once for each paragraph, in reading order.

    ``broken`` where they could not be read to the end.
    """

    def __init__(self, fib: Fib) -> None:
        self._definitions: dict[int, _Definition] = {}
        self._lists: list[tuple[_Definition | None, NumberedList | None]] = []
        self.broken = False
        try:
            self._read_definitions(fib)
            self._read_overrides(fib)
        except ReadError:
            self.broken = True

    def label(self, number: int, level: int | None, style: int) -> Label | None:
        """Count a paragraph of the list (from 1) and return its number; None where it is not defined."""
        if not 0 < number <= len(self._lists):
            return None
        definition, found = self._lists[number - 1]
        if definition is None or found is None:
            return None
        if level is None:
            level = definition.styles.index(style) if style in definition.styles else 0
        return found.label(level)

    def _read_definitions(self, fib: Fib) -> None:
        offset, size = fib.where("lists")
        if not size:
            return
        table = fib.tables
        count = min(table.u16(offset), MAX_LISTS)
        at = offset + 2 + _LIST_BYTES * count  # the levels stand behind the table, beyond its size
        for number in range(count):
            head = offset + 2 + _LIST_BYTES * number
            styles = [table.u16(head + 8 + 2 * level) for level in range(LEVELS)]
            definition = _Definition([style if style != _NO_STYLE else -1 for style in styles])
            for level in range(1 if table.u8(head + 26) & 1 else LEVELS):
                definition.levels[level], at = _level(table, at)
            self._definitions[table.u32(head)] = definition

    def _read_overrides(self, fib: Fib) -> None:
        offset, size = fib.where("overrides")
        if not size:
            return
        table = fib.tables
        count = min(table.u32(offset), MAX_LISTS)
        at = offset + 4 + _OVERRIDE_BYTES * count
        for number in range(count):
            head = offset + 4 + _OVERRIDE_BYTES * number
            definition = self._definitions.get(table.u32(head))
            found = None
            if definition is not None:
                found = NumberedList(dict(definition.levels), definition.counters)
            at = _override(table, at + 4, table.u8(head + 12), found)
            self._lists.append((definition, found))


def _override(table: Bytes, at: int, count: int, found: NumberedList | None) -> int:
    """Read the levels that an override changes; where the next one begins."""
    for _ in range(min(count, LEVELS)):
        start, flags = table.i32(at), table.u32(at + 4)
        depth = flags & 0xF
        at += 8
        if flags & 0x20:
            level, at = _level(table, at)
            start = level.start
            if found is not None and depth < LEVELS:
                found.levels[depth] = level
        if flags & 0x10 and found is not None and depth in found.levels:
            found.restarts[depth] = start
    return at


def _level(table: Bytes, at: int) -> tuple[Level, int]:
    """The level that stands there, and where the next thing begins."""
    flags = table.u8(at + 5)
    follow = table.u8(at + 15)
    level = Level(
        start=table.i32(at),
        number_format=BY_CODE.get(table.u8(at + 4), "decimal"),
        legal=bool(flags & 4),
        restart=table.u8(at + 26) if flags & 8 else None,
        suffix=_SUFFIXES[follow] if follow < len(_SUFFIXES) else "tab",
    )
    at += _LEVEL_BYTES + table.u8(at + 24) + table.u8(at + 25)
    length = table.u16(at)
    level.text = "".join(
        f"%{ord(sign) + 1}" if ord(sign) < LEVELS else sign for sign in table.text(at + 2, length)
    )
    return level, at + 2 + 2 * length
