"""A web page to a Document."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborHTMLParser

from jixiao.core.document import Block, BlockKind, Document
from jixiao.core.errors import ReadError
from jixiao.core.numbering import parse_mark
from jixiao.formats.html.decode import decode
from jixiao.formats.html.drawn import drawn
from jixiao.formats.html.figures import Figures
from jixiao.formats.html.flow import Piece, Text, flow
from jixiao.formats.html.surroundings import remove_surroundings
from jixiao.formats.html.tables import Budget, Content, read_table
from jixiao.formats.kinds import classify

if TYPE_CHECKING:
    from jixiao.core.document import Cell
    from jixiao.core.look import Mark
    from jixiao.core.twin import Twin

MAX_BYTES: Final = 24 * 2**20
"""A page with pictures embedded reaches some MB; its tree takes twenty times as much memory."""
MAX_DEPTH: Final = 10_000
"""Elements open at once. Parsing takes time with the square of it; real pages stay below 100."""

_TAG: Final = re.compile(
    r"<(/?)(?!(?:p|li|td|th|tr|dt|dd|br|hr|img|col|meta|link|input|option|area|base|wbr|param|embed|source|tbody"
    r"|thead|tfoot|colgroup|rt|rp|optgroup|body|html|head)\b)[a-zA-Z]",
    re.IGNORECASE,
)


def read(data: bytes, name: str) -> Document:
    """Read the bytes of a page.

    Raises:
        ReadError: it is too large, nested too deeply or no text.
    """
    if len(data) > MAX_BYTES:
        size, limit = len(data) / 2**20, MAX_BYTES // 2**20
        raise ReadError(
            "too_large",
            f"网页过大：{size:.1f} MB，上限为 {limit} MB。请去掉内嵌的图片或拆分后重新提交。",
            f"The page is too large: {size:.1f} MB, the limit is {limit} MB. Remove embedded pictures.",
        )
    text, note = decode(data)
    _guard_depth(text)
    page = LexborHTMLParser(text)
    figures = Figures(text)
    if figures.has_any:
        figures.take(page)
    root = page.body
    builder = _Builder(figures)
    if root is not None:
        remove_surroundings(root)
        builder.add(flow(root))
    notes = [note] if note else []
    if builder.budget.steps < 0:
        notes.append("网页中表格的跨行跨列范围过大，有一部分没有按合并单元格处理。")
    if not builder.blocks:
        notes.append("网页中没有可读取的文字，内容可能由脚本生成或是图片。")
    ledger = figures.ledger
    if ledger is not None:
        if ledger.unreadable:
            notes.append(f"数字台账未能读取：{ledger.unreadable}。")
        missing = tuple(entry.name for entry in ledger.entries if entry.name not in builder.marked)
        ledger = replace(ledger, missing=missing)
    return Document(name=name, format="html", blocks=tuple(builder.blocks), notes=tuple(notes), ledger=ledger)


def _guard_depth(text: str) -> None:
    depth = 0
    for found in _TAG.finditer(text):
        depth = max(depth - 1, 0) if found[1] else depth + 1
        if depth > MAX_DEPTH:
            raise ReadError(
                "too_deep",
                f"网页可疑：元素嵌套超过 {MAX_DEPTH} 层，已停止读取。请在浏览器中打开，复制正文后另存。",
                f"The page is suspicious: elements are nested more than {MAX_DEPTH} deep. "
                "Open it in a browser and copy its text.",
            )


class _Builder:
    """Turns pieces into blocks; tables within tables follow them."""

    def __init__(self, figures: Figures) -> None:
        self.blocks: list[Block] = []
        self.budget = Budget()
        self.marked: set[str] = set()
        """Names of entries whose figure stands in some text."""
        self._figures = figures
        self._tables = 0

    def add(self, pieces: list[Piece]) -> None:
        waiting = deque(pieces)
        while waiting:
            piece = waiting.popleft()
            if isinstance(piece, Text):
                self._add_text(piece)
                continue
            content = read_table(piece.node, self.budget)
            if not content.cells:
                waiting.extendleft(reversed([*content.caption, *content.pieces]))
                continue
            is_chart = piece.node.attributes.get("data-kind") == "chart"
            self._add_table(content, drawn(piece.node) if is_chart else None)
            waiting.extendleft(reversed(content.pieces))

    def _add_text(self, piece: Text) -> None:
        text, marks = self._unsigned(piece.text)
        kind, level, number = classify(text)
        if piece.heading:
            mark = parse_mark(text)
            kind, level = "heading", mark.level if mark else piece.heading
        elif piece.item:
            kind, level, number = (
                ("item" if kind == "paragraph" else kind),
                level or piece.item,
                number or piece.number,
            )
        self.blocks.append(
            Block(index=len(self.blocks), kind=kind, text=text, level=level, number=number, marks=marks)
        )

    def _add_table(self, content: Content, twins: tuple[Twin, ...] | None) -> None:
        """A table behind its caption; the caption of a chart, which alone has ``twins``, is its own text."""
        is_chart = twins is not None
        captions = [piece for piece in content.caption if isinstance(piece, Text)]
        kind: BlockKind = "chart" if is_chart else "table"
        if not is_chart:
            for caption in captions:
                self._add_text(caption)
        text = " ".join(caption.text for caption in captions) if is_chart else ""
        text, marks = self._unsigned(text)
        cells = content.cells
        if self._figures.has_any:
            cells = tuple(self._unsigned_cell(cell) for cell in cells)
        self.blocks.append(
            Block(
                len(self.blocks),
                kind,
                text,
                cells=cells,
                table=self._tables,
                marks=marks,
                twins=twins or (),
            )
        )
        self._tables += 1

    def _unsigned(self, text: str) -> tuple[str, tuple[Mark, ...]]:
        """The text with marks in the place of the signs around figures."""
        text, marks = self._figures.marked(text)
        self.marked.update(mark.entry for mark in marks)
        return text, marks

    def _unsigned_cell(self, cell: Cell) -> Cell:
        text, marks = self._unsigned(cell.text)
        return replace(cell, text=text, marks=marks) if marks else cell
