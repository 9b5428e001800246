"""What a comment says, and the part of the package that holds the comments."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from jixiao.formats.docx import names as n
from jixiao.formats.docx.package import TYPES_PART, relationships_part
from jixiao.formats.safe_xml import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from jixiao.core.document import Document
    from jixiao.core.finding import Finding
    from jixiao.core.place import Place
    from jixiao.formats.docx.package import Package

AUTHOR = "jixiao 绩效检查"
INITIALS = "jx"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ID = n.W + "id"
_SEVERITIES = {
    "zh": {"error": "错误", "warning": "疑点", "info": "提示"},
    "en": {"error": "Error", "warning": "Warning", "info": "Note"},
}
_LABELS = {
    "zh": {
        "expression": "算式",
        "stated": "文中",
        "computed": "应为",
        "suggestion": "建议",
        "related": "另见",
    },
    "en": {
        "expression": "Calculation",
        "stated": "stated",
        "computed": "computed",
        "suggestion": "Suggestion",
        "related": "See also",
    },
}
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def comment_lines(finding: Finding, document: Document, language: str, *, exact: bool) -> list[str]:
    """The paragraphs of the comment; where it cannot stand on the words themselves it quotes them."""
    chinese = language != "en"
    words = _LABELS["zh" if chinese else "en"]
    severity = _SEVERITIES["zh" if chinese else "en"].get(finding.severity, finding.severity)
    title = finding.title if chinese else finding.title_en or finding.title
    suggestion = finding.suggestion if chinese else finding.suggestion_en or finding.suggestion
    colon = "：" if chinese else ": "
    lines = [f"【{severity}】{finding.code} {title}" if chinese else f"[{severity}] {finding.code} {title}"]
    if not exact and finding.quote:
        lines.append(f"“{finding.quote}”")
    lines.append(finding.message if chinese else finding.message_en or finding.message)
    if finding.expression:
        sums = [finding.expression]
        sides = () if finding.compares else ("computed", "stated")
        sums += [f"{words[name]} {value}" for name in sides if (value := getattr(finding, name))]
        lines.append(words["expression"] + colon + ("，" if chinese else ", ").join(sums))
    if suggestion:
        lines.append(words["suggestion"] + colon + suggestion)
    for related in finding.related:
        where = describe(related.place, document, chinese=chinese)
        lines.append(f"{words['related']}{colon}“{related.quote}”{where}")
    return [line for line in lines if line.strip()]


def describe(place: Place, document: Document, *, chinese: bool) -> str:
    """The place in words that a reader of the file can follow, in brackets; "" where nothing helps."""
    parts: list[str] = []
    before = document.blocks[: place.block]
    heading = next((block.text for block in reversed(before) if block.kind == "heading"), "")
    if heading:
        parts.append(f"“{heading}”下" if chinese else f"under “{heading}”")
    number = place.chart if place.chart is not None else place.table
    if number is not None:
        name = ("图" if place.chart is not None else "表") if chinese else "table or chart"
        parts.append(f"全文第 {number + 1} 个图表" if chinese else f"{name} {number + 1} of the document")
    if place.row is not None and place.column is not None:
        row, column = place.row + 1, place.column + 1
        parts.append(f"第 {row} 行第 {column} 列" if chinese else f"row {row}, column {column}")
    if place.part == "footnote":
        parts.append("脚注" if chinese else "note")
    if place.part == "workbook":
        behind = "图内嵌的数据表" if chinese else "data sheet behind the chart,"
        parts.append(f"{behind} {place.sheet}!{place.cell}")
    if not parts:
        return ""
    return f"（{'，'.join(parts)}）" if chinese else f" ({', '.join(parts)})"


class CommentsPart:
    """The comments of a file: those it has are kept, new ones get numbers of their own."""

    def __init__(self, package: Package, document_root: _Element) -> None:
        self._package = package
        found = package.related("comments")
        self.is_new = found is None
        self.name = _free_name(package) if found is None else package.name(found) or found
        self.root = _empty() if found is None else package.root(self.name)
        used = [_number(element.get(_ID)) for element in self.root.iter(n.W + "comment")]
        used += [_number(element.get(_ID)) for element in document_root.iter(n.W + "commentRangeStart")]
        used += [_number(element.get(_ID)) for element in document_root.iter(n.W + "commentReference")]
        self._next = max(used, default=-1) + 1

    def add(self, lines: Iterable[str]) -> str:
        """Append a comment and return its id."""
        key = str(self._next)
        self._next += 1
        comment = _child(self.root, "comment")
        for name, value in (("id", key), ("author", AUTHOR), ("initials", INITIALS)):
            comment.set(n.W + name, value)
        for position, line in enumerate(lines):
            paragraph = _child(comment, "p")
            if position == 0:
                _child(_child(paragraph, "r"), "annotationRef")
            run = _child(paragraph, "r")
            if position == 0:
                _child(_child(run, "rPr"), "b")
            text = _child(run, "t")
            text.set(n.XML_SPACE, "preserve")
            text.text = _ILLEGAL.sub("�", line)
        return key

    def links(self, *, strict: bool) -> dict[str, _Element]:
        """The parts that must name a new comments part, with its name in them; none for an old one."""
        if not self.is_new:
            return {}
        types_name = self._package.name(TYPES_PART) or TYPES_PART
        types = parse_xml(self._package.part(types_name))
        entry = types.makeelement(f"{{{n.TYPES_NAMESPACE}}}Override")
        entry.set("PartName", "/" + self.name)
        entry.set("ContentType", _TYPE)
        types.append(entry)
        wanted = relationships_part(self._package.main)
        links_name = self._package.name(wanted)
        space = f"{{{n.RELATIONSHIPS_NAMESPACE}}}"
        if links_name is None:
            links = parse_xml(f'<Relationships xmlns="{n.RELATIONSHIPS_NAMESPACE}"/>'.encode("ascii"))
        else:
            links = parse_xml(self._package.part(links_name))
        taken = {entry.get("Id") for entry in links}
        link = links.makeelement(space + "Relationship")
        link.set(
            "Id", next(key for number in range(1, len(taken) + 2) if (key := f"rId{number}") not in taken)
        )
        kinds = "http://purl.oclc.org/ooxml/officeDocument/relationships" if strict else n.R_NAMESPACE
        link.set("Type", kinds + "/comments")
        link.set("Target", posixpath.basename(self.name))
        links.append(link)
        return {types_name: types, links_name or wanted: links}


def _empty() -> _Element:
    return parse_xml(f'<w:comments xmlns:w="{n.W_NAMESPACE}"/>'.encode("ascii"))


def _child(parent: _Element, local: str) -> _Element:
    child = parent.makeelement(n.W + local)
    parent.append(child)
    return child


def _free_name(package: Package) -> str:
    folder = posixpath.dirname(package.main)
    names = ("comments", *(f"comments{number}" for number in range(1, 10_000)))
    return next(path for name in names if package.name(path := posixpath.join(folder, f"{name}.xml")) is None)


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdecimal() and len(text) <= 9 else -1
