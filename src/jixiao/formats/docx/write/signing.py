"""The lines at the end of a paper: who signs stands centred above the date (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jixiao.formats.docx.write.measure import squares
from jixiao.formats.docx.write.sections import PITCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Block

_SIGN = 320
"""Of 16 points, in twentieths of a point."""
_FROM_RIGHT = 4
"""Signs that the date leaves free."""
_ROOM = 3 * PITCH
"""Above the lines: for the seal."""
_SIGNING = frozenset(("signature", "seal", "date"))


def signing(blocks: Sequence[Block], number: int) -> tuple[int, int] | None:
    """The indent at the right that centres a signing line on the date, and the room above it.

    Both in twentieths of a point; None where there is no signing line.
    """
    if number >= len(blocks) or _style(blocks[number]) not in _SIGNING:
        return None
    first = number
    while first > 0 and _style(blocks[first - 1]) in _SIGNING:
        first -= 1
    last = number
    while last + 1 < len(blocks) and _style(blocks[last + 1]) in _SIGNING:
        last += 1
    group = blocks[first : last + 1]
    dates = [squares(block.text) for block in group if _style(block) == "date"]
    widest = max(squares(block.text) for block in group)
    middle = max(_FROM_RIGHT + dates[0] / 2 if dates else 0, widest / 2)
    right = round((middle - squares(blocks[number].text) / 2) * _SIGN)
    return right, _ROOM if number == first and number > 0 else 0


def _style(block: Block) -> str:
    return block.look.style if block.look is not None and not block.cells else "body"
