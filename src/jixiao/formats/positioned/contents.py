"""Tables of contents are left out: a heading and its page, told by the dots between them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block

_LEADER: Final = re.compile(r"(?:…{2,}|[.．·•]{4,}|_{4,})\s*")
_PAGE: Final = re.compile(r"[-—]?\s?(?:\d{1,4}|[ivxIVX]{1,6})\s?[-—]?")
_TITLE: Final = re.compile(r"目\s*[录次]")
_FEWEST: Final = 2
"""Lines; a single one may be a form to be filled in."""


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without tables of contents and their titles, counted anew."""
    lines = [_entries(block) for block in blocks]
    dropped: set[int] = set()
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and lines[end]:
            end += 1
        if sum(lines[start:end]) >= _FEWEST:
            dropped.update(range(start, end))
            if start and _TITLE.fullmatch(blocks[start - 1].text):
                dropped.add(start - 1)
        start = end + 1
    kept = [block for number, block in enumerate(blocks) if number not in dropped]
    return [replace(block, index=number) for number, block in enumerate(kept)] if dropped else kept


def _entries(block: Block) -> int:
    """How many lines of a table of contents the block is made of, for they may have been joined."""
    if block.cells:
        return 0
    parts = _LEADER.split(block.text)
    if len(parts) == 1 or not parts[0]:
        return 0
    inner = all(_PAGE.match(part) for part in parts[1:-1])
    return len(parts) - 1 if inner and _PAGE.fullmatch(parts[-1].strip()) else 0
