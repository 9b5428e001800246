"""Word files with a ledger, for tests: bookmarks in the XML and the data part beside it."""

from collections.abc import Mapping

from tests.formats.docx.building import OFFICE, build, pack, run, unpack

from jixiao.core.document import Document
from jixiao.formats.docx.read import read
from jixiao.formats.ledgers import NAMESPACE

_ITEM = "{5D7E0B1C-3F64-4B0E-9A51-6A6978696130}"
HEAD = 'kind="evaluation" department="某局" year="2023" rulebook="cn" facts-digest="00ff"'


def entry(name: str, printed: str, more: str = "", facts: str = "<fact>budget.outturn</fact>") -> str:
    """An entry of the data part."""
    return f'<entry name="{name}" printed="{printed}" unit="万元" decimals="2" origin="fact"{more}>{facts}</entry>'


def ledger(entries: str, head: str = HEAD) -> str:
    """The data part."""
    return f'<?xml version="1.0"?><ledger xmlns="{NAMESPACE}" {head}>{entries}</ledger>'


def start(name: str, key: int = 1) -> str:
    """The start of a bookmark."""
    return f'<w:bookmarkStart w:id="{key}" w:name="{name}"/>'


def end(key: int = 1) -> str:
    """The end of a bookmark."""
    return f'<w:bookmarkEnd w:id="{key}"/>'


def figure(name: str, text: str, key: int = 1) -> str:
    """A figure with its bookmark."""
    return start(name, key) + (run(text) if text else "") + end(key)


def file(
    body: str, part: str | bytes | None, more: Mapping[str, str] | None = None, name: str = "item1"
) -> bytes:
    """A Word file with this body and data part, linked as Word does it."""
    files = unpack(build(body, more))
    if part is not None:
        files[f"customXml/{name}.xml"] = part.encode() if isinstance(part, str) else part
        link = (
            f'<Relationship Id="rIdL" Type="{OFFICE}/officeDocument/2006/relationships/customXml" '
            f'Target="../customXml/{name}.xml"/></Relationships>'
        )
        number = name.removeprefix("item")
        properties = f"{OFFICE}/officeDocument/2006/customXml"
        files[f"customXml/itemProps{number}.xml"] = (
            f'<ds:datastoreItem xmlns:ds="{properties}" ds:itemID="{_ITEM}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ).encode()
        files[f"customXml/_rels/{name}.xml.rels"] = (
            f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument/2006/relationships/customXmlProps" '
            f'Target="itemProps{number}.xml"/></Relationships>'
        ).encode()
        types = files["[Content_Types].xml"].decode()
        kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
        override = f'<Override PartName="/customXml/itemProps{number}.xml" ContentType="{kind}"/></Types>'
        files["[Content_Types].xml"] = types.replace("</Types>", override).encode()
        rels = files["word/_rels/document.xml.rels"].decode()
        files["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", link).encode()
    return pack(files)


def document(body: str, part: str | bytes | None, more: Mapping[str, str] | None = None) -> Document:
    """What is read of such a file."""
    return read(file(body, part, more), "报告.docx")


def anchored(read_document: Document) -> list[tuple[str, str]]:
    """Each mark's entry with the characters that it covers."""
    found: list[tuple[str, str]] = []
    for block in read_document.blocks:
        found += [(mark.entry, block.text[mark.start : mark.end]) for mark in block.marks]
        found += [
            (mark.entry, cell.text[mark.start : mark.end]) for cell in block.cells for mark in cell.marks
        ]
    return found
