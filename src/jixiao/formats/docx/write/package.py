"""The parts of the file put into one package: content types, relationships, a zip without dates."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from posixpath import relpath

from jixiao.formats.docx.write.xml import HEAD, quoted

_OFFICE = "http://schemas.openxmlformats.org"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_COMPRESSION = 6
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
TYPES = {
    "officeDocument": f"{_WORD}.document.main+xml",
    "styles": f"{_WORD}.styles+xml",
    "settings": f"{_WORD}.settings+xml",
    "fontTable": f"{_WORD}.fontTable+xml",
    "numbering": f"{_WORD}.numbering+xml",
    "header": f"{_WORD}.header+xml",
    "footer": f"{_WORD}.footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
"""Content types by the last word of the relationship that leads to a part."""


@dataclass(slots=True)
class Package:
    """Collects parts and what points to them; the order of adding is that of the file."""

    _parts: dict[str, bytes] = field(default_factory=dict)
    _types: dict[str, str] = field(default_factory=dict)
    _links: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    def add(self, name: str, data: bytes, kind: str, source: str = "") -> str:
        """Add a part that ``source`` ("" is the package) points to; returns the relationship's id.

        ``kind`` is the last word of the relationship's type, such as ``styles``.
        """
        self._parts[name] = data
        if kind in TYPES:
            self._types[name] = TYPES[kind]
        links = self._links.setdefault(source, [])
        links.append((kind, name))
        return f"rId{len(links)}"

    def fill(self, name: str, data: bytes) -> None:
        """Set the content of a part that was added before it was known."""
        self._parts[name] = data

    def packed(self) -> bytes:
        """The zip archive; the same parts give the same bytes."""
        files = {"[Content_Types].xml": self._types_xml()}
        if "" in self._links:
            files["_rels/.rels"] = _relationships_xml("", self._links[""])
        for name, data in self._parts.items():
            files[name] = data
            if name in self._links:
                folder, _, base = name.rpartition("/")
                files[f"{folder}/_rels/{base}.rels"] = _relationships_xml(folder, self._links[name])
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, data in files.items():
                stored = name.endswith(".xlsx")  # compressed already
                kind = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, kind, _COMPRESSION)
        return buffer.getvalue()

    def _types_xml(self) -> bytes:
        endings = {name.rpartition(".")[2] for name in self._parts} | {"rels", "xml"}
        inner = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in _DEFAULTS.items()
            if ending in endings
        )
        inner += "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in self._types.items()
        )
        return f'{HEAD}<Types xmlns="{_OFFICE}/package/2006/content-types">{inner}</Types>'.encode()


def _relationships_xml(folder: str, links: list[tuple[str, str]]) -> bytes:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{_kind(kind)}" '
        f'Target="{quoted(relpath(name, folder or "."))}"/>'
        for number, (kind, name) in enumerate(links, start=1)
    )
    return (
        f'{HEAD}<Relationships xmlns="{_OFFICE}/package/2006/relationships">{inner}</Relationships>'.encode()
    )


def _kind(kind: str) -> str:
    if kind == "core-properties":
        return f"{_OFFICE}/package/2006/relationships/metadata/{kind}"
    return f"{_OFFICE}/officeDocument/2006/relationships/{kind}"
