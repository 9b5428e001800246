"""What a comment says, and the two parts of a sheet that hold comments: their texts and their shapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.grid import parse_reference
from jixiao.formats.xlsx.package import child, local

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from jixiao.core.finding import Finding

AUTHOR: Final = "jixiao 绩效检查"
_SEVERITIES: Final = {
    "zh": {"error": "错误", "warning": "疑点", "info": "提示"},
    "en": {"error": "Error", "warning": "Warning", "info": "Note"},
}
_LABELS: Final = {
    "zh": ("【{}】{} {}", "算式：{}", "应为 {}", "表中 {}", "建议：{}", "另见：“{}”{}", "，"),
    "en": (
        "[{}] {} {}",
        "Calculation: {}",
        "computed {}",
        "stated {}",
        "Suggestion: {}",
        "See also: “{}”{}",
        ", ",
    ),
}
_ILLEGAL: Final = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST: Final = 8000
"""Excel cuts a comment at 32,767 characters; nobody reads a tenth of it."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SHAPE_ID: Final = re.compile(rb"_x0000_s(\d{1,9})")
_VML_HEAD: Final = (
    b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    b'xmlns:x="urn:schemas-microsoft-com:office:excel">'
)
_VML_TYPE: Final = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_VML_SHAPE: Final = (
    '<v:shape id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:280pt;height:130pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">'
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {row}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def comment_text(finding: Finding, language: str) -> str:
    """The lines of the comment for one finding."""
    chinese = language != "en"
    head, expression, computed, stated, suggestion, related, comma = _LABELS["zh" if chinese else "en"]
    severity = _SEVERITIES["zh" if chinese else "en"].get(finding.severity, finding.severity)
    title = finding.title if chinese else finding.title_en or finding.title
    advice = finding.suggestion if chinese else finding.suggestion_en or finding.suggestion
    lines = [
        head.format(severity, finding.code, title),
        finding.message if chinese else finding.message_en or finding.message,
    ]
    if finding.expression:
        sums = [finding.expression]
        if not finding.compares:
            sums += [computed.format(finding.computed)] if finding.computed else []
            sums += [stated.format(finding.stated)] if finding.stated else []
        lines.append(expression.format(comma.join(sums)))
    if advice:
        lines.append(suggestion.format(advice))
    for other in finding.related:
        place = "!".join(word for word in (other.place.sheet, other.place.cell) if word)
        lines.append(related.format(other.quote, f"（{place}）" if place else ""))
    return _ILLEGAL.sub("", "\n".join(line for line in lines if line.strip()))[:_LONGEST]


def add_comments(root: _Element, texts: Mapping[str, str]) -> list[str]:
    """Put the texts into a part of comments, behind what is said already; returns the cells new to it."""
    authors, comments = _section(root, "authors", 0), _section(root, "commentList", 1)
    namespace = str(root.tag).rpartition("}")[0] + "}"
    author = root.makeelement(f"{namespace}author")
    author.text = AUTHOR
    authors.append(author)
    known = {item.get("ref", ""): item for item in comments if local(item) == "comment"}
    new: list[str] = []
    for reference, text in texts.items():
        comment = known.get(reference)
        if comment is None:
            comment = root.makeelement(
                f"{namespace}comment", {"ref": reference, "authorId": str(len(authors) - 1)}
            )
            comments.append(comment)
            new.append(reference)
        body = child(comment, "text")
        if body is None:
            body = root.makeelement(f"{namespace}text")
            comment.insert(0, body)
        _append(body, namespace, text)
    return new


def add_shapes(drawing: bytes, references: list[str]) -> bytes:
    """A drawing with a hidden note for each of these cells; ``drawing`` may be empty."""
    following = max([1024, *(int(number) for number in _SHAPE_ID.findall(drawing))]) + 1
    added = b"" if b"_x0000_t202" in drawing else _VML_TYPE
    for index, reference in enumerate(references, start=following):
        row, column = parse_reference(reference) or (1, 1)
        row, column = row - 1, column - 1
        shape = _VML_SHAPE.format(
            id=index, left=column + 1, right=column + 6, row=row, bottom=row + 8, column=column
        )
        added += shape.encode("ascii")
    if not drawing:
        return _VML_HEAD + added + b"</xml>"
    head, closing, tail = drawing.rpartition(b"</xml>")
    return head + added + closing + tail if closing else drawing


def _section(root: _Element, name: str, position: int) -> _Element:
    """The child of this name, made if it is missing."""
    found = child(root, name)
    if found is None:
        found = root.makeelement(f"{str(root.tag).rpartition('}')[0]}}}{name}")
        root.insert(position, found)
    return found


def _append(body: _Element, namespace: str, text: str) -> None:
    """Add a run; plain text that was there becomes a run of its own, for the two do not mix."""
    said = any(local(item) in ("t", "r") for item in body)
    plain = child(body, "t")
    if plain is not None:
        run = body.makeelement(f"{namespace}r")
        body.replace(plain, run)
        run.append(plain)
    run = body.makeelement(f"{namespace}r")
    words = body.makeelement(f"{namespace}t", {_SPACE: "preserve"})
    words.text = f"\n\n{text}" if said else text
    run.append(words)
    last = max((index for index, item in enumerate(body) if local(item) == "r"), default=-1)
    body.insert(last + 1, run)
