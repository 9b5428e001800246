"""Bytes of a text file to characters: UTF-8, UTF-16 with a mark, GB18030."""

import codecs

from jixiao.core.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = {chr(code) for code in range(32)} - set("\t\n\r\f\v\x1b")


def decode(data: bytes) -> str:
    """The text of the bytes.

    Raises:
        ReadError: ``not_text`` when no known encoding yields readable text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _readable(text):
            return text
    message = (
        "文件不是可识别的文本：既不是 UTF-8 也不是 GB18030 编码。"
        "请用原来的程序另存为 UTF-8 文本，或直接提交 Word、Excel 文件。"
    )
    raise ReadError(
        "not_text",
        message,
        "The file is not readable text: neither UTF-8 nor GB18030. "
        "Save it as UTF-8 text, or submit the Word or Excel file.",
    )


def _readable(text: str) -> bool:
    sample = text[:20000]
    return sum(sign in _CONTROL for sign in sample) * 50 <= len(sample)
