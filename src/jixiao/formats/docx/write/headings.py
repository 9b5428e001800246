"""Which headings number themselves: those whose number is the one that the list would show.

The list has the official levels 一、（一）1.（1） of GB/T 9704-2012, 7.3.3. A heading with any other number
(第一部分, a number out of turn) keeps it as text, so that the file always shows what the document says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.core.numbering import parse_mark
from jixiao.formats.counting import format_number

if TYPE_CHECKING:
    from jixiao.core.document import Block

_PATTERNS = (
    ("chineseCountingThousand", "", "、"),
    ("chineseCountingThousand", "（", "）"),
    ("decimal", "", "."),
    ("decimal", "（", "）"),
)
_STYLES = {"chinese": 1, "chinese_bracket": 2, "arabic": 3, "arabic_bracket": 4}
_LAST_LEVEL = 9
_MAIN_LIST = 1


class HeadingNumbers:
    """Counts as Word will count; ask once for each heading, in order.

    ``restarts`` are the further lists that were needed: the level (from 0) at which each begins again.
    """

    def __init__(self) -> None:
        self._counters = [0] * len(_PATTERNS)
        self._list = _MAIN_LIST
        self.restarts: list[int] = []

    def place(self, block: Block) -> tuple[int, int | None, int]:
        """The heading's level (1 to 9), its list (None: its number is text) and the length of the number."""
        level = heading_level(block)
        depth = level - 1
        if not block.number or _style(block) not in _STYLES:
            return level, None, 0
        rest = block.text[len(block.number) :]
        # the list sets no blank after the number, and 1. must not run into 2023年
        if not block.text.startswith(block.number) or not rest or rest[0].isspace() or rest[0].isdecimal():
            return level, None, 0
        if block.number == _printed(depth, self._counters[depth] + 1):
            self._count(depth, self._counters[depth] + 1)
        elif block.number == _printed(depth, 1):
            self.restarts.append(depth)
            self._list = _MAIN_LIST + len(self.restarts)
            self._count(depth, 1)
        else:
            return level, None, 0
        return level, self._list, len(block.number)

    def _count(self, depth: int, value: int) -> None:
        self._counters[depth] = value
        for above in range(depth):  # Word counts a level that was skipped as begun
            self._counters[above] = self._counters[above] or 1
        self._counters[depth + 1 :] = [0] * (len(self._counters) - depth - 1)


def heading_level(block: Block) -> int:
    """From 1: an official number says it, else the block."""
    return _STYLES.get(_style(block)) or min(max(block.level, 1), _LAST_LEVEL)


def is_part(block: Block) -> bool:
    """Whether the heading is that of a part, 第一部分, above 一、."""
    return _style(block) == "part"


def _style(block: Block) -> str:
    mark = parse_mark(block.number) if block.number else None
    return mark.style if mark is not None else ""


def _printed(depth: int, value: int) -> str:
    number_format, before, after = _PATTERNS[depth]
    return f"{before}{format_number(value, number_format)}{after}"


def restart_lists(restarts: list[int]) -> str:
    """The lists (``w:num``) that begin again, numbered after the main one."""
    return "".join(
        f'<w:num w:numId="{_MAIN_LIST + number}"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, depth in enumerate(restarts, start=1)
    )
