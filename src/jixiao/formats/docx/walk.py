"""The blocks of a document in reading order, each with its sources: the elements its characters come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.core.document import Block, Cell
from jixiao.core.errors import ReadError
from jixiao.formats.docx import names as n
from jixiao.formats.docx.bookmarks import PREFIX as FIGURE_PREFIX
from jixiao.formats.docx.charts import read_chart
from jixiao.formats.docx.numbering import Numbering
from jixiao.formats.docx.paragraphs import Paragraph, ParagraphReader
from jixiao.formats.docx.styles import Styles, without_table_styles
from jixiao.formats.docx.tables import read_grid
from jixiao.formats.docx.text import Line, TextReader
from jixiao.formats.kinds import kind_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jixiao.formats.docx.package import Package

_DEEPEST = 30
_WRAPPERS = frozenset((n.INS, n.MOVE_TO, n.CUSTOM_XML, n.SMART_TAG, n.SDT_CONTENT))
_GALLERY = f"{n.SDT_PR}/{n.W}docPartObj/{n.W}docPartGallery"
_NOTES = ((n.FOOTNOTE_REFERENCE, "footnotes", "脚注"), (n.ENDNOTE_REFERENCE, "endnotes", "尾注"))
_NOTE = (n.W + "footnote", n.W + "endnote")
_CONTENTS_STYLE = "toc "


@dataclass(slots=True)
class Source:
    """Where a block stands: its line, or those of its cells by row and column; ``anchor`` is in the body."""

    anchor: _Element | None
    lines: list[Line] = field(default_factory=list)
    cells: dict[tuple[int, int], list[Line]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart that was read: the number of its block, the name and the root element of its part."""

    block: int
    part: str
    root: _Element


@dataclass(slots=True)
class _Story:
    """Where blocks go at the moment; ``anchor`` is the body paragraph of a text box or note."""

    text: TextReader
    part: str
    anchor: _Element | None = None
    dropped: int = 0
    """Inside a table of contents."""
    later: list[tuple[_Element, _Element]] = field(default_factory=list)
    """Nested tables, text boxes and charts that come after the block at hand, with their paragraphs."""
    carried: Line | None = None
    """Text of a paragraph whose end was deleted: it goes on in the next."""


