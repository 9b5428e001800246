"""How much room text takes: a Chinese sign is a square, a figure half of one, a gap stands between them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from unicodedata import east_asian_width

_SEAM = re.compile("[\u4e00-\u9fff][0-9A-Za-z]|[0-9A-Za-z%][\u4e00-\u9fff]")
_HANGING = ("，", "。", "；", "：", "、")
"""May stand beyond the end of a line."""
SEAM: Final = 0.2
"""Between Chinese and Latin signs, in squares; about the automatic space of Word and LibreOffice."""

_NARROW: Final = {**dict.fromkeys(".,:;'|ijlt /", 0.25), **dict.fromkeys("()[]-", 0.33), "%": 0.83}
"""Signs of Times New Roman that are not half a square wide."""


def half_widths(text: str) -> int:
    """Of the longest line, a Chinese sign counting as two."""
    if text.isascii():
        return max(map(len, text.split("\n")))
    return max(sum(map(_halves, line)) for line in text.split("\n"))


def squares(text: str) -> float:
    """The length of a line of text in Chinese signs, the gaps at Latin words and numbers included."""
    return sum(map(_square, text)) + SEAM * len(_SEAM.findall(text))


def lines(text: str, room: float, indent: float = 0) -> int:
    """How many lines of ``room`` squares the text takes; ``indent`` is that of the first line."""
    taken = 0
    for number, part in enumerate(text.split("\n")):
        length = squares(part) + (indent if number == 0 else 0)
        if part.endswith(_HANGING):
            length -= 1
        taken += max(-int(-length // room), 1)
    return taken


@lru_cache(maxsize=8192)
def _square(sign: str) -> float:
    return _NARROW.get(sign) or _halves(sign) / 2


@lru_cache(maxsize=8192)
def _halves(sign: str) -> int:
    return 1 if sign.isascii() or east_asian_width(sign) not in "FWA" else 2
