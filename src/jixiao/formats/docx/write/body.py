"""The blocks of a Document as the body of the main part."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jixiao.core.look import Look
from jixiao.formats.docx.write.contents import Contents
from jixiao.formats.docx.write.headings import HeadingNumbers, is_part
from jixiao.formats.docx.write.paragraphs import Shape, paragraph
from jixiao.formats.docx.write.sections import TEXT_WIDTH, section
from jixiao.formats.docx.write.signing import signing_indent
from jixiao.formats.docx.write.tables import WIDEST, table
from jixiao.formats.docx.write.text import Bookmarks, marked, run, shifted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block
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
_SEPARATOR = Shape("Separator")
"""Of an empty line between tables, which would else become one, and where a section ends after a table."""


@dataclass(slots=True)
class Body:
    """Writes the blocks of a document; ask ``write`` once.

    ``references`` are those of the sections to headers and footers; ``drawer`` draws charts and diagrams.
    Afterwards ``headings`` and ``bookmarks`` know what was used.
    """

    blocks: Sequence[Block]
    references: str
    drawer: Drawer
    headings: HeadingNumbers = field(default_factory=HeadingNumbers)
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    _contents: Contents = field(init=False)
    _shown: list[str] = field(default_factory=list)
    _open: tuple[str, Shape] | None = None
    """The last paragraph, while a section may still end with it."""
    _page: str = "portrait"

    def write(self) -> str:
        """The content of ``w:body``."""
        blocks = self.blocks
        self._contents = Contents(blocks)
        if blocks:
            self._page = _look(blocks[0]).page or "portrait"
        for number, block in enumerate(blocks):
            look = _look(block)
            turns = look.page not in ("", self._page)
            if turns:
                self._end_section()
                self._page = look.page
            self._block(number, block, look, new_page=look.page != "" and number > 0 and not turns)
        if self._open is None:  # a table cannot come last
            self._add("", _SEPARATOR)
        self._close()
        return "".join(self._shown) + section(self._page, self._take_references())

    def _add(self, runs: str, shape: Shape) -> None:
        self._close()
        self._open = (runs, shape)

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

    def _block(self, number: int, block: Block, look: Look, *, new_page: bool) -> None:
        drawn = self.drawer.run(block, TEXT_WIDTH[self._page])
        if drawn:
            self._add(drawn, Shape("Figure", new_page=new_page))
        elif block.kind == "heading" and block.text:
            self._heading(block, look, new_page=new_page)
        elif look.style == "contents":
            self._close()
            self._shown.append(self._contents.write(block, new_page=new_page))
        elif block.text or (not block.cells and look.style == "body"):
            self._text(number, block, look, new_page=new_page)
        elif new_page:
            self._add("", replace(_SEPARATOR, new_page=True))
        if block.cells and not drawn:
            self._table(block)

    def _text(self, number: int, block: Block, look: Look, *, new_page: bool) -> None:
        style = _STYLES[look.style]
        keep = look.keep or bool(block.cells)
        shape = Shape(style, keep=keep, new_page=new_page, **signing_indent(self.blocks, number))
        self._add(marked(block.text, block.marks, self.bookmarks), shape)

    def _heading(self, block: Block, look: Look, *, new_page: bool) -> None:
        if look.style in ("title", "subtitle"):
            level, numbering, printed = 0, None, 0
        else:
            level, numbering, printed = self.headings.place(block)
        rest = block.text[printed:]
        marks = shifted(block.marks, printed, len(block.text)) if printed else block.marks
        runs = marked(rest, marks, self.bookmarks)
        anchor = self._contents.anchor(block)
        if anchor:
            self.bookmarks.last += 1
            mark = f'<w:bookmarkStart w:id="{self.bookmarks.last}" w:name="{anchor}"/>'
            runs = f'{mark}{runs}<w:bookmarkEnd w:id="{self.bookmarks.last}"/>'
        if level == 0:
            self._add(runs, Shape(_STYLES[look.style], new_page=new_page))
            return
        outline = self._contents.outline(block)
        # the first list is that of the styles
        own = (numbering if numbering != 1 else None) if numbering is not None else 0
        shape = Shape(
            f"Heading{level}",
            new_page=new_page,
            numbering=own,
            align="center" if is_part(block) else "",
            outline=outline if outline != level - 1 else None,
        )
        self._add(runs, shape)

    def _table(self, block: Block) -> None:
        columns = max(cell.column + cell.column_span for cell in block.cells)
        if columns > WIDEST:
            self._lines(block)
            return
        if self._open is None and self._shown and self._shown[-1].endswith("</w:tbl>"):
            self._add("", _SEPARATOR)
        self._close()
        self._shown.append(table(block, self.bookmarks, TEXT_WIDTH[self._page]))

    def _lines(self, block: Block) -> None:
        """A table too wide for Word, a row a line."""
        rows: dict[int, list[str]] = {}
        for cell in block.cells:
            rows.setdefault(cell.row, []).append(cell.text)
        for _, texts in sorted(rows.items()):
            self._add(run("\t".join(texts)), Shape("BodyText"))


def _look(block: Block) -> Look:
    return block.look or _PLAIN
