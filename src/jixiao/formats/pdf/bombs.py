"""Streams of a PDF that unpack to so much that they fill the memory, found before pdfium unpacks them."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_STREAM: Final = 96 * 2**20
"""What one stream may unpack to. Drawing operators of the densest map take some 30 MB, a font 20 MB."""
MAX_TOTAL: Final = 512 * 2**20
"""What all of them may."""

_DEEPEST: Final = 4
_CHUNK: Final = 2**20
_STREAM: Final = re.compile(rb"stream\r?\n")
_WORD: Final = b"endstream"
_HEAD: Final = 400
"""Bytes before a stream; its dictionary says there that it is a picture. Reading never unpacks those."""


def refuse_bombs(data: bytes) -> None:
    """Look through the packed streams.

    Raises:
        ReadError: ``suspicious``: one of them, or all, unpack to more than the limits.
    """
    total = 0
    for found in _STREAM.finditer(data):
        start = found.end()
        if data.startswith(_WORD[:3], found.start() - 3):
            continue
        stop = data.find(_WORD, start)
        stop = len(data) if stop < 0 else stop
        if b"/Image" in data[max(found.start() - _HEAD, 0) : found.start()].rpartition(b"obj")[2]:
            continue
        total += _unpacked(data[start:stop])
        if total > MAX_TOTAL:
            raise _suspicious()


def _unpacked(packed: bytes) -> int:
    """The number of bytes that a stream unpacks to, with what is packed within it."""
    size = sum(map(len, _inflated(packed)))
    return max(size, len(packed))


def _inflated(packed: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes in the innermost of streams packed in one another, in pieces; none if they are not packed.

    Raises:
        ReadError: ``suspicious``.
    """
    if not _is_packed(packed) or depth > _DEEPEST:
        return
    unpacker, inner = zlib.decompressobj(), None
    size, rest = 0, packed
    while rest and not unpacker.eof:
        try:
            piece = unpacker.decompress(rest, _CHUNK)
        except zlib.error:
            return  # pdfium, too, keeps what could be unpacked
        rest = unpacker.unconsumed_tail
        size += len(piece)
        if size > MAX_STREAM:
            raise _suspicious()
        if size == len(piece) and _is_packed(piece):
            inner = [piece]
        elif inner is not None:
            inner.append(piece)
        yield piece
    if inner is not None:
        yield from _inflated(b"".join(inner), depth + 1)


def _is_packed(data: bytes) -> bool:
    """Whether bytes begin as deflate does."""
    return len(data) > 2 and data[0] & 0x0F == 8 and int.from_bytes(data[:2]) % 31 == 0


def _suspicious() -> ReadError:
    return ReadError(
        "suspicious",
        f"PDF 可疑：其中的内容解压后超过 {MAX_STREAM // 2**20} MB，已停止读取。请从原文件重新导出 PDF。",
        f"The PDF is suspicious: its content unpacks to more than {MAX_STREAM // 2**20} MB. Export it again.",
    )
