"""Aligned columns and wrapped paragraphs for the terminal; a Chinese character takes two columns."""

import unicodedata
from collections.abc import Sequence

from jixiao.renderers.excerpt import width_of

_CLOSING = "，。；：、）】》”’％%,.;:)"


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """The text in that many columns, at the left or at the right."""
    gap = " " * max(0, columns - width_of(text))
    return gap + text if right else text + gap


def table(rows: Sequence[Sequence[str]], right: Sequence[int], indent: int = 0) -> list[str]:
    """Lines of aligned cells; the columns in ``right`` hold numbers. The last column is never padded."""
    if not rows:
        return []
    widths = [max(width_of(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        (
            " " * indent
            + "  ".join(
                pad(cell, columns, right=number in right)
                for number, (cell, columns) in enumerate(zip(row, widths, strict=True))
            )
        ).rstrip()
        for row in rows
    ]


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """The paragraph in lines of at most that many columns, each after the indent.

    Chinese breaks anywhere but before a closing sign; words and figures of other scripts stay whole.
    """
    room = max(columns - width_of(indent), 20)
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width_of(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    if line.strip():
        lines.append(line.rstrip())
    return [indent + one for one in lines]


def _pieces(text: str) -> list[str]:
    """Parts that may not be broken."""
    pieces: list[str] = []
    for sign in text:
        wide = unicodedata.east_asian_width(sign) in "WF"
        joins = pieces and (
            sign in _CLOSING
            or (
                not wide
                and pieces[-1][-1] != " "
                and unicodedata.east_asian_width(pieces[-1][-1]) not in "WF"
            )
        )
        if joins:
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces
