"""Paragraphs to lines: properties, automatic number and text of each, counted in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx import names as n
from jixiao.formats.docx.text import Line, TextReader

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jixiao.formats.docx.numbering import Numbering
    from jixiao.formats.docx.styles import Style, Styles
    from jixiao.formats.numbering import Label

_MARK_DELETED = (f"{n.R_PR}/{n.DEL}", f"{n.R_PR}/{n.MOVE_FROM}")
_STYLE = n.W + "pStyle"
_NUMBERING = n.W + "numPr"
_OUTLINE = n.W + "outlineLvl"
_NUM_ID = n.W + "numId"
_LEVEL = n.W + "ilvl"


class Paragraph:
    """What was read of one paragraph; where it is ``unended``, a tracked change deleted its end."""

    __slots__ = ("label", "line", "outline", "style", "unended")

    def __init__(self, line: Line, style: Style) -> None:
        self.line = line
        self.style = style
        self.label: Label | None = None
        self.outline: int | None = None
        self.unended = False


class ParagraphReader:
    """Reads paragraphs with the styles and lists of the document; each must be passed once, in order."""

    def __init__(self, styles: Styles, numbering: Numbering, *, revised: bool) -> None:
        self._styles = styles
        self._numbering = numbering
        self._revised = revised

    def read(self, element: _Element, text: TextReader, carried: Line | None) -> Paragraph:
        """The paragraph; ``carried`` is the text of paragraphs before it whose ends were deleted."""
        line = carried or Line(element)
        line.paragraph = element
        text.read(element, line)
        properties = element[0] if len(element) and element[0].tag == n.P_PR else None
        key: str | None = None
        outline: int | None = None
        own: _Element | None = None
        if properties is not None:
            for child in properties:
                tag = child.tag
                if tag == _STYLE:
                    key = child.get(n.VAL)
                elif tag == _NUMBERING:
                    own = child
                elif tag == _OUTLINE:
                    outline = small(child.get(n.VAL))
        style = self._styles.get(key)
        paragraph = Paragraph(line, style)
        if self._revised and properties is not None:
            paragraph.unended = any(properties.find(path) is not None for path in _MARK_DELETED)
            if paragraph.unended:
                return paragraph
        paragraph.outline = style.outline if outline is None else outline
        if own is not None or style.num_id is not None:
            paragraph.label = self._label(own, style, key)
        self.finish(paragraph)
        return paragraph

    @staticmethod
    def finish(paragraph: Paragraph) -> None:
        """Complete the text of the line with the automatic number."""
        label = paragraph.label
        if label is None:
            paragraph.line.finish()
        else:
            paragraph.line.finish(label.text, tight=label.suffix == "nothing")

    def _label(self, own: _Element | None, style: Style, key: str | None) -> Label | None:
        num_id, level = style.num_id, style.level
        if own is not None:
            own_id, own_level = own.find(_NUM_ID), own.find(_LEVEL)
            if own_level is not None:
                level = small(own_level.get(n.VAL))
            if own_id is not None:
                num_id = own_id.get(n.VAL)
                level = level or 0
        if num_id is None or num_id == "0":
            return None
        return self._numbering.label(num_id, level, key or self._styles.default)


def small(text: str | None) -> int | None:
    """A level from 0 to 9."""
    return int(text) if text is not None and len(text) == 1 and text.isascii() and text.isdecimal() else None
