"""Streams of a PDF that unpack to so much that they fill the memory, found before pdfium unpacks them."""

from __future__ import annotations

import re
import zlib
from typing import Final

from jixiao.core.errors import ReadError

MAX_STREAM: Final = 96 * 2**20
"""What one stream may unpack to. Drawing operators of the densest map take some 30 MB, a font 20 MB."""
MAX_TOTAL: Final = 512 * 2**20
"""What all of them may."""

_MOST: Final = 1032
"""Deflate shrinks no further than to one part in so many."""
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
    """The number of bytes of a packed stream; a bound of it where that is harmless."""
    if not packed or packed[0] & 0x0F != 8:  # deflate begins so
        return len(packed)
    if len(packed) * _MOST < 2**20:
        return len(packed) * 20  # such a small one is not worth the time
    unpacker = zlib.decompressobj()
    size, rest = 0, packed
    try:
        while rest and not unpacker.eof:
            size += len(unpacker.decompress(rest, _CHUNK))
            rest = unpacker.unconsumed_tail
            if size > MAX_STREAM:
                raise _suspicious()
    except zlib.error:
        return size  # pdfium, too, keeps what could be unpacked
    return size


def _suspicious() -> ReadError:
    return ReadError(
        "suspicious",
        f"PDF 可疑：其中的内容解压后超过 {MAX_STREAM // 2**20} MB，已停止读取。请从原文件重新导出 PDF。",
        f"The PDF is suspicious: its content unpacks to more than {MAX_STREAM // 2**20} MB. Export it again.",
    )
