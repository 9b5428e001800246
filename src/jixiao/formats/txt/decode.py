"""Bytes of a text file to characters: UTF-8, UTF-16 with or without a mark, GB18030, and mixtures."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from jixiao.core.errors import ReadError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL: Final = {chr(code) for code in range(32)} - set("\t\n\r\f\v\x1b")
_SAMPLE: Final = 20_000
_HEAD: Final = 4096
_USUAL: Final = re.compile(
    r"[\t\n\r -~\u00a0-\u00ff\u2010-\u22ff\u2500-\u25ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
"""Signs of Chinese papers."""
_ZEROS: Final = 2
_USUAL_SHARE: Final = 0.95
_LOST_SHARE: Final = 0.01
"""With more of its signs lost a file is no text any more."""
_LINE: Final = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)?")
_HANZI: Final = re.compile("[\u4e00-\u9fff]")
_SURE: Final = 4
"""So many Chinese signs of a line in GB18030 are hardly ever UTF-8 by chance."""

_RENAMED: Final = dict(
    zip(
        map(
            chr,
            (
                *range(0xE78D, 0xE797),
                *(0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864),
            ),
        ),
        "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19龴龵龶龷龸龹龺龻",
        strict=True,
    )
)
"""Signs that GB18030-2022 has given their places in Unicode; the codec knows the private ones of 2005."""
_OLD_PLACES: Final = str.maketrans(_RENAMED)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, and a sentence where some of it could not be read or the file mixes encodings."""

    text: str
    note: str = ""


def decode(data: bytes) -> str:
    """The text of the bytes; `decoded` says what was wrong with it.

    Raises:
        ReadError: as `decoded`.
    """
    return decoded(data).text


def decoded(data: bytes) -> Decoded:
    """The text of the bytes.

    Raises:
        ReadError: ``not_text`` when no known encoding yields readable text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replaced(data, encoding)
    wide = wide_encoding(data)
    if wide is not None:
        return _replaced(data, wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        found = _mixed(data) or _chinese(data)
    else:
        found = Decoded(text)
    if found is None or not _readable(found.text):
        raise _no_text()
    return found


def wide_encoding(data: bytes) -> str | None:
    """The order of bytes of UTF-16 without a mark; None where it is no such text.

    Latin letters, digits and line ends have a zero byte in it, which no other encoding of text has.
    """
    head = data[:_HEAD]
    if b"\x00" not in head or len(data) % 2:
        return None
    first, second = head[::2].count(0), head[1::2].count(0)
    if max(first, second) < _ZEROS:
        return None
    encoding = "utf-16-be" if first > second else "utf-16-le"  # the upper byte of Latin signs
    text = head.decode(encoding, errors="replace")
    return encoding if len(_USUAL.findall(text)) >= _USUAL_SHARE * len(text) else None


def _chinese(data: bytes) -> Decoded | None:
    """GB18030, or damaged text of either encoding: the one that loses less."""
    try:
        return Decoded(data.decode("gb18030").translate(_OLD_PLACES))
    except UnicodeDecodeError:
        pass
    both = (_replaced(data, "gb18030"), _replaced(data, "utf-8"))
    best = min(both, key=lambda one: one.text.count("\ufffd"))
    lost = best.text.count("\ufffd")
    if lost > max(_LOST_SHARE * len(best.text), 1) or len(best.text) <= lost:
        return None
    return Decoded(best.text.translate(_OLD_PLACES), best.note)


def _mixed(data: bytes) -> Decoded | None:
    """A file put together of both encodings, line by line; None where no line is surely UTF-8."""
    lines = _LINE.findall(data)
    parts: list[str | None] = []
    for line in lines:
        try:
            parts.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            parts.append(None)
    sure = any(part is not None and len(_HANZI.findall(part)) >= _SURE for part in parts)
    if not sure:
        return None
    try:
        rest = [
            line.decode("gb18030") if part is None else part for line, part in zip(lines, parts, strict=True)
        ]
    except UnicodeDecodeError:
        return None  # damaged, not mixed
    return Decoded(
        "".join(rest).translate(_OLD_PLACES),
        "文件混用了 UTF-8 和 GB18030 两种编码，已逐行识别；请核对原文，并统一另存为 UTF-8。",
    )


def _replaced(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    return Decoded(text, f"有 {lost} 处字符无法解码，以“\ufffd”代替。" if lost else "")


def _readable(text: str) -> bool:
    sample = text[:_SAMPLE]
    return sum(sign in _CONTROL for sign in sample) * 50 <= len(sample)


def _no_text() -> ReadError:
    return ReadError(
        "not_text",
        "文件不是可识别的文本：既不是 UTF-8、UTF-16，也不是 GB18030 编码，或已损坏。"
        "请用原来的程序另存为 UTF-8 文本，或直接提交 Word、Excel 文件。",
        "The file is not readable text: neither UTF-8 nor UTF-16 nor GB18030, or damaged. "
        "Save it as UTF-8 text, or submit the Word or Excel file.",
    )
