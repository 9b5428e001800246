"""The blocks of a Document as the body of the main part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jixiao.core.look import Look
from jixiao.formats.docx.write.captions import Captions
from jixiao.formats.docx.write.contents import Contents, contents_title
from jixiao.formats.docx.write.headings import HeadingNumbers, is_part
from jixiao.formats.docx.write.layout import Layout
from jixiao.formats.docx.write.paragraphs import Shape, paragraph
from jixiao.formats.docx.write.sections import EMU, PITCH, TEXT_WIDTH, section
from jixiao.formats.docx.write.signing import signing
from jixiao.formats.docx.write.tables import LAST_ROWS, WIDEST, row_heights, table
from jixiao.formats.docx.write.text import Bookmarks, marked, numbered, run, shifted
from jixiao.formats.docx.write.titles import title_indents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block, Cell
    from jixiao.formats.docx.write.drawings.drawer import Drawer

_PLAIN = Look()
_STYLES = {
    "body": "BodyText",
    "title": "Title",
    "subtitle": "Subtitle",
    "caption": "Caption",
    "unit": "UnitLine",
    "note": "TableNote",
    "attachment": "AttachmentMark",
    "signature": "Signature",
    "seal": "SealLine",
    "date": "Date",
    "contents": "TOCHeading",
}
_HEADS = ("title", "subtitle")
_BELOW_FORM_HEAD = 120
"""Room between the title of a form and its table, in twentieths of a point: no empty lines as in papers."""
_INDENT = 'w:left="0" w:firstLineChars="200" w:firstLine="640"'
"""Of a heading outside the list: with the number some programs also take away the indent of the style."""
_NO_INDENT = 'w:left="0" w:firstLineChars="0" w:firstLine="0"'
_SEPARATOR = Shape("Separator")
"""Of an empty line between tables, which would else become one, and where a section ends after a table."""
_LINE = Shape("BodyText")
_BELOW_TABLE = 240
"""Room between a table and the text below it, in twentieths of a point."""
_AFTER_TABLE = frozenset(("BodyText", *(f"Heading{level}" for level in range(1, 10))))
_HEIGHT = re.compile(r'<wp:extent cx="\d+" cy="(\d+)"')


@dataclass(slots=True)
class Body:
    """Writes the blocks of a document; ask ``write`` once.

    ``references`` are those of the sections to headers and footers; ``drawer`` draws charts and diagrams;
    ``live_contents`` as in `Contents`. Afterwards ``headings`` knows which lists were needed.
    """

    blocks: Sequence[Block]
    references: str
    drawer: Drawer
    live_contents: bool = False
    headings: HeadingNumbers = field(default_factory=HeadingNumbers)
    _bookmarks: Bookmarks = field(default_factory=Bookmarks)
    _captions: Captions = field(default_factory=Captions)
    _contents: Contents = field(init=False)
    _layout: Layout = field(init=False)
    _shown: list[str] = field(default_factory=list)
    _open: tuple[str, Shape] | None = None
    """The last paragraph, while a section may still end with it."""
    _page: str = "portrait"
    _kept_table: bool = False
    """Whether the last table stays on one page with what follows."""
    _tables_of_contents: list[tuple[int, Block, bool]] = field(default_factory=list)
    """Where in ``_shown``, for which block, and whether on a new page."""

    def write(self) -> str:
        """The content of ``w:body``."""
        blocks = self.blocks
        if blocks:
            self._page = _look(blocks[0]).page or "portrait"
        self._contents = Contents(blocks, live=self.live_contents)
        self._layout = Layout(self._page, wanted=self._contents.wanted)
        for number, block in enumerate(blocks):
            look = _look(block)
            turns = look.page not in ("", self._page)
            if turns:
                self._end_section()
                self._page = look.page
                self._layout.turn(look.page)
            after_contents = number > 0 and _look(blocks[number - 1]).style == "contents"
            begins = after_contents or (look.page != "" and number > 0)
            self._block(number, block, look, new_page=begins and not turns)
        if self._open is None:  # a table cannot come last
            self._separate()
        self._close()
        self._fill_contents()
        return "".join(self._shown) + section(self._page, self._take_references())

    def _block(self, number: int, block: Block, look: Look, *, new_page: bool) -> None:
        drawn = self.drawer.run(block, TEXT_WIDTH[self._page])
        if drawn:
            self._add(drawn, Shape("Figure", new_page=new_page))
            height = _HEIGHT.search(drawn)
            self._layout.drawing(int(height[1]) // EMU if height is not None else 0, new_page=new_page)
            captioned = number + 1 < len(self.blocks) and _look(self.blocks[number + 1]).style == "caption"
            if block.kind != "chart" and block.text and not captioned:  # a diagram shows no title
                self._text(number, block, replace(look, style="caption"), new_page=False)
            return
        if block.kind == "heading" and block.text and look.style not in _HEADS:
            self._heading(block, new_page=new_page)
        elif look.style == "contents":
            self._close()
            self._tables_of_contents.append((len(self._shown), block, new_page))
            self._shown.append("")
            self._layout.text("TOCHeading", contents_title(block), keep=True, new_page=new_page)
            for heading in self._contents.listed:
                self._layout.text("TOC1", heading.text, keep=False, new_page=False)
        elif block.text or not block.cells:
            self._text(number, block, look, new_page=new_page)
        elif new_page:
            self._separate(new_page=True)
        if block.cells:
            self._table(block)

    def _text(self, number: int, block: Block, look: Look, *, new_page: bool) -> None:
        indent = spacing = ""
        before = after = 0
        if look.style == "title":
            left, right = title_indents(block.text, TEXT_WIDTH[self._page])
            indent = f'w:left="{left}" w:right="{right}"' if left or right else ""
            ends = number + 1 < len(self.blocks) and _look(self.blocks[number + 1]).style not in _HEADS
            if self._heads_form(number):
                before, after = -PITCH, _BELOW_FORM_HEAD if ends else 0
                spacing = f'w:before="0" w:after="{after}"'
            elif ends:
                spacing, after = f'w:after="{PITCH}"', PITCH
        elif look.style == "subtitle" and self._heads_form(number):
            after = _BELOW_FORM_HEAD - PITCH
            spacing = f'w:after="{_BELOW_FORM_HEAD}"'
        elif (place := signing(self.blocks, number)) is not None:
            right, before = place
            indent = f'w:left="0" w:right="{right}"'
            spacing = f'w:before="{before}"' if before else ""
        style = _STYLES[look.style]
        # no page bears nothing but the signature
        keep = look.keep or bool(block.cells) or signing(self.blocks, number + 1) is not None
        shape = Shape(style, keep=keep, new_page=new_page, indent=indent, spacing=spacing)
        if look.style == "caption":
            runs = self._captions.runs(block, self._bookmarks)
        else:
            runs = numbered(block.text, block.marks, self._bookmarks, block.number)
        space = self._add(runs, shape) + before + after
        self._layout.text(style, block.text, keep=shape.keep, new_page=new_page, space=space)

    def _heads_form(self, number: int) -> bool:
        """Whether a title, or what stands below it, is followed by a table."""
        below = (block for block in self.blocks[number + 1 :] if _look(block).style not in _HEADS)
        first = next(below, None)
        return first is not None and (_look(first).style == "unit" or first.kind == "table")

    def _heading(self, block: Block, *, new_page: bool) -> None:
        level, numbering, printed = self.headings.place(block)
        marks = shifted(block.marks, printed, len(block.text)) if printed else block.marks
        runs = numbered(block.text[printed:], marks, self._bookmarks, block.number)
        anchor = self._contents.anchor(block)
        if anchor and (number := self._bookmarks.begin(anchor)) is not None:
            mark = f'<w:bookmarkStart w:id="{number}" w:name="{anchor}"/>'
            runs = f'{mark}{runs}<w:bookmarkEnd w:id="{number}"/>'
        outline = self._contents.outline(block)
        style = f"Heading{level}"  # which names the first list
        shape = Shape(
            style,
            new_page=new_page,
            numbering=None if numbering == 1 else (numbering, level - 1) if numbering else (0, 0),
            indent="" if numbering else _NO_INDENT if is_part(block) else _INDENT,
            align="center" if is_part(block) else "",
            outline=outline if outline != level - 1 else None,
        )
        space = self._add(runs, shape)
        self._layout.text(style, block.text, keep=True, new_page=new_page, heading=block.index, space=space)

    def _table(self, block: Block) -> None:
        columns = max(cell.column + cell.column_span for cell in block.cells)
        if columns > WIDEST:
            self._lines(block)
            return
        if self._is_after_table():
            self._separate(keep=self._kept_table)
        self._kept_table = block.look is not None and block.look.keep
        self._close()
        written = table(block, self._bookmarks, TEXT_WIDTH[self._page])
        self._shown.append(written.xml)
        if self._contents.wanted:
            self._layout.rows(row_heights(block, written.widths), written.kept, LAST_ROWS)

    def _lines(self, block: Block) -> None:
        """A table too wide for Word, a row a line."""
        rows: dict[int, list[Cell]] = {}
        for cell in block.cells:
            rows.setdefault(cell.row, []).append(cell)
        for _, cells in sorted(rows.items()):
            self._add(run("\t").join(marked(cell.text, cell.marks, self._bookmarks) for cell in cells), _LINE)
            line = "\t".join(cell.text for cell in cells)
            self._layout.text(_LINE.style, line, keep=False, new_page=False)

    # --- paragraphs and sections ---

    def _add(self, runs: str, shape: Shape) -> int:
        """Add a paragraph; returns the room left above it."""
        space = _BELOW_TABLE if shape.style in _AFTER_TABLE and self._is_after_table() else 0
        if space:
            shape = replace(shape, spacing=f'w:before="{space}"')
        self._close()
        self._open = (runs, shape)
        return space

    def _is_after_table(self) -> bool:
        return self._open is None and bool(self._shown) and self._shown[-1].endswith("</w:tbl>")

    def _separate(self, *, new_page: bool = False, keep: bool = False) -> None:
        self._add("", replace(_SEPARATOR, new_page=new_page, keep=keep))
        self._layout.text("Separator", "", keep=keep, new_page=new_page)

    def _close(self) -> None:
        if self._open is not None:
            self._shown.append(paragraph(*self._open))
            self._open = None

    def _end_section(self) -> None:
        if self._open is None:
            self._open = ("", _SEPARATOR)
        runs, shape = self._open
        self._open = (runs, replace(shape, section=section(self._page, self._take_references())))
        self._close()

    def _take_references(self) -> str:
        references, self.references = self.references, ""
        return references

    def _fill_contents(self) -> None:
        pages = self._layout.pages() if self._tables_of_contents else {}
        for place, block, new_page in self._tables_of_contents:
            self._shown[place] = self._contents.write(block, pages, new_page=new_page)


def _look(block: Block) -> Look:
    return block.look or _PLAIN
