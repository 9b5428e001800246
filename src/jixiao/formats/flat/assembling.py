"""Paragraphs of a flat stream become blocks: texts, and tables with the tables in their cells behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Block
from jixiao.core.errors import ReadError
from jixiao.formats.flat.grid import Row, cells_of
from jixiao.formats.kinds import kind_of
from jixiao.formats.labels import BLANKS, labelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jixiao.formats.flat.paragraph import CellRule, Paragraph
    from jixiao.formats.numbering import Label

DEEPEST: Final = 30
"""Tables within tables; forms have three at most."""
MAX_PARAGRAPHS: Final = 400_000
"""A report has some thousands; every cell is one."""
_CONTENTS: Final = "toc "


@dataclass(slots=True)
class _Table:
    rows: list[Row] = field(default_factory=list)
    row: Row = field(default_factory=Row)
    lines: list[str] = field(default_factory=list)
    carried: str = ""
    later: list[Callable[[], None]] = field(default_factory=list)

    def end_cell(self) -> None:
        if self.carried:
            self.lines.append(labelled(self.carried))
            self.carried = ""
        self.row.texts.append("\n".join(line for line in self.lines if line))
        self.lines = []

    def end_row(self, rules: list[CellRule], *, dropped: bool) -> None:
        if self.lines or self.carried:
            self.end_cell()
        texts = self.row.texts
        while rules and len(texts) > len(rules) and not texts[-1]:
            texts.pop()  # LibreOffice writes an end of a cell too many behind nested tables
        if texts and not dropped:
            self.row.rules = rules
            self.rows.append(self.row)
        self.row = Row()


class Assembler:
    """Takes the paragraphs of one story after the other; then ``blocks`` are the document's."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._tables = 0
        self._taken = 0

    def story(self, paragraphs: Iterable[Paragraph], part: str) -> None:
        """Add a story: the body, a text box, a note; its paragraphs are asked for one by one, in order.

        Raises:
            ReadError: there are too many paragraphs.
        """
        stack: list[_Table] = []
        carried = ""
        for paragraph in paragraphs:
            self._count()
            depth = min(paragraph.depth, DEEPEST)
            while len(stack) > depth:
                self._close(stack, part)
            while len(stack) < depth:
                stack.append(_Table())
            if stack:
                self._in_table(stack[-1], paragraph)
            elif paragraph.joined:
                carried += paragraph.text
            else:
                self._text(paragraph, carried, part)
                carried = ""
            for add in paragraph.anchored:
                if stack:
                    stack[-1].later.append(add)
                else:
                    add()
        while stack:
            self._close(stack, part)
        if carried.strip(BLANKS):
            self._add(labelled(carried), None, None, "", part)

    def _count(self) -> None:
        self._taken += 1
        if self._taken > MAX_PARAGRAPHS:
            raise ReadError(
                "too_large",
                f"文件过大：段落和单元格超过 {MAX_PARAGRAPHS} 个。请拆分后重新提交。",
                f"The file is too large: more than {MAX_PARAGRAPHS} paragraphs and cells. Split it.",
            )

    @staticmethod
    def _in_table(table: _Table, paragraph: Paragraph) -> None:
        if paragraph.end == "row":
            table.end_row(paragraph.rules, dropped=paragraph.dropped)
            return
        table.carried += paragraph.text
        if paragraph.joined and paragraph.end == "paragraph":
            return
        table.lines.append(_shown(paragraph, table.carried))
        table.carried = ""
        if paragraph.end == "cell":
            table.end_cell()

    def _text(self, paragraph: Paragraph, carried: str, part: str) -> None:
        text = _shown(paragraph, carried + paragraph.text)
        if text and not paragraph.style.startswith(_CONTENTS):
            self._add(text, paragraph.label, paragraph.outline, paragraph.style, part)

    def _add(self, text: str, label: Label | None, outline: int | None, style: str, part: str) -> None:
        kind, level, number = kind_of(text, label, outline, style)
        self.blocks.append(Block(len(self.blocks), kind, text, level=level, number=number, part=part))

    def _close(self, stack: list[_Table], part: str) -> None:
        """End the innermost table; one within a cell is told after the table around it."""
        table = stack.pop()
        table.end_row([], dropped=False)
        if stack:
            stack[-1].later.append(lambda: self._emit(table, part))
        else:
            self._emit(table, part)

    def _emit(self, table: _Table, part: str) -> None:
        cells = cells_of(table.rows)
        if any(cell.text for cell in cells):
            self.blocks.append(Block(len(self.blocks), "table", cells=cells, part=part, table=self._tables))
            self._tables += 1
        for add in table.later:
            add()


def _shown(paragraph: Paragraph, text: str) -> str:
    label = paragraph.label
    return labelled(text) if label is None else labelled(text, label.text, tight=label.suffix == "nothing")
