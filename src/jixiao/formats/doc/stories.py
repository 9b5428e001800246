"""The stories of a document as paragraphs: the body with its text boxes, then the notes."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from jixiao.core.errors import ReadError
from jixiao.formats.doc.characters import marked_runs
from jixiao.formats.doc.fib import Fib
from jixiao.formats.doc.lists import Lists
from jixiao.formats.doc.paragraphs import ParagraphTable
from jixiao.formats.doc.pieces import Pieces
from jixiao.formats.doc.shown import Shown
from jixiao.formats.doc.styles import Styles
from jixiao.formats.flat.assembling import Assembler
from jixiao.formats.flat.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.formats.doc.paragraphs import Properties
    from jixiao.formats.doc.styles import Style
    from jixiao.formats.flat.paragraph import End
    from jixiao.formats.numbering import Label

_END: Final = re.compile("[\r\x07\x0c]")
_CELL, _SECTION, _DRAWN = "\x07", "\x0c", "\x08"
_NOTES: Final = (("footnotes", "footnote_references", "脚注"), ("endnotes", "endnote_references", "尾注"))
_ANCHOR_BYTES: Final = 26
_SECTION_BYTES: Final = 12
_BOX_BYTES: Final = 22
_BOX_SPARE, _BOX_SHAPE = 8, 14


class Stories:
    """Reads a file once; then ``assembler.blocks`` and ``notes`` (what could not be read) are filled."""

    def __init__(self, data: bytes) -> None:
        self.assembler = Assembler()
        self.notes: list[str] = []
        self._fib = Fib(data)
        pieces = Pieces(self._fib)
        self._shown = Shown(pieces.text, marked_runs(self._fib, pieces))
        self._paragraphs = ParagraphTable(self._fib, pieces)
        self._styles = Styles(self._fib)
        self._lists = Lists(self._fib)
        self._sections: frozenset[int] = frozenset()
        self._boxes: dict[int, tuple[int, int]] = {}
        self._anchors: dict[int, int] = {}
        self._drawings = 0

    def read(self) -> None:
        """Read all stories.

        Raises:
            ReadError: ``damaged_document``, ``too_large``.
        """
        self._sections = frozenset(self._fib.positions("sections", _SECTION_BYTES)[0])
        try:
            self._find_boxes()
        except ReadError:
            self.notes.append("文本框的位置无法读取，其中的内容没有读取。")
        for name in ("body", "footnotes", "endnotes", "textboxes"):
            self._shown.fields(*self._story(name))
        start, stop = self._story("body")
        self._shown.count(start, stop)
        self.assembler.story(self._between(start, stop), "body")
        for box in list(self._boxes):  # anchored in nothing that was found, such as a group of shapes
            self._box(box)
        for name, references, what in _NOTES:
            try:
                self._read_notes(name, references)
            except ReadError:
                self.notes.append(f"{what}的位置无法读取，其中的内容没有读取。")
        self._tell()

    def _story(self, name: str) -> tuple[int, int]:
        """The bounds of a story, within the text that there is."""
        start, stop = self._fib.story(name)
        length = len(self._shown.text)
        return min(start, length), min(stop, length)

    # --- paragraphs ---

    def _between(self, start: int, stop: int) -> Iterator[Paragraph]:
        """The paragraphs from one character to another."""
        text = self._shown.text
        for found in _END.finditer(text, start, stop):
            place, sign = found.start(), found.group()
            if sign == _SECTION and place + 1 not in self._sections:
                continue  # a page break within a paragraph
            yield self._paragraph(start, place, sign)
            start = place + 1
        if start < stop:
            yield Paragraph(self._shown.between(start, stop))

    def _paragraph(self, start: int, place: int, sign: str) -> Paragraph:
        properties = self._paragraphs.at(place)
        depth = 1 if sign == _CELL else properties.depth
        end: End = "paragraph"
        if depth and properties.ends_row:
            end = "row"
        elif sign == _CELL or (depth and properties.ends_cell):
            end = "cell"
        deleted = self._shown.is_deleted(place)
        if end == "row":
            return Paragraph("", depth, end, rules=list(properties.rules), dropped=deleted)
        style = self._styles.get(properties.style)
        paragraph = Paragraph(self._shown.between(start, place), depth, end, style=style.name)
        paragraph.outline = style.outline if properties.outline is None else properties.outline
        paragraph.joined = deleted and end == "paragraph"
        if not paragraph.joined:
            paragraph.label = self._label(properties, style)
        at = self._shown.text.find(_DRAWN, start, place)
        while at >= 0:
            self._drawing(at, paragraph)
            at = self._shown.text.find(_DRAWN, at + 1, place)
        return paragraph

    def _label(self, properties: Properties, style: Style) -> Label | None:
        number, level = properties.list_number, properties.level
        if number is None:
            number = style.list_number
            level = style.level if level is None else level
        elif level is None:
            level = style.level or 0
        return None if not number else self._lists.label(number, level, properties.style)

    # --- text boxes and other drawings ---

    def _find_boxes(self) -> None:
        first, end = self._story("textboxes")
        _, records = self._fib.positions("textboxes", _BOX_BYTES)
        for number, (start, stop) in enumerate(self._fib.ranges("textboxes", end - first)):
            record = _BOX_BYTES * number
            if start < stop and not records.u16(record + _BOX_SPARE):
                self._boxes[records.u32(record + _BOX_SHAPE)] = first + start, first + stop
        places, anchors = self._fib.positions("anchors", _ANCHOR_BYTES)
        for number, place in enumerate(places[:-1]):
            self._anchors[place] = anchors.u32(_ANCHOR_BYTES * number)

    def _drawing(self, place: int, paragraph: Paragraph) -> None:
        """Something drawn: a text box is read behind the paragraph, anything else is counted."""
        shape = self._anchors.get(place)
        if shape in self._boxes:
            if self._shown.is_hidden(place):
                del self._boxes[shape]
            else:
                paragraph.anchored.append(partial(self._box, shape))
        elif shape is not None and not self._shown.is_hidden(place):
            self._drawings += 1

    def _box(self, shape: int) -> None:
        bounds = self._boxes.pop(shape, None)
        if bounds is not None:
            self.assembler.story(self._between(*bounds), "textbox")

    # --- notes ---

    def _read_notes(self, name: str, references: str) -> None:
        first, end = self._story(name)
        if first == end:
            return
        places, _ = self._fib.positions(references, 2)
        for place, (start, stop) in zip(places[:-1], self._fib.ranges(name, end - first), strict=False):
            if place < len(self._shown.text) and not self._shown.is_hidden(place):
                self.assembler.story(self._between(first + start, first + stop), "footnote")

    def _tell(self) -> None:
        unread = (
            (self._shown.pictures, "图片"),
            (self._drawings, "图形"),
            (self._shown.objects, "嵌入的其他文档或图表"),
        )
        for count, what in unread:
            if count:
                self.notes.append(f"文档中有 {count} 处{what}，其中的内容没有读取。")
        if self._lists.broken:
            self.notes.append("自动编号的规则无法全部读取，有些段落可能缺少编号。")
        if self._styles.broken:
            self.notes.append("样式无法全部读取，有些标题可能没有认出。")
        if self._paragraphs.incomplete:
            self.notes.append("有些表格的属性无法读取，单元格的位置可能不准。")
