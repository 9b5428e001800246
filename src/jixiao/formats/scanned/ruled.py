"""The ruled lines in a picture of a page: long thin marks that are no strokes of letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.scanned.pixels import Pixels

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_LONG: Final = 1.2
"""Heights of the print: the side of a cell is longer; strokes of letters are told by their place."""
_THICK: Final = 0.35
"""Heights of the print: what is thicker is a bar or a picture."""
_BLOCK: Final = 35
"""Pixels around, against which a pixel is dark; odd."""
_DARKER: Final = 12
_MOST: Final = 4_000
"""Lines of a page; more are a pattern."""


def rules_in(pixels: Pixels, height: float, texts: Sequence[Box]) -> list[Box]:
    """The boxes of the lines in pixels; ``height`` is that of the print, ``texts`` are the lines of text."""
    import cv2
    import numpy as np

    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    dark = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _BLOCK, _DARKER
    )
    found: list[Box] = []
    for level in (True, False):
        long = max(round(_LONG * height), 8)
        along = (long, 1) if level else (1, long)
        mended = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((1, 5) if level else (5, 1), np.uint8))
        kept = cv2.morphologyEx(mended, cv2.MORPH_OPEN, np.ones(along[::-1], np.uint8))
        across: Pixels = np.ones((3, 1) if level else (1, 3), np.uint8)
        kept = cv2.dilate(kept, across)  # a line that leans a little is in steps, which touch then
        count, _, boxes, _ = cv2.connectedComponentsWithStats(kept, connectivity=8)
        for x, y, width, tall, _ in boxes[1 : min(count, _MOST)].tolist():
            box = float(x), float(y), float(x + width), float(y + tall)
            thick = tall if level else width
            if thick <= _THICK * height + 2 and not any(_within(box, text) for text in texts):
                found.append(box)
    return found


def _within(box: Box, text: Box) -> bool:
    """Whether a mark stands in a line of text, and is not much longer than it."""
    slack = (text[3] - text[1]) * 0.1
    return (
        box[0] >= text[0] - slack
        and box[1] >= text[1] - slack
        and box[2] <= text[2] + slack
        and box[3] <= text[3] + slack
    )
