"""The piece table: which bytes of the file are which characters of the document, in reading order.

Word saved fast by appending what was typed and listing the pieces anew; characters are kept in one byte
(Windows-1252) or two (UTF-16), piece by piece.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jixiao.formats.doc.binary import Bytes, damaged

if TYPE_CHECKING:
    from jixiao.formats.doc.fib import Fib

_PROPERTIES, _TABLE = 1, 2
_NARROW: Final = 0x40000000
_OFFSET: Final = 0x3FFFFFFF
_SHORT: Final = {0x0C: 0x260A, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801, 0x5C: 0x083C}
"""Operations of a piece that are written as a number of seven bits, those that matter here."""
_WINDOWS: Final = bytes(range(256)).decode("cp1252", errors="replace")
_BYTE: Final = "".join(
    chr(code) if sign == "�" else sign for code, sign in zip(range(256), _WINDOWS, strict=True)
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``stop`` stand from byte ``offset`` on; ``changes`` apply to all."""

    start: int
    stop: int
    offset: int
    width: int
    changes: bytes = b""


class Pieces:
    """All pieces, and the text that they make: one character for each position of the document.

    Raises:
        ReadError: ``damaged_document``.
    """

    def __init__(self, fib: Fib) -> None:
        self.pieces = _read(fib)
        if not self.pieces and fib.length:
            raise damaged("文字的目录", "table of text pieces")
        self._starts = [piece.start for piece in self.pieces]
        self.text = "".join(_characters(fib.main, piece) for piece in self.pieces)

    def piece(self, position: int) -> Piece:
        """The piece of a character, which must be one of the text."""
        return self.pieces[bisect_right(self._starts, position) - 1]

    def offset(self, position: int) -> int:
        """The byte of the file at which a character stands."""
        piece = self.piece(position)
        return piece.offset + (position - piece.start) * piece.width


def _read(fib: Fib) -> list[Piece]:
    found = fib.table("pieces")
    changes: list[bytes] = []
    at = 0
    while found.u8(at) == _PROPERTIES:
        size = found.u16(at + 1)
        changes.append(found.cut(at + 3, size))
        at += 3 + size
    if found.u8(at) != _TABLE:
        raise damaged("文字的目录", "table of text pieces")
    size = found.u32(at + 1)
    table = Bytes(found.cut(at + 5, size), found.what, found.what_en)
    count = (size - 4) // 12
    if count < 0:
        raise damaged("文字的目录", "table of text pieces")
    positions = table.u32s(0, count + 1)
    if positions[0] != 0 or any(a > b for a, b in pairwise(positions)):
        raise damaged("文字的目录", "table of text pieces")
    pieces: list[Piece] = []
    for number in range(count):
        start, stop = positions[number], min(positions[number + 1], fib.length)
        record = 4 * (count + 1) + 8 * number
        offset, prm = table.u32(record + 2), table.u16(record + 6)
        if stop > start:
            narrow = bool(offset & _NARROW)
            offset &= _OFFSET
            pieces.append(
                Piece(
                    start, stop, offset // 2 if narrow else offset, 1 if narrow else 2, _changes(prm, changes)
                )
            )
    return pieces


def _changes(prm: int, listed: list[bytes]) -> bytes:
    """The operations that a piece names: one of a short list, or a group by its number."""
    if prm & 1:
        return listed[prm >> 1] if prm >> 1 < len(listed) else b""
    operation = _SHORT.get(prm >> 1 & 0x7F)
    return b"" if operation is None else operation.to_bytes(2, "little") + bytes([prm >> 8])


def _characters(main: Bytes, piece: Piece) -> str:
    count = piece.stop - piece.start
    data = main.cut(piece.offset, count * piece.width)
    if piece.width == 1:
        return "".join(map(_BYTE.__getitem__, data)) if max(data) > 0x7F else data.decode("ascii")
    text = data.decode("utf-16-le", errors="surrogatepass")
    if len(text) < count:  # characters of two units: each unit keeps its position
        text = "".join(map(chr, struct.unpack(f"<{count}H", data)))
    return text
