"""A written file taken apart, for tests."""

import posixpath
from dataclasses import dataclass

from lxml import etree
from tests.formats.docx.building import unpack

from jixiao.core.document import Document
from jixiao.formats.docx.names import W
from jixiao.formats.docx.write import write

_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Opened:
    """The parts of a file."""

    files: dict[str, bytes]

    def root(self, name: str) -> "etree._Element":
        return etree.fromstring(self.files[name])

    @property
    def main(self) -> "etree._Element":
        return self.root("word/document.xml")

    def links(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points to: kind and name of the target by relationship id."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self.files:
            return {}
        return {
            entry.get("Id", ""): (
                entry.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join(folder, entry.get("Target", ""))),
            )
            for entry in self.root(name).iter(_RELATED)
        }

    def paragraphs(self, style: str) -> list["etree._Element"]:
        """The paragraphs of a style."""
        return [
            paragraph
            for paragraph in self.main.iter(W + "p")
            if (found := paragraph.find(f"{W}pPr/{W}pStyle")) is not None and found.get(W + "val") == style
        ]


def opened(document: Document) -> Opened:
    """The document written and taken apart."""
    return Opened(unpack(write(document)))


def text(element: "etree._Element") -> str:
    """All text below an element."""
    return "".join(node.text or "" for node in element.iter(W + "t"))
