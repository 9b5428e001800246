"""The bytes of a file as tokens: braces, control words with their numbers, signs, text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TOKENS: Final = 2_000_000
"""The text of a report of 20 pages has 30,000; one costs two to ten microseconds."""

Token = tuple[str, str, int | None, bytes]
"""Kind (``open``, ``close``, ``word``, ``sign``, ``byte``, ``text``), the word, its number, the bytes."""

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,40})(-?\d{1,10})?\x20?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}]+)|.", re.DOTALL
)
_LINE_ENDS: Final = b"\r\n\x00"
_WORD, _NUMBER, _HEX, _SIGN, _BRACE, _TEXT = range(1, 7)


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens in order; binary data in the file are stepped over.

    Raises:
        ReadError: ``too_large``: there are too many.
    """
    at = 0
    match = _TOKEN.match
    for _ in range(MAX_TOKENS):
        found = match(data, at)
        if found is None:
            return
        at = found.end()
        kind = found.lastindex or 0
        if kind == _TEXT:
            text = found[_TEXT].translate(None, _LINE_ENDS)
            if text:
                yield "text", "", None, text
        elif kind in (_WORD, _NUMBER):
            word = found[_WORD].decode("ascii")
            number = int(found[_NUMBER]) if found[_NUMBER] is not None else None
            if word == "bin":
                at += max(number or 0, 0)
                continue
            yield "word", word, number, b""
        elif kind == _HEX:
            yield "byte", "", None, bytes([int(found[_HEX], 16)])
        elif kind == _BRACE:
            yield "open" if found[_BRACE] == b"{" else "close", "", None, b""
        elif kind == _SIGN:
            yield "sign", found[_SIGN].decode("latin-1"), None, found[_SIGN]
    if at < len(data):
        raise ReadError(
            "too_large",
            f"文件过大：RTF 的内容超过 {MAX_TOKENS} 项。请用 Word 或 WPS 打开后另存为 docx，"
            "或拆分后重新提交。",
            f"The file is too large: more than {MAX_TOKENS} items of RTF. Save it as docx, or split it.",
        )
