"""The blocks of a document in reading order, each with its sources: the elements that its characters come from."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.core.document import Block, Cell
from jixiao.core.errors import ReadError
from jixiao.formats.docx import names as n
from jixiao.formats.docx.charts import read_chart
from jixiao.formats.docx.kinds import Kind, classify
from jixiao.formats.docx.numbering import Label, Numbering
from jixiao.formats.docx.package import Package
from jixiao.formats.docx.styles import Style, Styles
from jixiao.formats.docx.tables import Slot, read_grid
from jixiao.formats.docx.text import Line, TextReader

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 30
_WRAPPERS = frozenset((n.INS, n.MOVE_TO, n.CUSTOM_XML, n.SMART_TAG, n.SDT_CONTENT))
_MARK_DELETED = (f"{n.P_PR}/{n.R_PR}/{n.DEL}", f"{n.P_PR}/{n.R_PR}/{n.MOVE_FROM}")
_GALLERY = f"{n.SDT_PR}/{n.W}docPartObj/{n.W}docPartGallery"
_NOTE_KINDS = ((n.FOOTNOTE_REFERENCE, "footnotes", "脚注"), (n.ENDNOTE_REFERENCE, "endnotes", "尾注"))


@dataclass(slots=True)
class Source:
    """Where a block stands: its lines, or those of its cells by row and column; ``anchor`` is a paragraph of the body."""

    anchor: "_Element | None"
    lines: list[Line] = field(default_factory=list)
    cells: dict[tuple[int, int], list[Line]] = field(default_factory=dict)


@dataclass(slots=True)
class _Story:
    """Where blocks go at the moment: the part of the document, and the body paragraph that comments can stand on."""

    text: TextReader
    part: str
    anchor: "_Element | None" = None
    later: "list[tuple[_Element, _Element]]" = field(default_factory=list)
    """Nested tables, text boxes and charts that come after the block at hand, with their paragraphs."""
    carried: Line | None = None
    """Text of a paragraph whose end was deleted: it goes on in the next."""
    dropped: int = 0
    """Inside a table of contents."""


class Walker:
    """Walks through a package once; afterwards ``blocks``, ``sources`` (side by side) and ``notes`` are filled."""

    def __init__(self, package: Package) -> None:
        self.blocks: list[Block] = []
        self.sources: list[Source] = []
        self.notes = package.notes
        self._package = package
        data = package.bytes(package.main)
        self._hidden = b":vanish" in data or not data.startswith(b"<")
        self._revised = b":del" in data or b":moveFrom" in data or not data.startswith(b"<")
        self.root = package.root(package.main)
        self._styles = Styles(package.optional("styles", "样式"))
        self._numbering = Numbering(package.optional("numbering", "自动编号"), self._styles)
        self._tables = 0
        self._unread: dict[str, int] = {}
        self._references: list[tuple[_Element, _Element]] = []

    def walk(self) -> None:
        """Read body and notes.

        Raises:
            ReadError: there is no body.
        """
        body = self.root.find(n.BODY)
        if body is None:
            raise ReadError(
                "no_body",
                "Word 文档没有正文内容（缺少 w:body）。请用 Word 或 WPS 打开并另存为 docx。",
                "The Word document has no body (w:body is missing). Open it in Word or WPS and save it as docx.",
            )
        story = _Story(TextReader(self.root, has_hidden=self._hidden), "body")
        self._elements(body, story, 0)
        if story.carried is not None:
            self._close(story.carried, story, None)
        self._read_notes()
        for what, count in self._unread.items():
            self.notes.append(f"文档中有 {count} 处{what}，其中的内容没有读取。")

    def _elements(self, parent: "_Element", story: _Story, depth: int) -> None:
        for child in parent:
            tag = child.tag
            if tag == n.P:
                self._paragraph(child, story)
                if story.later:
                    self._flush(story, depth)
            elif tag == n.TBL:
                self._table(child, story, depth)
            elif tag == n.SDT:
                self._control(child, story, depth)
            elif tag in _WRAPPERS or tag == n.ALTERNATE:
                inner = child.find(n.CHOICE) if tag == n.ALTERNATE else child
                if inner is not None and self._shallow(depth):
                    self._elements(inner, story, depth + 1)
            elif tag == n.ALT_CHUNK:
                self._miss("嵌入的其他文档")

    def _control(self, control: "_Element", story: _Story, depth: int) -> None:
        """A content control; Word's own tables of contents stand in one."""
        content = control.find(n.SDT_CONTENT)
        if content is None or not self._shallow(depth):
            return
        gallery = control.find(_GALLERY)
        contents = gallery is not None and gallery.get(n.VAL) == "Table of Contents"
        story.dropped += contents
        self._elements(content, story, depth + 1)
        story.dropped -= contents

    def _shallow(self, depth: int) -> bool:
        if depth >= _DEEPEST:
            self._miss("嵌套过深的内容")
        return depth < _DEEPEST

    # --- paragraphs ---

    def _paragraph(self, paragraph: "_Element", story: _Story) -> None:
        line = story.carried or Line(paragraph)
        line.paragraph = paragraph
        story.text.read(paragraph, line)
        story.carried = None
        if self._revised and any(paragraph.find(path) is not None for path in _MARK_DELETED):
            story.carried = line
            return
        self._close(line, story, paragraph.find(n.P_PR))

    def _close(self, line: Line, story: _Story, properties: "_Element | None") -> None:
        style, label = self._finish(line, properties)
        anchor = line.paragraph if story.anchor is None else story.anchor
        if line.shown and not story.dropped and not (style.name.startswith("toc ") and style.outline is None):
            kind = classify(line.shown, style, label, _own_outline(properties))
            self._add_text(line, kind, story.part, anchor)
        self._set_aside(line, story)

    def _finish(self, line: Line, properties: "_Element | None") -> tuple[Style, Label | None]:
        """Complete the text of a line with its automatic number."""
        key = None
        own: _Element | None = None
        if properties is not None:
            named = properties.find(n.W + "pStyle")
            key = None if named is None else named.get(n.VAL)
            own = properties.find(n.W + "numPr")
        style = self._styles.get(key)
        num_id, level = style.num_id, style.level
        if own is not None:
            own_id, own_level = own.find(n.W + "numId"), own.find(n.W + "ilvl")
            num_id = num_id if own_id is None else own_id.get(n.VAL)
            level = level if own_level is None else _small(own_level.get(n.VAL))
            if own_id is not None and level is None:
                level = 0
        label = None
        if num_id is not None and num_id != "0":
            label = self._numbering.label(num_id, level, key or self._styles.default)
        if label is None:
            line.finish()
        else:
            line.finish(label.text, tight=label.suffix == "nothing")
        return style, label

    def _add_text(self, line: Line, kind: Kind, part: str, anchor: "_Element") -> None:
        self.blocks.append(
            Block(
                index=len(self.blocks),
                kind=kind.kind,
                text=line.shown,
                level=kind.level,
                number=kind.number,
                part=part,
            )
        )
        self.sources.append(Source(anchor, [line]))

    def _set_aside(self, line: Line, story: _Story) -> None:
        """Remember what is anchored in the paragraph for after it."""
        if line.references:
            anchor = line.paragraph if story.anchor is None else story.anchor
            self._references += [(reference, anchor) for reference in line.references]
        for element in line.embedded:
            story.later.append((element, line.paragraph))

    # --- tables ---

    def _table(self, table: "_Element", story: _Story, depth: int) -> None:
        if not self._shallow(depth):
            return

        def read_cell(cell: "_Element") -> list[Line]:
            lines: list[Line] = []
            self._cell(cell, story, lines, 0)
            return lines

        slots = read_grid(table, read_cell)
        later, story.later = story.later, []
        if slots and not story.dropped and any(slot.lines for slot in slots):
            self._add_table(slots, story)
        story.later = later
        self._flush(story, depth)

    def _cell(self, parent: "_Element", story: _Story, lines: list[Line], depth: int) -> None:
        """The paragraphs of a cell; tables in it come after the outer one."""
        carried: Line | None = None
        for child in parent:
            tag = child.tag
            if tag == n.P:
                line = carried or Line(child)
                line.paragraph = child
                story.text.read(child, line)
                carried = None
                if self._revised and any(child.find(path) is not None for path in _MARK_DELETED):
                    carried = line
                    continue
                self._finish(line, child.find(n.P_PR))
                self._set_aside(line, story)
                if line.shown:
                    lines.append(line)
            elif tag == n.TBL:
                story.later.append((child, child))
            elif tag == n.SDT or tag in _WRAPPERS or tag == n.ALTERNATE:
                inner = (
                    child.find({n.SDT: n.SDT_CONTENT, n.ALTERNATE: n.CHOICE}[tag])
                    if tag in (n.SDT, n.ALTERNATE)
                    else child
                )
                if inner is not None and depth < _DEEPEST:
                    self._cell(inner, story, lines, depth + 1)

    def _add_table(self, slots: list[Slot], story: _Story) -> None:
        cells = tuple(
            Cell(slot.row, slot.column, slot.text, slot.row_span, slot.column_span) for slot in slots
        )
        anchor = story.anchor
        if anchor is None:
            anchor = next((line.paragraph for slot in slots for line in slot.lines), None)
        self._add_grid("table", "", cells, story.part, anchor)
        self.sources[-1].cells = {(slot.row, slot.column): slot.lines for slot in slots}

    def _add_grid(
        self, kind: str, title: str, cells: tuple[Cell, ...], part: str, anchor: "_Element | None"
    ) -> None:
        self.blocks.append(
            Block(
                index=len(self.blocks),
                kind="chart" if kind == "chart" else "table",
                text=title,
                cells=cells,
                part=part,
                table=self._tables,
            )
        )
        self.sources.append(Source(anchor))
        self._tables += 1

    # --- what is anchored in paragraphs ---

    def _flush(self, story: _Story, depth: int) -> None:
        """Read the nested tables, text boxes and charts that were set aside."""
        later, story.later = story.later, []
        for element, paragraph in later:
            tag = element.tag
            if tag == n.TBL:
                self._table(element, story, depth + 1)
            elif tag == n.TXBX_CONTENT:
                anchor = paragraph if story.anchor is None else story.anchor
                if self._shallow(depth):
                    inner = _Story(story.text, "textbox", anchor, dropped=story.dropped)
                    self._elements(element, inner, depth + 1)
                    if inner.carried is not None:
                        self._close(inner.carried, inner, None)
            elif tag == n.CHART:
                if not story.dropped:
                    self._chart(element, paragraph if story.anchor is None else story.anchor)
            elif tag == n.BLIP:
                self._miss("图片")
            else:
                self._miss("图示或新式图表" if tag in (n.DIAGRAM, n.CHART_EX) else "嵌入的其他文档")

    def _chart(self, element: "_Element", anchor: "_Element") -> None:
        found = self._package.relationships.get(element.get(n.R_ID, ""))
        name = None if found is None else self._package.name(found.target)
        root = None if name is None else self._package.attempt(lambda: self._package.root(name), "图表")
        if root is None:
            if name is None:
                self._miss("图表")
            return
        title, cells = read_chart(root)
        if cells or title:
            self._add_grid("chart", title, cells, "chart", anchor)

    # --- notes at the foot and at the end ---

    def _read_notes(self) -> None:
        references, self._references = self._references, []
        for tag, kind, what in _NOTE_KINDS:
            wanted = [(reference, anchor) for reference, anchor in references if reference.tag == tag]
            root = self._package.optional(kind, what) if wanted else None
            if root is None:
                continue
            notes = {
                note.get(n.W + "id"): note for note in root if note.tag in (n.W + "footnote", n.W + "endnote")
            }
            reader = TextReader(root)
            for reference, anchor in wanted:
                note = notes.pop(reference.get(n.W + "id"), None)
                if note is not None:
                    story = _Story(reader, "footnote", anchor)
                    self._elements(note, story, 0)
                    if story.carried is not None:
                        self._close(story.carried, story, None)

    def _miss(self, what: str) -> None:
        self._unread[what] = self._unread.get(what, 0) + 1


def _own_outline(properties: "_Element | None") -> int | None:
    found = None if properties is None else properties.find(n.W + "outlineLvl")
    return None if found is None else _small(found.get(n.VAL))


def _small(text: str | None) -> int | None:
    """A level from 0 to 9."""
    return int(text) if text is not None and len(text) == 1 and text.isascii() and text.isdecimal() else None


def paragraphs_of(lines: Iterable[Line]) -> "Iterator[_Element]":
    """The paragraphs that the lines end in."""
    for line in lines:
        yield line.paragraph
