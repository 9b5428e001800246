"""Word files for tests, built from the XML that matters and nothing else."""

import io
import zipfile
from collections.abc import Mapping

from jixiao.core.document import Block, Document
from jixiao.formats.docx.read import read

OFFICE = "http://schemas.openxmlformats.org"
SPACES = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:r="{OFFICE}/officeDocument/2006/relationships" '
    f'xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:c="{OFFICE}/drawingml/2006/chart" '
    f'xmlns:m="{OFFICE}/officeDocument/2006/math" '
    f'xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = ("styles", "numbering", "footnotes", "endnotes", "comments")


def build(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this body; ``parts`` are further XML parts of the word folder by their names.

    A part named ``styles`` or ``charts/chart1`` is linked as rId-styles, rId-chart1.
    """
    parts = parts or {}
    types = f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
    links = ""
    files = {}
    for name, inner in parts.items():
        base = name.rpartition("/")[2]
        kind = base if base in _RELATED else "chart"
        links += (
            f'<Relationship Id="rId-{base}" Type="{OFFICE}/officeDocument/2006/relationships/{kind}" '
            f'Target="{name}.xml"/>'
        )
        types += f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        files[f"word/{name}.xml"] = inner
    files = {
        "[Content_Types].xml": f'<Types xmlns="{OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{links}'
        "</Relationships>",
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        **files,
    }
    return pack({name: text.encode("utf-8") for name, text in files.items()})


def pack(files: Mapping[str, bytes]) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """All parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(name: str, inner: str) -> str:
    """A part whose root is w:name."""
    return f"<w:{name} {SPACES}>{inner}</w:{name}>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of bare text."""
    inner = inner if inner.startswith("<") or not inner else run(inner)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def cell(inner: str, properties: str = "") -> str:
    """A cell of a table with one paragraph, or with the elements given."""
    inner = inner if inner.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else paragraph(inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str) -> str:
    """A table of rows of cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def field(instruction: str, result: str | None) -> str:
    """A complex field; without result it has no separator either."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def document_of(body: str, parts: Mapping[str, str] | None = None) -> Document:
    """What is read of such a file."""
    return read(build(body, parts), "报告.docx")


def blocks_of(body: str, parts: Mapping[str, str] | None = None) -> tuple[Block, ...]:
    """The blocks of such a file."""
    return document_of(body, parts).blocks


def text_of(body: str, parts: Mapping[str, str] | None = None) -> str:
    """The texts of all blocks, one a line."""
    return "\n".join(block.text for block in blocks_of(body, parts))
