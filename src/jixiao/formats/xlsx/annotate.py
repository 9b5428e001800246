"""Findings as comments on the cells of the user's own workbook.

The parts of the archive are edited directly: formulas, cached values, charts, pictures and macros stay as
they are, which loading and saving with a library would not grant.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.formats.archive import Archive, open_archive, parse_xml, rewrite
from jixiao.formats.xlsx.comments import add_comments, add_shapes, comment_text
from jixiao.formats.xlsx.package import local, open_package, relations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from jixiao.core.document import Document
    from jixiao.core.finding import Finding

_TYPES: Final = "[Content_Types].xml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING: Final = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)
"""What must follow ``legacyDrawing`` in a sheet, by the schema's order."""


@dataclass(slots=True)
class _Changes:
    """The parts that are replaced or added, and the content types that the added ones need."""

    archive: Archive
    parts: dict[str, bytes] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)

    def free(self, pattern: str) -> str:
        """The first name of this pattern that no part has."""
        number = 1
        while (name := pattern.format(number)) in self.archive or name in self.parts:
            number += 1
        return name


def annotate(data: bytes, _document: Document, findings: Sequence[Finding], language: str = "zh") -> bytes:
    """The workbook with a comment on the cell of each finding, which its place names.

    Raises:
        ReadError: it is damaged, encrypted or suspicious.
    """
    if not findings:
        return data
    texts: dict[str, dict[str, list[str]]] = {}
    sheets = {sheet.name: sheet.part for sheet in open_package(data).sheets}
    for finding in findings:
        place = finding.place
        sheet = place.sheet if place.sheet in sheets else next(iter(sheets))
        cell = place.cell or "A1"
        texts.setdefault(sheets[str(sheet)], {}).setdefault(cell, []).append(comment_text(finding, language))
    changes = _Changes(open_archive(data))
    for part, cells in texts.items():
        _comment_sheet(changes, part, {cell: "\n\n".join(said) for cell, said in cells.items()})
    _declare(changes)
    return rewrite(data, changes.parts)


def _comment_sheet(changes: _Changes, part: str, texts: dict[str, str]) -> None:
    """Add the comments of one sheet, with the relationships and the drawing that they need."""
    archive = changes.archive
    sheet = parse_xml(archive.read(part))
    namespace = str(sheet.tag).rpartition("}")[0].lstrip("{")
    kinds = _STRICT if namespace.startswith("http://purl.oclc.org") else _OFFICE
    related = relations(archive, part)
    links = _links(archive, part)
    comments = next((name for kind, name in related.values() if kind == "comments" and name in archive), None)
    if comments is None:
        comments = changes.free("xl/comments_jixiao{}.xml")
        changes.comments.append(comments)
        _link(links, f"{kinds}/comments", comments)
        root = parse_xml(f'<comments xmlns="{namespace}"><authors/><commentList/></comments>'.encode())
    else:
        root = parse_xml(archive.read(comments))
    new = add_comments(root, texts)
    changes.parts[comments] = _serialise(root)
    drawing = _drawing(sheet, related)
    if drawing is None or drawing not in archive:
        drawing = changes.free("xl/drawings/vmlDrawing_jixiao{}.vml")
        _insert_drawing(sheet, kinds, _link(links, f"{kinds}/vmlDrawing", drawing))
        changes.parts[part] = _serialise(sheet)
        changes.parts[drawing] = add_shapes(b"", new)
    else:
        changes.parts[drawing] = add_shapes(archive.read(drawing), new)
    changes.parts[_links_name(part)] = _serialise(links)


def _links_name(part: str) -> str:
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _links(archive: Archive, part: str) -> _Element:
    """The relationships of a sheet, empty if it has none."""
    name = _links_name(part)
    if name in archive:
        return parse_xml(archive.read(name))
    return parse_xml(f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode())


def _link(links: _Element, kind: str, part: str) -> str:
    """Add a relationship; returns its id."""
    taken = {item.get("Id") for item in links}
    key = next(name for number in range(1, len(taken) + 2) if (name := f"rIdJixiao{number}") not in taken)
    tag = f"{{{_PACKAGE}/relationships}}Relationship"
    links.append(links.makeelement(tag, {"Id": key, "Type": kind, "Target": f"/{part}"}))
    return key


def _drawing(sheet: _Element, related: dict[str, tuple[str, str]]) -> str | None:
    """The drawing that the sheet has for its comments and controls."""
    for item in sheet:
        if local(item) == "legacyDrawing":
            key = next((str(value) for name, value in item.attrib.items() if str(name).endswith("}id")), "")
            return related[key][1] if key in related else None
    return None


def _insert_drawing(sheet: _Element, kinds: str, key: str) -> None:
    """Refer to a new drawing, where the schema demands it; a reference that leads nowhere is replaced."""
    for item in [item for item in sheet if local(item) == "legacyDrawing"]:
        sheet.remove(item)
    tag = f"{str(sheet.tag).rpartition('}')[0]}}}legacyDrawing"
    element = sheet.makeelement(tag, {f"{{{kinds}}}id": key}, nsmap={"r": kinds})
    following = (index for index, item in enumerate(sheet) if local(item) in _AFTER_DRAWING)
    sheet.insert(next(following, len(sheet)), element)


def _declare(changes: _Changes) -> None:
    """Name the types of the new parts."""
    root = parse_xml(changes.archive.read(_TYPES))
    space = f"{{{_PACKAGE}/content-types}}"
    if not any(item.get("Extension", "").lower() == "vml" for item in root):
        root.insert(0, root.makeelement(f"{space}Default", {"Extension": "vml", "ContentType": _VML_TYPE}))
    for name in changes.comments:
        root.append(
            root.makeelement(f"{space}Override", {"PartName": f"/{name}", "ContentType": _COMMENTS_TYPE})
        )
    changes.parts[_TYPES] = _serialise(root)


def _serialise(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
