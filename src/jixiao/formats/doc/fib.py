"""The head of a Word file: what kind it is, how long its stories are, where its tables stand.

Source of all numbers here and in the files beside it: Microsoft's open specification [MS-DOC].
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats import ole
from jixiao.formats.doc.binary import Bytes, damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARACTERS: Final = 4_000_000
"""All stories together; a report of 500 pages has some 400,000."""

_MARK: Final = 0xA5EC
_OLDER: Final = (0xA5DC, 0xA5DB, 0xA59B, 0xA59C)
_FIRST_VERSION: Final = 0x00BE
"""Versions below are Word 6 and 95, which kept tables in other forms."""
_ENCRYPTED: Final = 0x0100
_SECOND_TABLE: Final = 0x0200
_STORIES: Final = (
    "body",
    "footnotes",
    "headers",
    "macros",
    "comments",
    "endnotes",
    "textboxes",
    "header_boxes",
)
_TABLES: Final = {
    "styles": 1,
    "footnote_references": 2,
    "footnotes": 3,
    "sections": 6,
    "characters": 12,
    "paragraphs": 13,
    "fonts": 15,
    "pieces": 33,
    "anchors": 40,
    "endnote_references": 46,
    "endnotes": 47,
    "textboxes": 56,
    "lists": 73,
    "overrides": 74,
}


class Fib:
    """The head of the main stream and the stream of tables that it names.

    Raises:
        ReadError: ``not_word``; ``legacy_word``: Word 6 or 95; ``encrypted``; ``damaged_document``;
            ``too_large``; what ``ole.stream`` raises.
    """

    def __init__(self, data: bytes) -> None:
        self.main = Bytes(_main(data), "正文", "main part")
        mark = self.main.u16(0)
        version = self.main.u16(2)
        if mark in _OLDER or (mark == _MARK and version < _FIRST_VERSION):
            raise _older()
        if mark != _MARK:
            raise damaged("文件头", "head")
        flags = self.main.u16(0x0A)
        if flags & _ENCRYPTED:
            raise ole.encrypted()
        name = "1Table" if flags & _SECOND_TABLE else "0Table"
        self.tables = Bytes(ole.stream(data, name), "段落和表格的目录", "list of paragraphs and tables")
        lengths = self.main.u32s(0x4C, len(_STORIES))
        if sum(lengths) > MAX_CHARACTERS:
            raise _too_long(sum(lengths))
        self._lengths = dict(zip(_STORIES, lengths, strict=True))
        self._file = data

    def story(self, name: str) -> tuple[int, int]:
        """First character of the story and the one after its last."""
        start = 0
        for other in _STORIES:
            if other == name:
                break
            start += self._lengths[other]
        return start, start + self._lengths[name]

    @property
    def length(self) -> int:
        """Characters of all stories."""
        return sum(self._lengths.values())

    def where(self, name: str) -> tuple[int, int]:
        """Offset and size of a table in the stream of tables; (0, 0) where the file has none."""
        number = _TABLES[name]
        if number >= self.main.u16(0x98):
            return 0, 0
        offset, size = self.main.u32s(0x9A + 8 * number, 2)
        return (offset, size) if size else (0, 0)

    def table(self, name: str) -> Bytes:
        """The bytes of a table, none where the file has none."""
        return Bytes(self.tables.cut(*self.where(name)), self.tables.what, self.tables.what_en)

    def positions(self, name: str, size: int) -> tuple[tuple[int, ...], Bytes]:
        """A table of positions and, behind them, one record of ``size`` bytes for each but the last."""
        found = self.table(name)
        count = (len(found) - 4) // (4 + size)
        if count < 1:
            return (), Bytes(b"", found.what, found.what_en)
        return found.u32s(0, count + 1), Bytes(
            found.cut(4 * (count + 1), count * size), found.what, found.what_en
        )

    def data_stream(self) -> bytes:
        """The stream where Word puts what is too large elsewhere; empty where there is none.

        Raises:
            ReadError: it cannot be read, or is too large.
        """
        return ole.stream(self._file, "Data") if "Data" in ole.streams(self._file) else b""

    def ranges(self, name: str, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of a story that belong to each note or text box: first character and end."""
        positions, _ = self.positions(name, 22 if name == "textboxes" else 0)
        for start, stop in pairwise(positions):
            yield start, min(max(stop, start), end)


def _main(data: bytes) -> bytes:
    try:
        return ole.stream(data, "WordDocument")
    except ReadError as error:
        if error.code != "missing_part":
            raise
        raise ReadError(
            "not_word",
            "文件是旧版办公软件的格式，但里面没有 Word 正文（可能是微软 Works 或别的程序的文件）。"
            "请用原来的程序打开，另存为 docx。",
            "The file is of an old office program, but there is no Word text in it (perhaps it is of "
            "Microsoft Works). Open it in its own program and save it as docx.",
        ) from error


def _older() -> ReadError:
    return ReadError(
        "legacy_word",
        "这是 Word 6.0/95 或更早版本的文件，无法直接读取。请用 Word 或 WPS 打开并另存为 docx。",
        "The file was made by Word 6.0/95 or earlier and cannot be read. Open it in Word or WPS and save "
        "it as docx.",
    )


def _too_long(count: int) -> ReadError:
    return ReadError(
        "too_large",
        f"文件过大：正文有 {count} 个字符，上限为 {MAX_CHARACTERS} 个。请拆分后重新提交。",
        f"The file is too large: {count} characters, the limit is {MAX_CHARACTERS}. Split it.",
    )
