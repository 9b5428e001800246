"""Files that are not what their names say, and plain text that is none."""

import random
from collections.abc import Callable
from functools import partial

_PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
_PROGRAM = b"MZ\x90\x00" + bytes(60) + b"PE\x00\x00" + bytes(range(256)) * 20


def _noise(seed: int, size: int = 20_000) -> bytes:
    return random.Random(seed).randbytes(size)  # no secret


def _nested_page() -> bytes:
    return b"<html><body>" + b"<div>" * 200_000 + b"1" + b"</div>" * 200_000


def files() -> dict[str, Callable[[], bytes]]:
    """By file name."""
    return {
        "空.docx": bytes,
        "图片改名.docx": lambda: _PNG,
        "程序改名.docx": lambda: _PROGRAM,
        "噪声.docx": partial(_noise, 1),
        "噪声.xlsx": partial(_noise, 2),
        "噪声.txt": lambda: b"\x00" + _noise(3),
        "二十万层.html": _nested_page,
        "超大.txt": lambda: b"1" * (130 * 2**20),
        "压缩流.zip": lambda: b"\x1f\x8b\x08" + _noise(4),
    }
