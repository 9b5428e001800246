"""The package of a Word file: its main part and the parts that the main part points to."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jixiao.core.errors import ReadError
from jixiao.formats.archive import Archive, open_archive, parse_xml
from jixiao.formats.docx.names import RELATIONSHIPS_NAMESPACE, TYPES_NAMESPACE, transitional

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

TYPES_PART = "[Content_Types].xml"
_USUAL_MAIN = "word/document.xml"
_MAIN_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A pointer to another part; ``kind`` is the last word of its type, such as ``footnotes``."""

    kind: str
    target: str


class Package:
    """An opened Word file; parts are read when asked for."""

    def __init__(self, data: bytes) -> None:
        self.archive: Archive = open_archive(data)
        self._folded = {name.casefold(): name for name in self.archive.names()}
        self.notes: list[str] = []
        self.main = self._find_main()
        self.relationships = self.relationships_of(self.main)

    def name(self, name: str) -> str | None:
        """The name of a part as the archive spells it (names of parts do not depend on case)."""
        return self._folded.get(name.casefold())

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            ReadError: it is missing or damaged.
        """
        return self.archive.read(self.name(name) or name)

    def root(self, name: str) -> _Element:
        """The root element of an XML part, in the usual namespaces.

        Raises:
            ReadError: it is missing or damaged.
        """
        return parse_xml(transitional(self.part(name)))

    def related(self, kind: str) -> str | None:
        """The first part of this kind that the main part points to, if the archive has it."""
        for relationship in self.relationships.values():
            if relationship.kind == kind and self.name(relationship.target) is not None:
                return relationship.target
        return None

    def optional(
        self, kind: str, what: str, shorten: Callable[[bytes], bytes] | None = None
    ) -> _Element | None:
        """The root of a part that a document can do without; ``what`` names it where it is damaged.

        ``shorten`` leaves out what is not needed before the XML is parsed.
        """
        name = self.related(kind)
        if name is None:
            return None
        if shorten is not None:
            try:
                return parse_xml(shorten(transitional(self.part(name))))
            except ReadError:
                pass  # told below, should the whole of it be damaged too
        return self.attempt(name, what)

    def attempt(self, name: str, what: str) -> _Element | None:
        """The root of the part, or None and a note where it is damaged."""
        try:
            return self.root(name)
        except ReadError as error:
            if error.code in ("archive_too_large", "suspicious_compression", "part_too_large"):
                raise
            self.notes.append(f"{what}未能读取：{error.message}")
            return None

    def _find_main(self) -> str:
        types = self.name(TYPES_PART)
        candidates = [
            entry.target for entry in self.relationships_of("").values() if entry.kind == "officeDocument"
        ]
        if types is not None:
            root = self.attempt(types, "部件目录")
            if root is not None:
                candidates += main_parts(root)
        for candidate in (*candidates, _USUAL_MAIN):
            found = self.name(candidate)
            if found is not None:
                return found
        raise ReadError(
            "no_main_part",
            "Word 文档不完整：缺少正文部件（word/document.xml）。请用 Word 或 WPS 打开并另存。",
            "The Word document is incomplete: its main part (word/document.xml) is missing. Open "
            "it in Word or WPS and save it again.",
        )

    def relationships_of(self, part: str) -> dict[str, Relationship]:
        """What a part points to within the package, by relationship id."""
        folder = posixpath.dirname(part)
        name = self.name(relationships_part(part))
        if name is None:
            return {}
        root = self.attempt(name, "部件关系")
        found: dict[str, Relationship] = {}
        for entry in () if root is None else root.iterchildren(f"{{{RELATIONSHIPS_NAMESPACE}}}Relationship"):
            key, target = entry.get("Id"), entry.get("Target")
            if key is None or target is None or entry.get("TargetMode") == "External":
                continue
            path = unquote(target.replace("\\", "/"))
            path = path[1:] if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
            found.setdefault(key, Relationship(entry.get("Type", "").rpartition("/")[2], path))
        return found


def relationships_part(part: str) -> str:
    """The name of the part that holds a part's relationships ("" stands for the package)."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def main_parts(types: _Element) -> list[str]:
    """The main parts of Word documents that the list of content types names."""
    return [
        entry.get("PartName", "").lstrip("/")
        for entry in types.iterchildren(f"{{{TYPES_NAMESPACE}}}Override")
        if entry.get("ContentType") in _MAIN_TYPES
    ]
