"""Lines to paragraphs: indents, full lines and number marks tell where one begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jixiao.core.document import Area, Block
from jixiao.core.numbering import parse_mark
from jixiao.formats.kinds import classify
from jixiao.formats.positioned.wrapping import glue, is_full

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.positioned.lines import Line

_INDENT: Final = 1.2
"""Of the size of the font: a line that begins so much further to the right is indented."""
_FAR: Final = 6
"""Sizes of the font: a line that begins so far from the column's side is centred or set to the right."""
_PITCH: Final = 1.4
"""Of the distance of the paragraph's lines: a wider one parts paragraphs."""
_WIDEST_PITCH: Final = 2.6
"""Of the size of the font."""
_SAME: Final = 0.5
"""Of the size of the font: lines that begin within this begin at the same place."""
_SIZES: Final = 1.15
_ENDS: Final = "。；！？：;!?:"
_LEADERS: Final = re.compile(r"[.．…·]{3,}\s*\d{1,3}$")
"""A line of a table of contents."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines of text begin and end, and the size of most of them."""

    left: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in its column; only where it begins in it can be compared over columns and pages."""

    line: Line
    column: Column

    @property
    def indent(self) -> float:
        """How far from the side of the column it begins, in sizes of its font."""
        return (self.line.left - self.column.left) / self.line.size


def goes_on(lines: Sequence[Placed], placed: Placed, following: Placed | None) -> bool:
    """Whether a line belongs to the paragraph of ``lines``; ``following`` is the line after it."""
    first, end = lines[0], lines[-1]
    last, line = end.line, placed.line
    if max(last.size, line.size) > min(last.size, line.size) * _SIZES or _LEADERS.search(last.text):
        return False
    if _is_title(end) and _is_title(placed) and last.page == line.page:
        return True  # a title that was broken by hand
    if not _is_near(lines, placed) or _is_set_apart(end) or _is_set_apart(placed):
        return False
    if not is_full(last, line, end.column.right) or end.indent > _FAR:
        return False
    shift = placed.indent - end.indent
    is_indented = first.indent > _INDENT
    if parse_mark(line.text) is not None and (not is_indented or shift > -_SAME):
        # in a text whose paragraphs are indented, "3." at the margin below a full line is a figure
        return len(lines) > 1 and abs(shift) <= _SAME and is_indented
    if shift > _INDENT:  # indented, or hanging below the text behind a mark
        return len(lines) == 1 and parse_mark(last.text) is not None and placed.indent < _FAR
    if abs(shift) <= _SAME and len(lines) == 1 and is_indented:
        # two lines with the same indent: both begin a paragraph, unless all of its lines are indented
        after = None if following is None else following.indent - placed.indent
        return last.text[-1] not in _ENDS and after is not None and abs(after) <= _SAME
    return True


def _is_title(placed: Placed) -> bool:
    """Whether a line is centred in its column, in larger print than its text, and no numbered heading."""
    line, column = placed.line, placed.column
    middle = abs((line.left + line.right) - (column.left + column.right)) < 2 * line.size
    return middle and line.size > _SIZES * column.size and parse_mark(line.text) is None


def _is_set_apart(placed: Placed) -> bool:
    """Whether a line has wide gaps and is not justified: names and signatures, captions with their unit."""
    line = placed.line
    return bool(line.gaps) and (len(line.gaps) == 1 or line.right < placed.column.right - line.size / 2)


def _is_near(lines: Sequence[Placed], placed: Placed) -> bool:
    """Whether a line is as far below the last one as those of a paragraph are; always in another column."""
    line, last = placed.line, lines[-1].line
    pitch = line.middle - last.middle
    if line.page != last.page or pitch <= 0:
        return True
    before = lines[-2].line if len(lines) > 1 else None
    if before is not None and before.page == last.page and last.middle > before.middle:
        return pitch < _PITCH * (last.middle - before.middle)
    return pitch < _WIDEST_PITCH * line.size


def paragraph(index: int, lines: Sequence[Line]) -> Block:
    """The heading, item or paragraph that the lines make."""
    text, areas = "", list[Area]()
    for line in lines:
        text += glue(text, line.text)
        areas.append(line.area(len(text)))
        text += line.text
    kind, level, number = classify(text)
    return Block(
        index=index,
        kind=kind,
        text=text,
        level=level,
        number=number,
        page=lines[0].page,
        areas=tuple(areas),
    )
