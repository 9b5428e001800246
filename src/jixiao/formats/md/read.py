"""A Markdown file to a Document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Block, BlockKind, Cell, Document
from jixiao.core.errors import ReadError
from jixiao.core.numbering import parse_mark
from jixiao.formats.kinds import classify
from jixiao.formats.md.inline import Shown, cell_text, paragraphs
from jixiao.formats.md.lists import Lists
from jixiao.formats.md.source import Source
from jixiao.formats.txt.decode import decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

MAX_BYTES: Final = 2 * 2**20
"""A report of 200 pages has half a megabyte; a table with a sign in each cell takes 15 seconds for one."""
MAX_NESTING: Final = 60
"""Quotations and lists within each other; what is deeper stays text."""
_MOST_MARKS: Final = 5_000
_MARKS: Final = re.compile(r"[\[\]*_`<~!]")
_FRONT: Final = re.compile(r"\A---[ \t]*\n(?:.*\n){0,100}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
"""Data about the text before it, as site generators have them."""


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a Markdown file.

    Raises:
        ReadError: it is too large or no text.
    """
    if len(data) > MAX_BYTES:
        size, limit = len(data) / 2**20, MAX_BYTES // 2**20
        raise ReadError(
            "too_large",
            f"Markdown 文件过大：{size:.1f} MB，上限为 {limit} MB。请拆分后重新提交。",
            f"The Markdown file is too large: {size:.1f} MB, the limit is {limit} MB. Split it.",
        )
    found = decoded(data)
    text = re.sub(r"\r\n?", "\n", found.text).replace("\x00", "\ufffd")
    front = _FRONT.match(text)
    if front is not None:  # its lines still count
        text = "\n" * front.group().count("\n") + text[front.end() :]
    builder = _Builder(text, name)
    builder.build(_tokens(text))
    notes = [found.note] if found.note else []
    if builder.pictures:
        notes.append(f"有 {builder.pictures} 幅图片未读取。")
    if not builder.blocks:
        notes.append("文件中没有可读取的文字。")
    return Document(name=name, format="md", blocks=tuple(builder.blocks), notes=tuple(notes))


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    # the parser's time grows with the square of the marks that may begin a link or emphasis in one paragraph
    most = max((len(_MARKS.findall(part)) for part in re.split(r"\n[ \t]*\n", text)), default=0)
    if most > _MOST_MARKS:
        parser.disable(["link", "image", "emphasis", "strikethrough", "html_inline", "autolink", "backticks"])
    return parser.parse(text)


class _Builder:
    """Turns tokens into blocks."""

    def __init__(self, text: str, name: str) -> None:
        self.blocks: list[Block] = []
        self.pictures = 0
        self._source = Source(text)
        self._name = name
        self._tables = 0
        self._lists = Lists()
        self._heading = 0
        self._line = 0

    def build(self, tokens: Sequence[Token]) -> None:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.map:
                self._source.move(token.map[0])
                self._line = token.map[1] - 1
            if token.type == "table_open":
                end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
                self._table(tokens[at:end])
                at = end
            elif token.type == "heading_open":
                self._heading = int(token.tag[1:])
            elif token.type == "heading_close":
                self._heading = 0
            elif token.type == "inline":
                for shown in paragraphs(token, self._source, self._line):
                    self._text(shown)
            elif token.type in ("fence", "code_block"):
                self._code(token)
            elif token.type == "html_block":
                self._html(token.content)
            else:
                self._lists.take(token)
            at += 1

    def _text(self, shown: Shown) -> None:
        self.pictures += shown.pictures
        if not shown.text:
            return
        mark, depth = self._lists.mark()
        text, segments = shown.text, shown.segments
        own = parse_mark(text)
        if mark and own is None:
            text = f"{mark} {text}"
            shift = len(mark) + 1
            segments = [type(one)(one.offset + shift, one.line, one.column) for one in segments]
            if segments:  # the number stands before the text, blanks between them
                first = segments[0]
                segments.insert(0, type(first)(0, first.line, max(first.column - shift, 0)))
        kind: BlockKind
        kind, level, number = classify(text)
        if self._heading:
            found = parse_mark(text)
            kind, level = "heading", found.level if found else self._heading
        elif depth:
            kind, level, number = ("item" if kind == "paragraph" else kind), level or depth, number or mark
        self.blocks.append(
            Block(len(self.blocks), kind, text, level=level, number=number, segments=tuple(segments))
        )

    def _table(self, tokens: Sequence[Token]) -> None:
        cells: list[Cell] = []
        row = column = -1
        for token in tokens:
            if token.type == "tr_open":
                row, column = row + 1, -1
                if token.map:
                    self._source.move(token.map[0])
                    self._line = token.map[1] - 1
            elif token.type in ("td_open", "th_open"):
                column += 1
            elif token.type == "inline":
                shown = cell_text(token, self._source, self._line)
                self.pictures += shown.pictures
                cells.append(Cell(row, column, shown.text, segments=tuple(shown.segments)))
        self.blocks.append(Block(len(self.blocks), "table", cells=tuple(cells), table=self._tables))
        self._tables += 1

    def _code(self, token: Token) -> None:
        """Lines that are to stay as they are, each a paragraph."""
        for line in token.content.split("\n"):
            text = line.strip()
            if text:
                self._text(Shown(text, self._source.place(text, 0, self._line)))

    def _html(self, content: str) -> None:
        """Tables and the like, as a browser would show them; their places are not known."""
        from jixiao.formats.html.read import read as read_page

        page = read_page(content.encode("utf-8", errors="replace"), self._name)
        for block in page.blocks:
            table = None
            if block.table is not None:
                table = self._tables
                self._tables += 1
            self.blocks.append(
                Block(
                    len(self.blocks),
                    block.kind,
                    block.text,
                    level=block.level,
                    number=block.number,
                    cells=block.cells,
                    table=table,
                )
            )
