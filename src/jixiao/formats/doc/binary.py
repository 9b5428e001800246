"""Bytes of a file with every offset checked."""

from __future__ import annotations

import struct
from typing import Final

from jixiao.core.errors import ReadError

_U16: Final = struct.Struct("<H")
_I16: Final = struct.Struct("<h")
_U32: Final = struct.Struct("<I")
_I32: Final = struct.Struct("<i")


def damaged(what: str, what_en: str) -> ReadError:
    """The error of a file whose inner structure does not hold together."""
    return ReadError(
        "damaged_document",
        f"Word 文件已损坏：{what}无法读取，可能没有下载完整。请重新获取原件，"
        "或用 Word、WPS 打开后另存为 docx。",
        f"The Word file is damaged: its {what_en} cannot be read. Get the original again, or open it in "
        "Word or WPS and save it as docx.",
    )


class Bytes:
    """A stretch of bytes, named for the user; whatever lies outside of it raises ``damaged_document``."""

    __slots__ = ("data", "what", "what_en")

    def __init__(self, data: bytes, what: str, what_en: str) -> None:
        self.data = data
        self.what = what
        self.what_en = what_en

    def __len__(self) -> int:
        """The number of bytes."""
        return len(self.data)

    def u8(self, at: int) -> int:
        """An unsigned byte."""
        if not 0 <= at < len(self.data):
            raise self.damaged()
        return self.data[at]

    def u16(self, at: int) -> int:
        """An unsigned number of 16 bits."""
        return self._number(_U16, at)

    def i16(self, at: int) -> int:
        """A signed number of 16 bits."""
        return self._number(_I16, at)

    def u32(self, at: int) -> int:
        """An unsigned number of 32 bits."""
        return self._number(_U32, at)

    def i32(self, at: int) -> int:
        """A signed number of 32 bits."""
        return self._number(_I32, at)

    def u32s(self, at: int, count: int) -> tuple[int, ...]:
        """Unsigned numbers of 32 bits, one behind the other."""
        return struct.unpack(f"<{count}I", self.cut(at, 4 * count))

    def cut(self, at: int, size: int) -> bytes:
        """As many bytes."""
        if at < 0 or size < 0 or at + size > len(self.data):
            raise self.damaged()
        return self.data[at : at + size]

    def text(self, at: int, units: int) -> str:
        """As many characters of UTF-16."""
        return self.cut(at, 2 * units).decode("utf-16-le", errors="replace")

    def damaged(self) -> ReadError:
        """The error of this stretch."""
        return damaged(self.what, self.what_en)

    def _number(self, form: struct.Struct, at: int) -> int:
        if at < 0 or at + form.size > len(self.data):
            raise self.damaged()
        found: int = form.unpack_from(self.data, at)[0]
        return found
