"""The parts of a workbook other than its sheets: their list, shared strings, number formats."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.archive import Archive, open_archive, parse_xml
from jixiao.formats.grids.errors import check_sheets

if TYPE_CHECKING:
    from lxml.etree import _Element

_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One entry of the workbook's list of sheets; ``part`` is its place in the archive."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Package:
    """What the sheets refer to: ``codes`` holds the number format of each cell style."""

    archive: Archive
    sheets: tuple[Sheet, ...]
    strings: tuple[str, ...]
    codes: tuple[int | str, ...]
    epoch_1904: bool
    names: dict[str, str]
    """Names that the workbook defines for ranges, with what they stand for."""


def local(element: _Element) -> str:
    """The tag without its namespace; "" for comments and processing instructions."""
    tag: object = element.tag  # a function for comments
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: _Element, name: str) -> _Element | None:
    """The first child with this local name."""
    return next((item for item in element if local(item) == name), None)


def relations(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """The relationships of a part: id to kind (last word of the type) and part; external ones left out."""
    folder, base = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if name not in archive:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for item in parse_xml(archive.read(name)):
        if local(item) != "Relationship" or item.get("TargetMode") == "External":
            continue
        target = item.get("Target", "").replace("\\", "/")
        path = (
            target.lstrip("/")
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
        )
        found[item.get("Id", "")] = (item.get("Type", "").rpartition("/")[2], path)
    return found


def rich_text(element: _Element) -> str:
    """The text of a shared or inline string: its runs, without the phonetic guide."""
    pieces: list[str] = []
    for item in element:
        name = local(item)
        if name == "t":
            pieces.append(item.text or "")
        elif name == "r":
            pieces.extend(part.text or "" for part in item if local(part) == "t")
    return unescape("".join(pieces))


def unescape(text: str) -> str:
    """Undo ``_x000D_`` and settle on one line break."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: _character(found.group(1)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def open_package(data: bytes) -> Package:
    """Open a workbook.

    Raises:
        ReadError: it is damaged, hostile or in Excel's binary format.
    """
    archive = open_archive(data)
    workbook = next(
        (part for kind, part in relations(archive, "").values() if kind == "officeDocument"), None
    )
    if workbook is None or workbook not in archive:
        workbook = "xl/workbook.xml"
    if workbook.endswith(".bin") or (workbook not in archive and "xl/workbook.bin" in archive):
        raise ReadError(
            "unsupported_xlsb",
            "暂不支持 Excel 二进制工作簿（.xlsb）。请用 Excel 或 WPS 打开后另存为 xlsx。",
            "Excel's binary workbooks (.xlsb) are not supported. Open the file and save it as xlsx.",
        )
    root = parse_xml(archive.read(workbook))
    related = relations(archive, workbook)
    parts = {kind: part for kind, part in related.values() if part in archive}
    properties = child(root, "workbookPr")
    return Package(
        archive=archive,
        sheets=_sheets(root, related, archive),
        strings=_strings(archive, parts.get("sharedStrings")),
        codes=_codes(archive, parts.get("styles")),
        epoch_1904=properties is not None and properties.get("date1904") in ("1", "true"),
        names={item.get("name", ""): item.text or "" for item in _children(root, "definedNames")},
    )


def _sheets(root: _Element, related: dict[str, tuple[str, str]], archive: Archive) -> tuple[Sheet, ...]:
    listed = child(root, "sheets")
    found: list[Sheet] = []
    for item in listed if listed is not None else ():
        key = next((value for name, value in item.attrib.items() if str(name).endswith("}id")), "")
        kind, part = related.get(str(key), ("", ""))
        if kind == "worksheet" and part in archive:
            found.append(Sheet(item.get("name", ""), part, item.get("state", "visible") != "visible"))
    check_sheets(len(found))
    return tuple(found)


def _strings(archive: Archive, part: str | None) -> tuple[str, ...]:
    if part is None:
        return ()
    return tuple(rich_text(item) for item in parse_xml(archive.read(part)) if local(item) == "si")


def _codes(archive: Archive, part: str | None) -> tuple[int | str, ...]:
    """For each cell style the format code, or the number of a built-in format."""
    if part is None:
        return ()
    root = parse_xml(archive.read(part))
    own = {
        item.get("numFmtId", ""): item.get("formatCode", "")
        for item in _children(root, "numFmts")
        if local(item) == "numFmt"
    }
    codes: list[int | str] = []
    for style in _children(root, "cellXfs"):
        number = style.get("numFmtId", "0")
        codes.append(own[number] if number in own else int(number) if number.isdecimal() else 0)
    return tuple(codes)


def _children(root: _Element, name: str) -> list[_Element]:
    found = child(root, name)
    return [] if found is None else list(found)


def _character(code: str) -> str:
    """A code unit; surrogates and NUL are dropped, since no text may hold them."""
    value = int(code, 16)
    return "" if value == 0 or 0xD800 <= value <= 0xDFFF else chr(value)
