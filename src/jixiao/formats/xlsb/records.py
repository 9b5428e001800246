"""The records of a binary part (BIFF 12): kind, length, body, after [MS-XLSB], and the fields in them.

Kind and length are numbers of seven bits a byte, the eighth tells that another byte follows.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.errors import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

NULL: Final = 0xFFFFFFFF
"""The length of a text that is not there."""
_WHOLE: Final = struct.Struct("<I")
_REAL: Final = struct.Struct("<d")


def records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record.

    Raises:
        ReadError: ``damaged_workbook``: the part ends within a record.
    """
    offset, end = 0, len(data)
    try:
        while offset < end:
            kind = data[offset]
            offset += 1
            if kind & 0x80:
                kind = (kind & 0x7F) | (data[offset] & 0x7F) << 7
                offset += 1
            length = shift = 0
            while shift < 28:
                byte = data[offset]
                offset += 1
                length |= (byte & 0x7F) << shift
                shift += 7
                if not byte & 0x80:
                    break
            if offset + length > end:
                raise damaged()
            yield kind, data[offset : offset + length]
            offset += length
    except IndexError as error:
        raise damaged() from error


def whole(body: bytes, offset: int) -> int:
    """Four bytes as a number.

    Raises:
        struct.error: the body is shorter.
    """
    return int(_WHOLE.unpack_from(body, offset)[0])


def real(body: bytes, offset: int) -> float:
    """Eight bytes as a binary fraction; raises as ``whole``."""
    return float(_REAL.unpack_from(body, offset)[0])


def packed(number: int) -> float:
    """A number of 30 bits with two flags: whole or the upper part of a fraction, in hundredths or not."""
    if number & 2:
        signed = number - (1 << 32) if number & 0x80000000 else number
        value = float(signed >> 2)
    else:
        value = float(_REAL.unpack(bytes(4) + _WHOLE.pack(number & 0xFFFFFFFC))[0])
    return value / 100 if number & 1 else value


def text(body: bytes, offset: int) -> tuple[str, int]:
    """A text and the offset behind it; raises as ``whole``."""
    length = whole(body, offset)
    start = offset + 4
    if length == NULL:
        return "", start
    end = start + 2 * length
    if end > len(body):
        raise struct.error("the text is longer than its record")
    return body[start:end].decode("utf-16-le", errors="replace"), end
