"""The characters of a page: byte order mark, declared charset, then what fits."""

import codecs
import re
from typing import Final

from jixiao.core.errors import ReadError

_HEAD: Final = 8192
_DECLARED: Final = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.IGNORECASE)
_KNOWN: Final = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "euc-cn"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5", "cp950"), "big5hkscs"),
}
"""Charsets that pages in Chinese declare; any other declaration is not believed."""
_CONTROL_SHARE: Final = 50


def decode(data: bytes) -> tuple[str, str]:
    """The text of a page, and a note if some characters could not be read.

    Raises:
        ReadError: ``not_text``: no encoding yields readable text.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _replace(data, encoding)
    if data[1:2] == b"\x00" and data[:1] == b"<":
        return _replace(data, "utf-16-le")
    if data[:2] == b"\x00<":
        return _replace(data, "utf-16-be")
    declared = _DECLARED.search(data[:_HEAD])
    wanted = _KNOWN.get(declared[1].decode("ascii").lower(), "") if declared else ""
    for encoding in filter(None, (wanted, "utf-8", "gb18030")):
        try:
            return data.decode(encoding), ""
        except UnicodeDecodeError:
            continue
    text, note = _replace(data, wanted or "utf-8")
    if text.count("�") * _CONTROL_SHARE > len(text):
        raise ReadError(
            "not_text",
            "网页的编码无法识别：既不是 UTF-8 也不是 GB18030，内容可能已损坏。"
            "请在浏览器中打开后另存为 UTF-8 网页。",
            "The encoding of the page is neither UTF-8 nor GB18030, it may be damaged. "
            "Save it from a browser as UTF-8.",
        )
    return text, note


def _replace(data: bytes, encoding: str) -> tuple[str, str]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("�")
    return text, f"网页中有 {lost} 处字符无法解码，以“�”代替。" if lost else ""
