"""The unit that a line above a table declares for it: 单位：万元."""

import re

from jixiao.claims.reading.units import declared_unit
from jixiao.core.document import Document
from jixiao.core.quantity import Unit

_LONGEST = 120
"""Signs of a line that declares a unit; a longer one is running text."""
_NEAR, _FARTHEST = 3, 8
"""Blocks above a table that may tell anything, and those where only words of a header stand between."""
_LOST_HEADER = re.compile(r"[\u4e00-\u9fff()“”\s]{1,40}")
"""A line of names of columns: no figure, no pause."""


def unit_above(document: Document, texts: dict[int, str], index: int) -> Unit | None:
    """A unit line within the three blocks above a table, or above the words of a header that was lost."""
    for above in range(index - 1, max(index - _FARTHEST - 1, -1), -1):
        if document.blocks[above].cells or document.blocks[above].sheet != document.blocks[index].sheet:
            return None
        if len(texts[above]) < _LONGEST and (unit := declared_unit(texts[above])) is not None:
            return unit
        if above <= index - _NEAR and not _LOST_HEADER.fullmatch(texts[above]):
            return None
    return None
