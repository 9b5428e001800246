"""Workbooks of Excel 97 made by hand after [MS-XLS], as a bare stream; ``hostile.old.compound`` wraps it.

``stream(data)`` turns an xlsx into one: values, number formats, results of formulas, merged ranges, hidden
sheets, rows and columns. Texts stand in their cells, not in a common list.
"""

import struct

from bench.workbooks.xlsb import ERRORS, FIRST_FORMAT, hidden

from jixiao.formats.xlsx.package import Package, Sheet, open_package
from jixiao.formats.xlsx.raw import RawCell, read_raw

BEGIN, END = 0x809, 0x0A
GLOBALS, WORKSHEET = 5, 0x10
FILEPASS = 0x2F
_LONGEST = 4000
"""Characters of a text; a record holds 8,224 bytes."""


def record(kind: int, body: bytes = b"") -> bytes:
    """A record: kind, length, body."""
    return struct.pack("<HH", kind, len(body)) + body


def begin(kind: int, version: int = 0x600) -> bytes:
    """The first record of the whole and of each sheet."""
    return record(BEGIN, struct.pack("<HHHHII", version, kind, 0x1000, 1997, 0, 0x600))


def stream(data: bytes) -> bytes:
    """The stream of the workbook of an xlsx."""
    package = open_package(data)
    formats = Formats()
    sheets = [_sheet(package, sheet, formats) for sheet in package.sheets]
    head = begin(GLOBALS) + record(0x42, b"\xb0\x04") + record(0x22, struct.pack("<H", package.epoch_1904))
    head += formats.records()
    entries = [_text(sheet.name, short=True) for sheet in package.sheets]
    offset = len(head) + sum(len(entry) + 10 for entry in entries) + 4
    for sheet, entry, content in zip(package.sheets, entries, sheets, strict=True):
        head += record(0x85, struct.pack("<IBB", offset, int(sheet.hidden), 0) + entry)
        offset += len(content)
    return head + record(END) + b"".join(sheets)


class Formats:
    """Gives each number format a style."""

    def __init__(self) -> None:
        self._styles: dict[int | str, int] = {0: 0}

    def style(self, code: int | str) -> int:
        """The style with this number format."""
        return self._styles.setdefault(code, len(self._styles))

    def records(self) -> bytes:
        """The records of formats and styles."""
        own = {
            code: FIRST_FORMAT + at
            for at, code in enumerate(one for one in self._styles if isinstance(one, str))
        }
        made = b"".join(
            record(0x41E, struct.pack("<H", number) + _text(code)) for code, number in own.items()
        )
        for code in self._styles:
            number = own[code] if isinstance(code, str) else code
            made += record(0xE0, struct.pack("<HHH", 0, number, 0) + bytes(14))
        return made


def _sheet(package: Package, sheet: Sheet, formats: Formats) -> bytes:
    grid = read_raw(package, sheet)
    rows, columns = hidden(package, sheet)
    made = begin(WORKSHEET)
    for first, last in columns:
        made += record(0x7D, struct.pack("<HHHHHH", first - 1, min(last, 256) - 1, 2000, 0, 1, 0))
    for row in sorted(grid.rows):
        options = 0x20 if row in rows else 0
        made += record(0x208, struct.pack("<HHHHHHI", row - 1, 0, 256, 300, 0, 0, options | 0x100))
        for column, cell in sorted(grid.rows[row].items()):
            made += _cell(cell, struct.pack("<HHH", row - 1, column - 1, formats.style(cell.code)))
    if grid.merges:
        ranges = (
            struct.pack("<HHHH", top - 1, low - 1, left - 1, far - 1) for top, left, low, far in grid.merges
        )
        made += record(0xE5, struct.pack("<H", len(grid.merges)) + b"".join(ranges))
    return made + record(END)


def _cell(cell: RawCell, head: bytes) -> bytes:
    if cell.kind == "n" and cell.stored and cell.is_formula:
        result = struct.pack("<d", float(cell.stored))
        tokens = b"\x1f" + result
        return record(6, head + result + struct.pack("<HIH", 0, 0, len(tokens)) + tokens)
    if cell.kind == "n" and cell.stored:
        return record(0x203, head + struct.pack("<d", float(cell.stored)))
    if cell.kind in {"b", "e"}:
        number = ERRORS[cell.stored] if cell.kind == "e" else int(cell.stored)
        return record(0x205, head + bytes([number, cell.kind == "e"]))
    return record(0x204, head + _text(cell.stored)) if cell.stored else b""


def _text(text: str, *, short: bool = False) -> bytes:
    """A text with its length before it, in one byte or two."""
    encoded = text[:_LONGEST].encode("utf-16-le")
    return struct.pack("<BB" if short else "<HB", len(encoded) // 2, 1) + encoded
