"""The parts of a binary workbook other than its sheets: their list, texts, number formats, names."""

from __future__ import annotations

import struct
from typing import Final

from jixiao.formats.archive import open_archive
from jixiao.formats.grids.errors import check_sheets, damaged
from jixiao.formats.grids.texts import clean
from jixiao.formats.xlsb.names import Names
from jixiao.formats.xlsb.records import records, text, whole
from jixiao.formats.xlsx.package import Package, Sheet, relations

_WORKBOOK: Final = "xl/workbook.bin"
_PROPERTIES: Final = 153
_SHEET: Final = 156
_ITEM: Final = 19
_FORMAT: Final = 44
_STYLE: Final = 47
_STYLES_BEGIN: Final = 617
_STYLES_END: Final = 618


def open_package(data: bytes) -> Package:
    """Open a binary workbook.

    Raises:
        ReadError: it is damaged, hostile or holds no sheet.
    """
    archive = open_archive(data)
    related = relations(archive, _WORKBOOK)
    parts = {kind: part for kind, part in related.values() if part in archive}
    try:
        listed, names, epoch_1904 = _workbook(archive.read(_WORKBOOK))
        strings = _strings(archive.read(parts["sharedStrings"])) if "sharedStrings" in parts else ()
        codes = _codes(archive.read(parts["styles"])) if "styles" in parts else ()
    except struct.error as error:
        raise damaged() from error
    sheets = tuple(
        Sheet(name, related[key][1], hidden)
        for name, key, hidden in listed
        if key in related and related[key][0] == "worksheet" and related[key][1] in archive
    )
    check_sheets(len(sheets))
    return Package(
        archive, sheets, strings, codes, epoch_1904, names.targets([name for name, _, _ in listed])
    )


def _workbook(part: bytes) -> tuple[list[tuple[str, str, bool]], Names, bool]:
    """Name, relationship and hiddenness of each sheet; the names of ranges; whether days count from 1904."""
    sheets: list[tuple[str, str, bool]] = []
    names = Names()
    epoch_1904 = False
    for kind, body in records(part):
        if kind == _SHEET:
            key, offset = text(body, 8)
            sheets.append((clean(text(body, offset)[0]), key, whole(body, 0) != 0))
        elif kind == _PROPERTIES:
            epoch_1904 = bool(whole(body, 0) & 1)
        else:
            names.take(kind, body)
    return sheets, names, epoch_1904


def _strings(part: bytes) -> tuple[str, ...]:
    return tuple(clean(text(body, 1)[0]) for kind, body in records(part) if kind == _ITEM)


def _codes(part: bytes) -> tuple[int | str, ...]:
    """For each cell style the format code, or the number of a built-in format."""
    own: dict[int, str] = {}
    codes: list[int | str] = []
    within = False
    for kind, body in records(part):
        if kind == _FORMAT:
            own[struct.unpack_from("<H", body)[0]] = text(body, 2)[0]
        elif kind in (_STYLES_BEGIN, _STYLES_END):
            within = kind == _STYLES_BEGIN
        elif kind == _STYLE and within:
            number = int(struct.unpack_from("<H", body, 2)[0])
            codes.append(own.get(number, number))
    return tuple(codes)
