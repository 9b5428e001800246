"""Findings as Word comments in the user's own file; nothing else in it changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.formats.archive import rewrite
from jixiao.formats.docx import names as n
from jixiao.formats.docx.anchors import find_anchor
from jixiao.formats.docx.comments import CommentsPart, comment_lines
from jixiao.formats.docx.package import Package
from jixiao.formats.docx.read import walk_package
from jixiao.formats.docx.runs import Cutter, Slot, lifted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from jixiao.core.document import Document
    from jixiao.core.finding import Finding
    from jixiao.formats.docx.anchors import Anchor


@dataclass(slots=True)
class _Beside:
    """What goes beside one element: ends come before starts, so that neighbours do not overlap."""

    ends: list[_Element] = field(default_factory=list)
    starts: list[_Element] = field(default_factory=list)


def annotate(data: bytes, document: Document, findings: Sequence[Finding], language: str = "zh") -> bytes:
    """The file with a comment on the words of each finding; ``document`` is what was read from it.

    Raises:
        ReadError: it is damaged, encrypted, suspicious or no Word file.
    """
    if not findings:
        return data
    package = Package(data)
    strict = n.is_strict(package.part(package.main))
    walker = walk_package(package)
    comments = CommentsPart(package, walker.root)
    anchored: list[tuple[Anchor, str]] = []
    for finding in findings:
        anchor = find_anchor(walker, finding.place)
        if anchor is not None:
            lines = comment_lines(finding, document, language, exact=anchor.exact)
            anchored.append((anchor, comments.add(lines)))
    if not anchored:
        return data
    _insert(anchored)
    parts = {name: _serialise(root) for name, root in comments.links(strict=strict).items()}
    for name, root in ((package.main, walker.root), (comments.name, comments.root)):
        parts[name] = n.strict(_serialise(root)) if strict else _serialise(root)
    return rewrite(data, parts)


def _insert(anchored: Sequence[tuple[Anchor, str]]) -> None:
    """Put the markers of all comments into the document."""
    gaps = [gap for anchor, _ in anchored for gap in (anchor.start, anchor.end) if gap is not None]
    cutter = Cutter(gaps)
    before: dict[_Element, _Beside] = {}
    after: dict[_Element, _Beside] = {}

    def beside(slot: Slot) -> _Beside:
        element, is_after = slot
        return (after if is_after else before).setdefault(element, _Beside())

    for anchor, key in anchored:
        if anchor.start is None or anchor.end is None:
            _around(anchor.paragraph, key)
            continue
        start, end = cutter.slot(anchor.start), cutter.slot(anchor.end)
        beside(start).starts.append(_marker(start[0], "commentRangeStart", key))
        beside(end).ends.append(_marker(end[0], "commentRangeEnd", key))
        reference = _reference(end[0], key)
        outer = lifted(end[0])
        if outer is end[0]:
            beside(end).ends.append(reference)
        else:
            beside((outer, True)).ends.append(reference)
    for element, items in before.items():
        for item in (*items.ends, *items.starts):
            element.addprevious(item)
    for element, items in after.items():
        for item in reversed((*items.ends, *items.starts)):
            element.addnext(item)


def _around(paragraph: _Element, key: str) -> None:
    """A comment on the whole paragraph."""
    first = 1 if len(paragraph) and paragraph[0].tag == n.P_PR else 0
    paragraph.insert(first, _marker(paragraph, "commentRangeStart", key))
    paragraph.append(_marker(paragraph, "commentRangeEnd", key))
    paragraph.append(_reference(paragraph, key))


def _marker(near: _Element, local: str, key: str) -> _Element:
    return near.makeelement(n.W + local, {n.W + "id": key})


def _reference(near: _Element, key: str) -> _Element:
    """The run that holds the sign of the comment."""
    run = near.makeelement(n.R)
    run.append(_marker(near, "commentReference", key))
    return run


def _serialise(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
