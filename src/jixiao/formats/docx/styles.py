"""Paragraph styles: which are headings, which carry automatic numbers, what they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jixiao.formats.docx.names import W
from jixiao.formats.docx.values import value_of, whole
from jixiao.formats.kinds import BODY_TEXT_LEVEL

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLE_ID = W + "styleId"
_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, its ancestors included; ``outline`` is 0 for the highest heading, None if unsaid."""

    name: str = ""
    outline: int | None = None
    num_id: str | None = None
    level: int | None = None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: _Element | None) -> None:
        self._raw: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self.default: str | None = None
        if root is None:
            return
        for style in root.iterchildren(W + "style"):
            key = style.get(_STYLE_ID)
            if key is None:
                continue
            self._raw.setdefault(key, style)
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self.default = key

    def get(self, key: str | None) -> Style:
        """The style of this id, or an empty one; the default style where a paragraph names none."""
        key = key or self.default
        if key is None:
            return _EMPTY
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._resolve(key)
        return found

    def _resolve(self, key: str) -> Style:
        """Walk up the chain of based-on styles, which may be broken or run in a circle."""
        name = ""
        outline: int | None = None
        num_id: str | None = None
        level: int | None = None
        seen: set[str] = set()
        current: str | None = key
        while current is not None and current not in seen and len(seen) < _DEPTH:
            seen.add(current)
            style = self._raw.get(current)
            if style is None:
                break
            own = value_of(style, "name") or ""
            name = name or own
            if outline is None:
                outline = _outline(style, own)
            numbering = style.find(f"{W}pPr/{W}numPr")
            if numbering is not None:
                num_id = num_id or value_of(numbering, "numId")
                if level is None:
                    level = whole(value_of(numbering, "ilvl"), BODY_TEXT_LEVEL)
            current = value_of(style, "basedOn")
        return Style(name.lower(), outline, num_id, level)


_EMPTY = Style()
_START = b"<w:style "
_END = b"</w:style>"
_TYPE = re.compile(rb'w:type="(?:table|character)"')


def without_table_styles(data: bytes) -> bytes:
    """The XML of the styles without those of tables and characters, by far the most of it in many files."""
    if _START not in data:
        return data
    first, *styles = data.split(_START)
    kept = [first]
    for style in styles:
        if _TYPE.search(style, 0, style.find(b">")) is None:
            kept.append(_START + style)
        else:
            kept.append(style[style.rfind(_END) + len(_END) :] if _END in style else b"")
    return b"".join(kept)


def _outline(style: _Element, name: str) -> int | None:
    properties = style.find(W + "pPr")
    if properties is not None:
        level = whole(value_of(properties, "outlineLvl"), BODY_TEXT_LEVEL)
        if level is not None:
            return level
    lowered = name.lower()
    if lowered.startswith("heading ") and lowered[8:].isdecimal():
        return int(lowered[8:]) - 1
    return None
