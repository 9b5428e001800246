"""A Document as a Word file that an office accepts: the page of GB/T 9704-2012, native headings and tables.

Written directly as XML, without a Word library: the same Document gives the same bytes.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from jixiao.core.collecting import uncollected
from jixiao.formats.docx.write.body import Body
from jixiao.formats.docx.write.drawings.drawer import Drawer
from jixiao.formats.docx.write.headings import restart_lists
from jixiao.formats.docx.write.ledger_part import ledger_properties_xml, ledger_xml
from jixiao.formats.docx.write.package import Package
from jixiao.formats.docx.write.properties import app_xml, core_xml
from jixiao.formats.docx.write.xml import HEAD

if TYPE_CHECKING:
    from jixiao.core.document import Document

_MAIN = "word/document.xml"
_OFFICE = "http://schemas.openxmlformats.org"
_SPACES = (
    f'xmlns:w="{_OFFICE}/wordprocessingml/2006/main" xmlns:r="{_OFFICE}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_OFFICE}/drawingml/2006/wordprocessingDrawing" xmlns:a="{_OFFICE}/drawingml/2006/main" '
    f'xmlns:c="{_OFFICE}/drawingml/2006/chart" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"'
)


@uncollected()
def write(document: Document, *, live_contents: bool = False) -> bytes:
    """The document as the bytes of a docx file.

    ``live_contents`` is for LibreOffice, which is to print the file at once: its table of contents then shows
    the true pages. A person renews the usual one in Word or WPS.
    """
    package = Package()
    package.add(_MAIN, b"", "officeDocument")
    package.add("docProps/core.xml", core_xml(document.properties), "core-properties")
    package.add("docProps/app.xml", app_xml(document.properties), "extended-properties")
    for kind, name in (
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
        ("theme", "theme1.xml"),
    ):
        folder = "theme/" if kind == "theme" else ""
        package.add(f"word/{folder}{name}", _part(name), kind, _MAIN)
    draft = document.properties is not None and document.properties.draft
    body = Body(document.blocks, _references(package, draft=draft), Drawer(package, _MAIN), live_contents)
    inner = body.write()
    numbering = _part("numbering.xml").replace(
        b"<!--restarts-->", restart_lists(body.headings.restarts).encode()
    )
    package.add("word/numbering.xml", numbering, "numbering", _MAIN)
    if document.ledger is not None:
        ledger = ledger_xml(document.ledger, document.blocks)
        package.add("customXml/item1.xml", ledger, "customXml", _MAIN)
        package.add(
            "customXml/itemProps1.xml", ledger_properties_xml(), "customXmlProps", "customXml/item1.xml"
        )
    package.fill(_MAIN, f"{HEAD}<w:document {_SPACES}><w:body>{inner}</w:body></w:document>".encode())
    return package.packed()


def _references(package: Package, *, draft: bool) -> str:
    """The footers with page numbers, on odd and even pages, and for a draft headers with the watermark."""
    found = ""
    for kind in ("header", "footer") if draft else ("footer",):
        for number, pages in ((1, "default"), (2, "even")):
            name = f"{kind}{number}.xml"
            key = package.add(f"word/{name}", _part(name), kind, _MAIN)
            found += f'<w:{kind}Reference w:type="{pages}" r:id="{key}"/>'
    return found


@cache
def _part(name: str) -> bytes:
    return resources.files(__package__).joinpath("parts", name).read_bytes()
