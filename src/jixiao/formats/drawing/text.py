"""How much room text takes, in millimetres. An estimate: which fonts a reader has is not known.

A Chinese character is as wide as its size, all others half as much. No wide font is wider, so text that fits
by this estimate fits in every office.
"""

from typing import Final
from unicodedata import east_asian_width

POINT: Final = 25.4 / 72
"""Millimetres."""


def columns(text: str) -> int:
    """The half widths that text takes on one line."""
    return sum(2 if east_asian_width(sign) in "WFA" else 1 for sign in text)


def width(text: str, size: float) -> float:
    """The width of one line in millimetres at ``size`` points."""
    return columns(text) * size * POINT / 2


def wrap(text: str, most: int) -> tuple[str, ...]:
    """The text in lines of at most ``most`` half widths; numbers and Latin words stay whole if they fit."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for piece in _pieces(paragraph, most):
            if line and columns(line + piece) > most and piece not in _NOT_FIRST:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        lines.append(line.rstrip())
    return tuple(lines)


def even(text: str, most: int) -> tuple[str, ...]:
    """As `wrap`, in as many lines, of about the same length: no last line with a single character."""
    lines = wrap(text, most)
    narrower = most
    while len(lines) > 1 and narrower > 2:
        narrower -= 1
        shorter = wrap(text, narrower)
        if len(shorter) > len(lines):
            break
        lines = shorter
    return lines


_NOT_FIRST = frozenset("，。、；：！？）》”’」』】〉％%,.;:!?)")


def _pieces(text: str, most: int) -> list[str]:
    """Characters of Chinese one by one, runs of others whole unless they are longer than a line."""
    pieces: list[str] = []
    for sign in text:
        latin = sign.isascii() and not sign.isspace() and sign not in _NOT_FIRST - {".", ",", "%"}
        previous = pieces[-1] if pieces else ""
        joins = latin and previous.isascii() and bool(previous) and not previous[-1].isspace()
        if joins and columns(previous + sign) <= most:
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces
