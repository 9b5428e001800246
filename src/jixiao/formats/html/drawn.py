"""The labels in the drawing of a chart of ours: what they read, and which cells of its data they repeat.

Drawings of others say nothing of that and stay unread: what a label of theirs tells is not known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.core.twin import Twin
from jixiao.formats.drawing.told import CELL, SHARE, TITLE

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_FIGURE: Final = "figure"
_ABOVE: Final = 4
"""Elements from a table of data up to the figure that holds it and the drawing."""
_SPOT: Final = re.compile(r"(\d{1,4}) (\d{1,4})", re.ASCII)
_DECIMALS: Final = re.compile(r"\d", re.ASCII)
_MOST: Final = 20_000


def drawn(table: LexborNode) -> tuple[Twin, ...]:
    """The labels of the drawing beside the data of a chart, in their order; none where it has no drawing.

    A name that is broken over several lines is several texts and one twin.
    """
    figure = table.parent
    for _ in range(_ABOVE):
        if figure is None or figure.tag == _FIGURE:
            break
        figure = figure.parent
    if figure is None or figure.tag != _FIGURE:
        return ()
    found: dict[tuple[str, str], list[str]] = {}
    for node in figure.css(f"svg text[{CELL}]")[:_MOST]:
        key = (node.attributes.get(CELL) or "", node.attributes.get(SHARE) or "")
        found.setdefault(key, []).append((node.text(deep=False) or "").strip())
    return tuple(twin for key, lines in found.items() if (twin := _twin(*key, "".join(lines))) is not None)


def _twin(cell: str, share: str, text: str) -> Twin | None:
    """The twin that these attributes name, None where they name nothing."""
    spot = _SPOT.fullmatch(cell)
    if spot is None:
        return Twin(None, None, text, "drawing") if cell == TITLE else None
    decimals = int(share) if _DECIMALS.fullmatch(share) else None
    return Twin(int(spot[1]), int(spot[2]), text, "drawing", decimals)
