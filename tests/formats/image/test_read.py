"""Broken and hostile pictures are refused with a sentence, whatever is installed."""

from __future__ import annotations

import struct
import zlib

import pytest
from tests.formats.scanned.making import page, saved

from jixiao.core.errors import ReadError
from jixiao.formats import discovery

WHOLE = saved("PNG", page())


def png_head(width: int, height: int) -> bytes:
    """A PNG that only says how large it is."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = b"IDAT" + zlib.compress(b"")
    chunks = (
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
        for chunk in (head, packed, b"IEND")
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (WHOLE[:40], {"damaged", "no_ocr"}),
        (WHOLE[: len(WHOLE) // 2], {"damaged", "no_ocr"}),
        (b"\xff\xd8\xff" + bytes(100), {"damaged"}),
        (b"II*\x00" + bytes(100), {"damaged"}),
        (png_head(60_000, 60_000), {"too_many_pixels"}),
        (png_head(10_000, 9_000), {"too_many_pixels", "no_ocr"}),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, {"unknown_format"}),
    ],
    ids=["head", "half", "jpeg", "tiff", "bomb", "large", "no picture"],
)
def test_it_is_said_what_is_wrong(data: bytes, codes: set[str]) -> None:
    with pytest.raises(ReadError) as caught:
        discovery.read(data, "a.docx")
    assert caught.value.code in codes
    assert caught.value.message
    assert caught.value.message_en


def test_the_content_tells_and_not_the_name() -> None:
    assert discovery.detect(WHOLE, "a.docx") == "image"
    assert discovery.detect(saved("JPEG", page()), "a") == "image"
    assert discovery.detect(saved("TIFF", page(), page()), "a") == "image"
