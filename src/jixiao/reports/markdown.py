"""Markdown as templates use it: headings, paragraphs, lists and simple tables become blocks.

Texts keep the signs of marks; composing opens them. ``#`` to ``####`` are the four levels of headings, which
are numbered 一、（一）1.（1） unless they end with ``{-}``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Block, BlockKind, Cell
from jixiao.core.look import CellLook, Look, TableLook
from jixiao.core.numbering import in_chinese, parse_mark
from jixiao.reports import signs

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_JOINED: Final = ("^", "<")
_MARKED: Final = re.compile(r"[*_`\\&\n]")
_UNNUMBERED: Final = re.compile(r"\s*\{-\}$")
_TITLE: Final = re.compile(r"\s*\{=\}$")
"""Of a title within the paper, such as that of an annex, after which headings count anew."""


def blocks(text: str) -> Iterator[Block | int]:
    """The blocks of a text in order; a number stands for an insert."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.disable(
        ["code", "fence", "html_block", "html_inline", "link", "image", "autolink", "reference", "hr"]
    )
    parser.core.ruler.at("inline", _marked_only)
    tokens = parser.parse(text)
    headings = Headings()
    numbers: list[int | None] = []  # of the open lists; None for one without numbers
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.type in ("ordered_list_open", "bullet_list_open"):
            numbers.append(int(token.attrGet("start") or 1) - 1 if token.type.startswith("ordered") else None)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            numbers.pop()
        elif token.type == "list_item_open" and numbers and numbers[-1] is not None:
            numbers[-1] += 1
        elif token.type == "heading_open":
            yield headings.block(_inline(tokens[place + 1]), int(token.tag[1:]))
        elif token.type == "paragraph_open":
            yield _paragraph(
                _inline(tokens[place + 1]), numbers, first=tokens[place - 1].type == "list_item_open"
            )
        elif token.type == "table_open":
            end = next(at for at in range(place, len(tokens)) if tokens[at].type == "table_close")
            yield _table(tokens[place:end])
            place = end
        place += 1


@dataclass(slots=True)
class Headings:
    """Counts headings and numbers them: 一、 （一） 1. （1）."""

    counts: tuple[int, ...] = ()

    def block(self, text: str, level: int) -> Block:
        """The heading with its number."""
        if _TITLE.search(text):
            self.counts = ()
            return Block(0, "heading", _TITLE.sub("", text), level=level, look=Look("title", keep=True))
        if _UNNUMBERED.search(text):
            self.counts = self.counts[: level - 1]
            words = _UNNUMBERED.sub("", text)
            mark = parse_mark(words)
            if mark is not None and mark.style == "part":  # 第一部分 begins a page and stands above 一、
                return Block(0, "heading", words, level=level, number=mark.text, look=Look(page="portrait"))
            return Block(0, "heading", words, level=level)
        counts = (*self.counts, *([0] * level))[:level]
        self.counts = (*counts[:-1], counts[-1] + 1)
        number = heading_number(level, self.counts[-1])
        return Block(0, "heading", number + text, level=level, number=number)


def heading_number(level: int, count: int) -> str:
    """The number of a heading: 一、（一）1.（1） by level."""
    return (f"{in_chinese(count)}、", f"（{in_chinese(count)}）", f"{count}.", f"（{count}）")[
        min(level, 4) - 1
    ]


def _paragraph(text: str, numbers: list[int | None], *, first: bool) -> Block | int:
    insert = signs.inserted(text)
    if insert is not None:
        return insert
    if numbers and first and numbers[-1] is not None:
        number = f"{numbers[-1]}."
        kind: BlockKind = "item"
        return Block(0, kind, number + text, level=len(numbers), number=number)
    return Block(0, "paragraph", text)


def _marked_only(state: "StateCore") -> None:
    """Look for emphasis only where a sign of it stands: most words of a report are plain."""
    for token in state.tokens:
        if token.type == "inline" and _MARKED.search(token.content):
            token.children = token.children or []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _inline(token: "Token") -> str:
    if not token.children:
        return token.content.strip()
    parts: list[str] = []
    for child in token.children or ():
        if child.type == "strong_open":
            parts.append(signs.STRONG)
        elif child.type == "strong_close":
            parts.append(signs.END)
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type != "softbreak":  # Chinese has no blank between lines
            parts.append(child.content)
    return "".join(parts).strip()


def _table(tokens: list["Token"]) -> Block:
    """A table with one header row; a cell that ends its column with ``--:`` is set right.

    A cell ``^`` belongs to the one above, a cell ``<`` to the one on its left.
    """
    cells: list[Cell] = []
    row = column = -1
    head = True
    for place, token in enumerate(tokens):
        if token.type == "tbody_open":
            head = False
        elif token.type == "tr_open":
            row, column = row + 1, -1
        elif token.type in ("th_open", "td_open"):
            column += 1
            style = str(token.attrGet("style") or "")
            align = style.removeprefix("text-align:")
            text = _inline(tokens[place + 1])
            if text in _JOINED and _widened(cells, row, column, text):
                continue
            look = CellLook(head, align if not head and align in ("left", "center", "right") else "")  # type: ignore[arg-type]  # one of the three
            cells.append(Cell(row, column, text, look=look))
    return Block(0, "table", cells=tuple(cells), look=Look(table=TableLook(header_rows=1)))


def _widened(cells: list[Cell], row: int, column: int, sign: str) -> bool:
    """Whether there is a cell above or on the left, which then covers this place, too."""
    above, left = (row - 1, column), (row, column - 1)
    wanted = above if sign == "^" else left
    for number, cell in enumerate(cells):
        rows = range(cell.row, cell.row + cell.row_span)
        columns = range(cell.column, cell.column + cell.column_span)
        if wanted[0] in rows and wanted[1] in columns:
            if row not in rows:
                cells[number] = replace(cell, row_span=cell.row_span + 1)
            elif column not in columns:
                cells[number] = replace(cell, column_span=cell.column_span + 1)
            return True
    return False
