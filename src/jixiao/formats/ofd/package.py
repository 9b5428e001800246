"""The parts of an OFD file: where they are, which of them make a document, what cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.archive import open_archive
from jixiao.formats.safe_xml import parse_xml, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

ENTRY: Final = "OFD.xml"
ENCRYPTIONS: Final = "Encryptions.xml"
"""The part that tells how others are encrypted (GM/T 0099-2020, 附录 C)."""


class Package:
    """An opened OFD file."""

    def __init__(self, data: bytes) -> None:
        """Open the bytes.

        Raises:
            ReadError: it is no zip, damaged, hostile or encrypted.
        """
        self._archive = open_archive(data)
        self._names = {name.casefold(): name for name in self._archive.names()}
        if ENCRYPTIONS.casefold() in self._names:
            raise ReadError(
                "encrypted",
                "OFD 文件已加密，没有口令或证书无法读取。请用 OFD 阅读软件打开，解除加密后另存再提交。",
                "The OFD file is encrypted and cannot be read without its password or certificate. Open it "
                "in an OFD reader, remove the encryption and save it.",
            )

    def find(self, base: str, location: str) -> str | None:
        """The name of the part that ``location`` means in the part ``base``; None where there is none.

        Raises:
            ReadError: ``unsafe_name``: it points outside of the file.
        """
        location = location.strip().replace("\\", "/")
        if not location:
            return None
        folder = "" if location.startswith("/") else base.rpartition("/")[0]
        # some producers count from the top of the file where the standard says from the part
        for start in dict.fromkeys((folder, "")):
            found = self._names.get(_joined(start, location).casefold())
            if found is not None:
                return found
        return None

    def part(self, base: str, location: str) -> tuple[str, bytes]:
        """The name and the bytes of that part.

        Raises:
            ReadError: as `find` and `Archive.read`; ``missing_part`` where there is none.
        """
        name = self.find(base, location)
        if name is None:
            raise ReadError(
                "missing_part",
                f"OFD 文件不完整：缺少“{shorten(location.strip())}”。请重新获取原件，或用 OFD 软件另存一次。",
                f"The OFD file is incomplete: “{shorten(location.strip())}” is missing. Get it again, or "
                "save it again in an OFD program.",
            )
        return name, self._archive.read(name)

    def xml(self, base: str, location: str) -> tuple[str, _Element]:
        """The name of that part and the root of its XML.

        Raises:
            ReadError: as `part` and `parse_xml`.
        """
        name, data = self.part(base, location)
        return name, parse_xml(data)


@dataclass(slots=True)
class Body:
    """One document of the file (``DocBody``); parts are named in full.

    ``box`` is the usual page: left, top, width and height in millimetres, or None.
    """

    name: str
    pages: list[str]
    templates: dict[str, str]
    resources: list[str]
    box: str | None = None
    attachments: list[str] = field(default_factory=list)
    tags: str | None = None
    is_annotated: bool = False
    is_signed: bool = False


def bodies(package: Package) -> list[Body]:
    """The documents of the file, in order.

    Raises:
        ReadError: a part is missing or damaged, or the file holds no document.
    """
    _, root = package.xml("", ENTRY)
    found = [_body(package, element) for element in children(root, "DocBody") if text_of(element, "DocRoot")]
    if not found:
        raise ReadError(
            "missing_part",
            "OFD 文件不完整：OFD.xml 中没有文档。请重新获取原件，或用 OFD 软件另存一次。",
            "The OFD file is incomplete: OFD.xml names no document. Get it again, or save it again in an OFD "
            "program.",
        )
    return found


def _body(package: Package, element: _Element) -> Body:
    name, document = package.xml(ENTRY, text_of(element, "DocRoot"))
    common = child(document, "CommonData")
    body = Body(name, [], {}, [])
    if common is not None:
        area = child(common, "PageArea")
        body.box = text_of(area, "PhysicalBox") or None if area is not None else None
        for template in children(common, "TemplatePage"):
            found = package.find(name, template.get("BaseLoc", ""))
            if found is not None:
                body.templates[template.get("ID", "").strip()] = found
        for kind in ("PublicRes", "DocumentRes"):
            named = (package.find(name, one.text or "") for one in children(common, kind))
            body.resources += [one for one in named if one is not None]
    pages = child(document, "Pages")
    for page in children(pages, "Page") if pages is not None else ():
        body.pages.append(package.part(name, page.get("BaseLoc", ""))[0])
    body.is_annotated = bool(text_of(document, "Annotations"))
    body.is_signed = bool(text_of(element, "Signatures"))
    body.attachments = _attachments(package, name, text_of(document, "Attachments"))
    body.tags = package.find(name, text_of(document, "CustomTags"))
    return body


def _attachments(package: Package, base: str, location: str) -> list[str]:
    """The names of the files that are attached; a list of them that cannot be read counts as one."""
    if not location:
        return []
    try:
        _, root = package.xml(base, location)
    except ReadError:
        return ["（清单无法读取）"]
    return [shorten(one.get("Name") or text_of(one, "FileLoc")) for one in children(root, "Attachment")]


def children(element: _Element, name: str) -> Iterator[_Element]:
    """The children of this name, whatever the namespace: producers do not agree on it."""
    for one in element:
        if local(one) == name:
            yield one


def child(element: _Element, name: str) -> _Element | None:
    """The first of them."""
    return next(children(element, name), None)


def text_of(element: _Element, name: str) -> str:
    """The text of the first of them, or nothing."""
    found = child(element, name)
    return (found.text or "").strip() if found is not None else ""


def local(element: _Element) -> str:
    """The name of an element without its namespace; nothing for comments."""
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _joined(folder: str, location: str) -> str:
    parts: list[str] = []
    for part in (*folder.split("/"), *location.split("/")):
        if part in ("", "."):
            continue
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            raise ReadError(
                "unsafe_name",
                f"文件可疑：OFD 内的路径“{shorten(location)}”指向文件之外，已停止读取。"
                "请用 OFD 软件另存后再试。",
                f"The file is suspicious: the path “{shorten(location)}” in it points outside of the file. "
                "Save it again in an OFD program.",
            )
    return "/".join(parts)
