"""The styles of paragraphs: what they are called, which are headings, which carry automatic numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.doc.binary import Bytes
from jixiao.formats.doc.paragraphs import Collected, Properties

if TYPE_CHECKING:
    from jixiao.formats.doc.fib import Fib

_PARAGRAPH: Final = 1
_HEADINGS: Final = range(1, 10)
_CONTENTS: Final = range(19, 28)
_TITLE: Final = 62
_DEEPEST: Final = 20
_FIXED: Final = 10
"""Bytes that every style begins with."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with its ancestors; names of built-in ones are English, whatever the language of the file."""

    name: str = ""
    outline: int | None = None
    list_number: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Raw:
    name: str
    kind: int
    base: int
    own: Properties


class Styles:
    """The styles of a document by number; ``broken`` where the list could not be read to its end."""

    def __init__(self, fib: Fib) -> None:
        self._raw: dict[int, _Raw] = {}
        self._known: dict[int, Style] = {}
        self.broken = False
        try:
            self._read(fib.table("styles"))
        except ReadError:
            self.broken = True

    def get(self, key: int) -> Style:
        """The style of this number, or an empty one."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._resolve(key)
        return found

    def _resolve(self, key: int) -> Style:
        """Walk up the chain of based-on styles, which may be broken or run in a circle."""
        first = self._raw.get(key)
        if first is None:
            return Style()
        outline, listed, level = None, None, None
        seen: set[int] = set()
        current: _Raw | None = first
        while current is not None and key not in seen and len(seen) < _DEEPEST:
            seen.add(key)
            own = current.own
            if outline is None:
                outline = own.outline
                if outline is None and current.kind in _HEADINGS:
                    outline = current.kind - 1
            listed = own.list_number if listed is None else listed
            level = own.level if level is None else level
            key = current.base
            current = self._raw.get(key)
        return Style(first.name, outline, listed, level)

    def _read(self, table: Bytes) -> None:
        if not len(table):
            return
        head = table.u16(0)
        count, fixed = table.u16(2), table.u16(4)
        at = 2 + head
        for number in range(count):
            size = table.u16(at)
            if size:
                style = _style(Bytes(table.cut(at + 2, size), table.what, table.what_en), fixed)
                if style is not None:
                    self._raw[number] = style
            at += 2 + size + size % 2


def _style(found: Bytes, fixed: int) -> _Raw | None:
    """One style, if it is one of paragraphs."""
    kind = found.u16(0) & 0xFFF
    second = found.u16(2)
    if second & 0xF != _PARAGRAPH:
        return None
    at = max(fixed, _FIXED)
    length = found.u16(at)
    name = found.text(at + 2, length).lower()
    at += 2 + 2 * length + 2
    at += at % 2
    collected = Collected()
    if found.u16(4) & 0xF and at + 2 <= len(found):  # the first change is that of paragraphs, behind a number
        size = found.u16(at)
        collected.apply(found.cut(at + 2, size)[2:])
    if kind in _HEADINGS:
        name = f"heading {kind}"
    elif kind in _CONTENTS:
        name = f"toc {kind - _CONTENTS.start + 1}"
    elif kind == _TITLE:
        name = "title"
    return _Raw(name, kind, second >> 4, collected.properties())
