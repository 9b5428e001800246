"""The lines at the end of a paper: who signs stands centred above the date (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from jixiao.formats.docx.write.columns import width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block

_HALF = 160
"""Half a character of 16 points, in twentieths of a point."""
_FROM_RIGHT = 8
"""Half-widths: the date leaves four characters."""
_LINES_BEFORE = 3
_PITCH = 579
_SIGNING = frozenset(("signature", "seal", "date"))


class Indent(TypedDict, total=False):
    """What a signing line adds to its style."""

    indent: str
    spacing: str


def signing_indent(blocks: Sequence[Block], number: int) -> Indent:
    """The indent at the right that centres the line on the date; room above the first of the lines."""
    style = _style(blocks[number])
    if style not in _SIGNING:
        return {}
    first = number
    while first > 0 and _style(blocks[first - 1]) in _SIGNING:
        first -= 1
    last = number
    while last + 1 < len(blocks) and _style(blocks[last + 1]) in _SIGNING:
        last += 1
    group = blocks[first : last + 1]
    dates = [width_of(block.text) for block in group if _style(block) == "date"]
    widest = max(width_of(block.text) for block in group)
    middle = max(_FROM_RIGHT + dates[0] / 2 if dates else 0, widest / 2)
    right = round((middle - width_of(blocks[number].text) / 2) * _HALF)
    found: Indent = {"indent": f'w:left="0" w:right="{right}" w:firstLine="0"'}
    if number == first and number > 0:
        found["spacing"] = f'w:before="{_LINES_BEFORE * _PITCH}"'
    return found


def _style(block: Block) -> str:
    return block.look.style if block.look is not None and not block.cells else "body"