class Walker:
    """Walks through a package once; then ``blocks``, ``sources`` (side by side) and ``notes`` are filled."""

    def __init__(self, package: Package) -> None:
        self.blocks: list[Block] = []
        self.sources: list[Source] = []
        self.charts: list[DrawnChart] = []
        self.notes = package.notes
        self._package = package
        data = package.part(package.main)
        simple = data.startswith(b"<")  # else UTF-16, where the searches below find nothing
        self._hidden = not simple or b"vanish" in data
        self.has_figures = not simple or FIGURE_PREFIX.encode() in data
        self.root = package.root(package.main)
        styles = Styles(package.optional("styles", "样式", without_table_styles))
        numbering = Numbering(package.optional("numbering", "自动编号"), styles)
        revised = not simple or b":del" in data or b":moveFrom" in data
        self._paragraphs = ParagraphReader(styles, numbering, revised=revised)
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
                "The Word document has no body (w:body is missing). Open it in Word or WPS and save it.",
            )
        self._read_story(body, _Story(TextReader(self.root, has_hidden=self._hidden), "body"), 0)
        self._read_notes()
        for what, count in self._unread.items():
            self.notes.append(f"文档中有 {count} 处{what}，其中的内容没有读取。")

    def _read_story(self, parent: _Element, story: _Story, depth: int) -> None:
        self._elements(parent, story, depth)
        if story.carried is not None:  # nothing follows that it could join
            story.carried.finish()
            self._add_text(Paragraph(story.carried, Styles(None).get(None)), story)

    def _elements(self, parent: _Element, story: _Story, depth: int) -> None:
        for child in parent:
            tag = child.tag
            if tag == n.P:
                self._paragraph(child, story)
                if story.later:
                    self._flush(story, depth)
            elif tag == n.TBL:
                self._table(child, story, depth)
            elif (inner := _content(child)) is not None:
                if self._shallow(depth):
                    contents = _is_contents(child)
                    story.dropped += contents
                    self._elements(inner, story, depth + 1)
                    story.dropped -= contents
            elif tag == n.ALT_CHUNK:
                self._miss("嵌入的其他文档")

    def _shallow(self, depth: int) -> bool:
        if depth >= _DEEPEST:
            self._miss("嵌套过深的内容")
        return depth < _DEEPEST

    # --- paragraphs ---

    def _paragraph(self, element: _Element, story: _Story) -> None:
        paragraph = self._paragraphs.read(element, story.text, story.carried)
        story.carried = paragraph.line if paragraph.unended else None
        if not paragraph.unended:
            self._add_text(paragraph, story)

    def _add_text(self, paragraph: Paragraph, story: _Story) -> None:
        line = paragraph.line
        anchor = line.paragraph if story.anchor is None else story.anchor
        if line.shown and not story.dropped and not paragraph.style.name.startswith(_CONTENTS_STYLE):
            kind, level, number = kind_of(
                line.shown, paragraph.label, paragraph.outline, paragraph.style.name
            )
            self.blocks.append(
                Block(len(self.blocks), kind, line.shown, level=level, number=number, part=story.part)
            )
            self.sources.append(Source(anchor, [line]))
        if line.embedded or line.references:
            self._set_aside(line, story)

    def _set_aside(self, line: Line, story: _Story) -> None:
        """Remember what is anchored in the paragraph for after it."""
        anchor = line.paragraph if story.anchor is None else story.anchor
        self._references += [(reference, anchor) for reference in line.references]
        story.later += [(element, line.paragraph) for element in line.embedded]

    # --- tables ---

    def _table(self, table: _Element, story: _Story, depth: int) -> None:
        if not self._shallow(depth):
            return

        def read_cell(cell: _Element) -> list[Line]:
            lines: list[Line] = []
            self._cell(cell, story, lines, 0)
            return lines

        outer, story.later = story.later, []
        slots = read_grid(table, read_cell)
        if not story.dropped and any(slot.lines for slot in slots):
            anchor = story.anchor
            if anchor is None:
                anchor = next(line.paragraph for slot in slots for line in slot.lines)
            cells = tuple(
                Cell(slot.row, slot.column, slot.text, slot.row_span, slot.column_span) for slot in slots
            )
            self._add_grid("table", "", cells, story.part, anchor)
            self.sources[-1].cells = {(slot.row, slot.column): slot.lines for slot in slots}
        self._flush(story, depth)
        story.later = outer

    def _cell(self, parent: _Element, story: _Story, lines: list[Line], depth: int) -> None:
        """The paragraphs of a cell; tables in it come after the outer one."""
        carried: Line | None = None
        for child in parent:
            tag = child.tag
            if tag == n.P:
                paragraph = self._paragraphs.read(child, story.text, carried)
                line = paragraph.line
                carried = line if paragraph.unended else None
                if paragraph.unended:
                    continue
                if line.embedded or line.references:
                    self._set_aside(line, story)
                if line.shown:
                    lines.append(line)
            elif tag == n.TBL:
                story.later.append((child, child))
            elif (inner := _content(child)) is not None and depth < _DEEPEST:
                self._cell(inner, story, lines, depth + 1)
        if carried is not None and carried.finish():
            lines.append(carried)

    def _add_grid(self, kind: str, title: str, cells: tuple[Cell, ...], part: str, anchor: _Element) -> None:
        self.blocks.append(
            Block(
                len(self.blocks),
                "chart" if kind == "chart" else "table",
                title,
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
            anchor = paragraph if story.anchor is None else story.anchor
            if tag == n.TBL:
                self._table(element, story, depth + 1)
            elif tag == n.TXBX_CONTENT:
                if self._shallow(depth):
                    self._read_story(element, _Story(story.text, "textbox", anchor, story.dropped), depth + 1)
            elif story.dropped:
                continue
            elif tag == n.CHART:
                self._chart(element, anchor)
            elif tag == n.BLIP:
                self._miss("图片")
            else:
                self._miss("图示或新式图表" if tag in (n.DIAGRAM, n.CHART_EX) else "嵌入的其他文档")

    def _chart(self, element: _Element, anchor: _Element) -> None:
        found = self._package.relationships.get(element.get(n.R_ID, ""))
        name = None if found is None else self._package.name(found.target)
        root = None if name is None else self._package.attempt(name, "图表")
        if root is not None:
            title, cells = read_chart(root)
            if cells or title:
                self._add_grid("chart", title, cells, "chart", anchor)
            if cells and name is not None:
                self.charts.append(DrawnChart(len(self.blocks) - 1, name, root))
        elif name is None:
            self._miss("图表")

    # --- notes at the foot and at the end ---

    def _read_notes(self) -> None:
        references, self._references = self._references, []
        for tag, part, what in _NOTES:
            wanted = [(reference, anchor) for reference, anchor in references if reference.tag == tag]
            root = self._package.optional(part, what) if wanted else None
            if root is None:
                continue
            notes = {note.get(n.W + "id"): note for note in root if note.tag in _NOTE}
            reader = TextReader(root)
            for reference, anchor in wanted:
                note = notes.pop(reference.get(n.W + "id"), None)
                if note is not None:
                    self._read_story(note, _Story(reader, "footnote", anchor), 0)

    def _miss(self, what: str) -> None:
        self._unread[what] = self._unread.get(what, 0) + 1


def _content(element: _Element) -> _Element | None:
    """What counts of an element that only wraps paragraphs and tables."""
    tag = element.tag
    if tag == n.SDT:
        return element.find(n.SDT_CONTENT)
    if tag == n.ALTERNATE:
        choice = element.find(n.CHOICE)
        return element.find(n.FALLBACK) if choice is None else choice
    return element if tag in _WRAPPERS else None


def _is_contents(element: _Element) -> bool:
    """Whether a content control is one of Word's own tables of contents."""
    gallery = element.find(_GALLERY) if element.tag == n.SDT else None
    return gallery is not None and gallery.get(n.VAL) == "Table of Contents"
