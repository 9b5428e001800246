"""Cutting runs so that something can stand between two characters, with all formatting kept."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, TypeAlias

from jixiao.formats.docx import names as n

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from jixiao.formats.docx.anchors import Gap

_CONTAINERS = frozenset(
    (n.P, n.HYPERLINK, n.INS, n.MOVE_TO, n.SMART_TAG, n.CUSTOM_XML, n.SDT_CONTENT, n.FLD_SIMPLE, n.DIR, n.BDO)
)
_TRACKED = frozenset((n.INS, n.MOVE_TO))
_PLAIN_CONTROLS = tuple(
    n.W + local
    for local in ("text", "date", "comboBox", "dropDownList", "dataBinding", "citation", "equation")
)
Slot: TypeAlias = "tuple[_Element, bool]"
"""Beside which element of a paragraph something goes, and whether after it."""


class Cutter:
    """Turns gaps into slots, cutting runs as needed; all gaps must be given at once."""

    def __init__(self, gaps: Iterable[Gap]) -> None:
        self._slots: dict[Gap, Slot] = {}
        self._tails: dict[_Element, _Element] = {}
        self._latest: dict[_Element, _Element] = {}
        by_run: dict[_Element, list[tuple[int, Gap]]] = {}
        for gap in gaps:
            element = _inline(gap.node)
            if element.tag == n.R and gap.node.getparent() is element:
                position = element.index(gap.node)
                by_run.setdefault(element, []).append((position, gap))
            else:
                self._slots[gap] = (element, gap.closes)
        for run, cuts in by_run.items():
            done: dict[tuple[int, int], Slot] = {}
            # from the end, so that the offsets of the cuts before stay true
            for position, gap in sorted(cuts, key=lambda cut: (cut[0], cut[1].offset), reverse=True):
                key = position, gap.offset
                if key not in done:
                    done[key] = self._cut(run, gap.node, gap.offset)
                self._slots[gap] = done[key]

    def slot(self, gap: Gap) -> Slot:
        """Where the gap is now."""
        element, after = self._slots[gap]
        return (self._tails.get(element, element), True) if after else (element, False)

    def _cut(self, run: _Element, node: _Element, offset: int) -> Slot:
        """Cut the run at the offset of the node; the run keeps the left part."""
        text = node.text or "" if node.tag == n.T else ""
        inside = node.tag == n.T and 0 < offset < len(text)
        following = list(node.itersiblings()) if inside or offset else [node, *node.itersiblings()]
        if not inside:
            content = [child for child in run if child.tag != n.R_PR]
            if not following:
                following_run = self._latest.get(run)
                return (run, True) if following_run is None else (following_run, False)
            if following[0] is content[0]:
                return run, False
        rest = _copy(run)
        properties = run.find(n.R_PR)
        if properties is not None:
            rest.append(deepcopy(properties))
        if inside:
            piece = _copy(node)
            node.text, piece.text = text[:offset], text[offset:]
            for half in (node, piece):
                half.set(n.XML_SPACE, "preserve")
            rest.append(piece)
        rest.extend(following)
        run.addnext(rest)
        self._tails.setdefault(run, rest)
        self._latest[run] = rest
        return rest, False


def _copy(element: _Element) -> _Element:
    """An element of the same name and attributes, without content."""
    copy = element.makeelement(element.tag)
    for name, value in element.attrib.items():
        copy.set(name, value)
    return copy


def lifted(element: _Element) -> _Element:
    """The element, or what holds it where that is a tracked insertion, which may be rejected one day."""
    outer = element
    for ancestor in element.iterancestors():
        if ancestor.tag == n.P:
            break
        if ancestor.tag in _TRACKED:
            outer = ancestor
    return outer


def _inline(node: _Element) -> _Element:
    """The element of the paragraph beside which markers for the node may stand: its run, or what holds it."""
    path = [node]
    for ancestor in node.iterancestors():
        path.append(ancestor)
        if ancestor.tag == n.P:
            break
    path.pop()  # the paragraph
    while len(path) > 1:
        outermost = path[-1]
        if outermost.tag == n.SDT and path[-2].tag == n.SDT_CONTENT and not _is_plain(outermost):
            path.pop()
        elif outermost.tag not in _CONTAINERS:
            return outermost
        path.pop()
    return node


def _is_plain(control: _Element) -> bool:
    """Whether a content control holds plain text, in which Word allows no comments."""
    properties = control.find(n.SDT_PR)
    return properties is not None and any(properties.find(tag) is not None for tag in _PLAIN_CONTROLS)
