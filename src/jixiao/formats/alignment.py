"""How the words of a table's cell are aligned where nothing says so, the same in every format."""

import re
from typing import Final, Literal

from jixiao.core.document import Cell

Alignment = Literal["left", "center", "right"]

SHORT: Final = 10
"""Characters up to which a text is centred; longer ones are read from the left."""

_FIGURE: Final = re.compile(r"[-+−±]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*(?:[%％‰]|[万亿]?元|分)?")


def is_figure(text: str) -> bool:
    """Whether a text is one number, with its unit or without."""
    return _FIGURE.fullmatch(text.strip()) is not None


def alignment(cell: Cell) -> Alignment:
    """What the cell's look says; else headings and short texts centred, numbers right, long texts left."""
    look = cell.look
    if look is not None and look.align:
        return look.align
    text = cell.text.strip()
    if look is not None and look.head:
        return "center"
    if is_figure(text):
        return "right"
    return "center" if len(text) <= SHORT and "\n" not in text else "left"
