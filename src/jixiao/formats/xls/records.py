"""The records of a workbook's stream (BIFF), walked before any library sees them.

A record is two bytes of kind, two of length, and its body. Only what decides whether the stream may be read
is looked at: its version, whether it is encrypted, how many cells it holds and how far they reach.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Final

from jixiao.core.errors import ReadError
from jixiao.formats.grids.errors import damaged

MAX_STORED: Final = 1_000_000
"""Cells of a file, blank ones with a format included: as a library's lists they take some 100 MB."""
MAX_REACH: Final = 8_000_000
"""Positions from the left edge to the last cell of each row: lists are as long, a few bytes each."""

_BEGINNINGS: Final = {0x0009: 2, 0x0209: 3, 0x0409: 4, 0x0809: 5}
_FILEPASS: Final = 0x002F
_CODEPAGE: Final = 0x0042
_END: Final = 0x000A
"""Of the whole and of each sheet, as each begins with a record, too."""
_ONE: Final = frozenset(
    # blank, integer, number, label, boolean or error, formula (in the numbers of each version), string, RK
    (1, 2, 3, 4, 5, 6, 0x201, 0x203, 0x204, 0x205, 0x206, 0x406, 0xD6, 0xFD, 0x27E)
)
_MANY: Final = {0x00BD: 6, 0x00BE: 2}
"""Several cells of a row, numbers or blank: the bytes that each takes."""
_CELLS: Final = _ONE.union(_MANY)
_HEAD: Final = struct.Struct("<HH")
_POSITION: Final = struct.Struct("<HH")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a stream says of itself: ``version`` 8 is that of Excel 97 and later."""

    version: int
    has_codepage: bool


class _Count:
    """Counts the cells of a stream and how far they reach."""

    def __init__(self) -> None:
        self._stored = self._reach = 0
        self._edges: dict[int, int] = {}

    def begin(self) -> None:
        """Another sheet, with rows of its own."""
        self._edges = {}

    def take(self, stream: bytes, offset: int, kind: int, length: int) -> None:
        """A record of cells."""
        if length < 4 or offset + 8 > len(stream):
            raise damaged()
        row, column = _POSITION.unpack_from(stream, offset + 4)
        many = max((length - 6) // _MANY[kind], 1) if kind in _MANY else 1
        self._stored += many
        last = column + many
        if last > (before := self._edges.get(row, 0)):
            self._edges[row] = last
            self._reach += last - before
        if self._stored > MAX_STORED or self._reach > MAX_REACH:
            raise _too_many()


def survey(stream: bytes) -> Survey:
    """Walk the records.

    Raises:
        ReadError: ``damaged_workbook``, ``encrypted``, or ``too_many_cells``.
    """
    if len(stream) < 8 or (kind := _HEAD.unpack_from(stream)[0]) not in _BEGINNINGS:
        raise damaged()
    version = _BEGINNINGS[kind]
    if version == 5 and struct.unpack_from("<H", stream, 4)[0] >= 0x0600:
        version = 8
    has_codepage = False
    offset = depth = 0
    count = _Count()
    while offset + 4 <= len(stream):
        kind, length = _HEAD.unpack_from(stream, offset)
        if kind in _CELLS:
            count.take(stream, offset, kind, length)
        elif kind == _FILEPASS and version > 2:
            raise _encrypted()
        elif kind == _CODEPAGE:
            has_codepage = True
        elif kind in _BEGINNINGS:
            depth += 1
            count.begin()
        elif kind == _END:
            depth -= 1
        offset += 4 + length
    if depth > 0:  # cut off
        raise damaged()
    return Survey(version, has_codepage)


def _encrypted() -> ReadError:
    return ReadError(
        "encrypted",
        "工作簿已加密，没有密码无法读取。请用 Excel 或 WPS 打开，去掉打开密码后另存再提交；"
        "打开时不要求密码的，是“保护工作簿”所致，取消保护后另存即可。",
        "The workbook is encrypted and cannot be read without its password. Remove the password, or the "
        "protection of the workbook if none is asked for, save it and submit it again.",
    )


def _too_many() -> ReadError:
    return ReadError(
        "too_many_cells",
        f"工作簿过大：单元格（含只有格式的空单元格）超过 {MAX_STORED} 个，或铺得过宽。"
        "请删去多余的行列和格式，或拆分后重新提交。",
        f"The workbook is too large: more than {MAX_STORED} cells, blank ones with a format included, or too "
        "far apart. Remove what is not needed, or split it.",
    )
