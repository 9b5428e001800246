"""What the file says of itself: title, author, subject, key words, date, program."""

from __future__ import annotations

import re

from jixiao.core.look import Properties
from jixiao.formats.docx.write.xml import HEAD, escaped

_OFFICE = "http://schemas.openxmlformats.org"
_CORE = f"{_OFFICE}/package/2006/metadata/core-properties"
_APP = f"{_OFFICE}/officeDocument/2006/extended-properties"
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def core_xml(properties: Properties | None) -> bytes:
    """The core properties; the time of writing is not among them, so that the same gives the same bytes."""
    known = properties or Properties()
    inner = "".join(
        f"<{name}>{escaped(text)}</{name}>"
        for name, text in (
            ("dc:title", known.title),
            ("dc:subject", known.subject),
            ("dc:creator", known.author),
            ("cp:keywords", known.keywords),
            ("cp:lastModifiedBy", known.author),
        )
        if text
    )
    date = _DATE.match(known.created)
    if date is not None:  # Word refuses a file with any other text here
        for name in ("dcterms:created", "dcterms:modified"):
            inner += f'<{name} xsi:type="dcterms:W3CDTF">{date.group()}T00:00:00Z</{name}>'
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{inner}</cp:coreProperties>"
    ).encode()


def app_xml(properties: Properties | None) -> bytes:
    """The extended properties: the program, and the author's body as the company."""
    company = f"<Company>{escaped(properties.author)}</Company>" if properties and properties.author else ""
    return (
        f'{HEAD}<Properties xmlns="{_APP}"><Application>jixiao</Application>{company}</Properties>'
    ).encode()
