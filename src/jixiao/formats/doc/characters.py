"""What runs of characters are: deleted, hidden, a sign of a symbol font, an embedded object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.doc.pages import Pages
from jixiao.formats.doc.sprms import number, sprms
from jixiao.formats.symbols import symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.formats.doc.fib import Fib
    from jixiao.formats.doc.pieces import Pieces

_DELETED, _HIDDEN, _SPECIAL, _SYMBOL = 0x0800, 0x083C, 0x0855, 0x6A09
_DATA, _OBJECT, _OLE = 0x0806, 0x0856, 0x080A
_ON: Final = (0x01, 0x81)
"""On, or the contrary of the style, which hides nothing as far as it is looked at."""
_FONT_HEAD: Final = 39
_MOST_FONTS: Final = 2000


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``start`` to ``stop`` that are not plain; ``symbol`` is the sign that each shows."""

    start: int
    stop: int
    deleted: bool = False
    hidden: bool = False
    special: bool = False
    embedded: bool = False
    data: bool = False
    symbol: str | None = None


def marked_runs(fib: Fib, pieces: Pieces) -> Iterator[Run]:
    """All runs of the document that are not plain text.

    Raises:
        ReadError: ``damaged_document``.
    """
    pages = Pages(fib, "characters")
    fonts = _fonts(fib)
    known: dict[int, Run | None] = {}
    for piece in pieces.pieces:
        end = piece.offset + (piece.stop - piece.start) * piece.width
        if piece.changes:
            run = _run(piece.changes, fonts)
            if run is not None:
                yield _moved(run, piece.start, piece.stop)
        for first, last, place in pages.runs(piece.offset, end):
            if place not in known:
                size = fib.main.u8(place)
                known[place] = _run(fib.main.cut(place + 1, size), fonts)
            run = known[place]
            if run is not None:
                start = piece.start + (first - piece.offset) // piece.width
                yield _moved(run, start, piece.start + -(-(last - piece.offset) // piece.width))


def _moved(run: Run, start: int, stop: int) -> Run:
    return Run(start, stop, run.deleted, run.hidden, run.special, run.embedded, run.data, run.symbol)


def _run(group: bytes, fonts: list[str]) -> Run | None:
    """What the operations say; None where they say nothing that matters."""
    found = dict(sprms(group))

    def on(*operations: int) -> bool:
        return any(found.get(operation, b"\0")[0] in _ON for operation in operations)

    sign: str | None = None
    if _SYMBOL in found:
        font, code = number(found[_SYMBOL][:2]), number(found[_SYMBOL][2:])
        sign = symbol(fonts[font] if font < len(fonts) else "", f"{code:X}")
    run = Run(0, 0, on(_DELETED), on(_HIDDEN), on(_SPECIAL), on(_OBJECT, _OLE), on(_DATA), sign)
    return None if run == Run(0, 0) else run


def _fonts(fib: Fib) -> list[str]:
    """The names of fonts by number; a broken list only costs the signs of symbol fonts."""
    names: list[str] = []
    try:
        table = fib.table("fonts")
        count = min(table.u16(0), _MOST_FONTS) if len(table) else 0
        at = 4
        for _ in range(count):
            size = table.u8(at)
            name = table.text(at + 1 + _FONT_HEAD, max(size - _FONT_HEAD, 0) // 2)
            names.append(name.split("\0", 1)[0])
            at += 1 + size
    except ReadError:
        return names
    return names
