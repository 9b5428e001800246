"""The unit that a line above a table declares for it: 单位：万元."""

import re

from jixiao.claims.reading.units import closing_unit, declared_unit
from jixiao.core.document import Document
from jixiao.core.quantity import Unit

_LONGEST = 120
"""Signs of a line that declares a unit; a longer one is running text."""
_NEAR, _FARTHEST = 3, 8
"""Blocks above a table that may tell anything, and those where only words of a header stand between."""
_ALONE = re.compile(
    r"\s*[(\[]?\s*(?:注\s?[:：])?\s*(?:金额|计量)?单位\s*[:：]\s*(?:人民币)?[\u4e00-\u9fff]{1,3}\s*[)\]]?\s*"
)
_LOST_HEADER = re.compile(r"[\u4e00-\u9fff()“”\s]{1,40}")
"""A line of names of columns: no figure, no pause."""


def unit_above(document: Document, texts: dict[int, str], index: int) -> Unit | None:
    """A unit line within the three blocks above a table, or above the words of a header that was lost.

    The line right above may end with the unit (情况如下（万元）：), and a line of its own may stand below.
    """
    if index and (closing := closing_unit(texts[index - 1])) is not None:
        return closing
    for above in range(index - 1, max(index - _FARTHEST - 1, -1), -1):
        if document.blocks[above].cells or document.blocks[above].sheet != document.blocks[index].sheet:
            return None
        if len(texts[above]) < _LONGEST and (unit := declared_unit(texts[above])) is not None:
            return unit
        if above <= index - _NEAR and not _LOST_HEADER.fullmatch(texts[above]):
            break
    return _unit_below(document, texts, index)


def _unit_below(document: Document, texts: dict[int, str], index: int) -> Unit | None:
    """（金额单位：万元）, alone on the line below a table."""
    below = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    if below is None or below.cells or below.sheet != document.blocks[index].sheet:
        return None
    return declared_unit(texts[below.index]) if _ALONE.fullmatch(texts[below.index]) else None
