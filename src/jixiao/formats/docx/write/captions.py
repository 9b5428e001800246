"""Captions that count themselves: 表1, 图2, where the number is the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jixiao.formats.docx.write.text import Bookmarks, marked, run, shifted

if TYPE_CHECKING:
    from jixiao.core.document import Block

_NUMBERED = re.compile(r"(表|图)([1-9]\d{0,2})(?=[\s　：:])")


@dataclass(slots=True)
class Captions:
    """Knows the last number of each kind."""

    _last: dict[str, int] = field(default_factory=dict)

    def runs(self, block: Block, bookmarks: Bookmarks) -> str:
        """The caption's runs; a number out of turn stays text."""
        found = _NUMBERED.match(block.text)
        if found is None or any(mark.start < found.end() for mark in block.marks):
            return marked(block.text, block.marks, bookmarks)
        kind, number, end = found[1], int(found[2]), found.end()
        if number != self._last.get(kind, 0) + 1:
            return marked(block.text, block.marks, bookmarks)
        self._last[kind] = number
        counted = f'<w:fldSimple w:instr=" SEQ {kind} \\* ARABIC ">{run(str(number))}</w:fldSimple>'
        rest = marked(block.text[end:], shifted(block.marks, end, len(block.text)), bookmarks)
        return f"{run(kind)}{counted}{rest}"
