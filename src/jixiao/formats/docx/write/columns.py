"""How wide columns are and how their cells are aligned."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Cell

_FIGURE = re.compile(r"[-−－+]?[（(]?[-−]?\d[\d,，]*(?:[.．]\d+)?[)）]?\s*[%％]?(?:万元|元|分)?")
_NO_SUM = re.compile(r"序号|编号|编码|代码|年度|年份|名次|排名|科目")
_SHORT = 14
"""Half-widths; longer text of a column stands at the left."""
_NARROWEST, _WIDEST = 4, 36
_PADDING = 2


def width_of(text: str) -> int:
    """Of the longest line, a Chinese character counting as two."""
    return max((sum(_width(sign) for sign in line) for line in text.split("\n")), default=0)


def widths(cells: Sequence[Cell], columns: int, given: Sequence[int], total: int) -> list[int]:
    """Widths that sum up to ``total``: as given (relative), else by what stands in the columns."""
    if len(given) == columns and all(share > 0 for share in given):
        shares = list(given)
    else:
        shares = [_NARROWEST] * columns
        for cell in cells:
            if cell.column_span == 1:
                wanted = min(width_of(cell.text), _WIDEST) + _PADDING
                shares[cell.column] = max(shares[cell.column], wanted)
    whole = sum(shares)
    edges = [0]
    for share in shares:
        edges.append(edges[-1] + share)
    places = [edge * total // whole for edge in edges]
    return [right - left for left, right in pairwise(places)]


def alignments(cells: Sequence[Cell], header_rows: int) -> dict[tuple[int, int], str]:
    """For each cell (by row and column) ``left``, ``center`` or ``right``.

    Numbers stand at the right, text of a column in the middle where all of it is short, else at the left;
    heads and numbers that nobody adds up (serial numbers, years) in the middle.
    """
    heads = {
        cell.column: cell.text
        for cell in cells
        if cell.row < header_rows or (cell.row == 0 and header_rows == 0)
    }
    groups: dict[tuple[int, int], list[Cell]] = {}
    for cell in cells:
        groups.setdefault((cell.column, cell.column_span), []).append(cell)
    found: dict[tuple[int, int], str] = {}
    for (column, _), group in groups.items():
        body = [cell for cell in group if not _is_head(cell, header_rows)]
        text = [cell for cell in body if _FIGURE.fullmatch(cell.text) is None]
        is_short = all(width_of(cell.text) <= _SHORT for cell in text)
        figures = "center" if _NO_SUM.search(heads.get(column, "")) else "right"
        for cell in group:
            if cell.look is not None and cell.look.align:
                align: str = cell.look.align
            elif _is_head(cell, header_rows):
                align = "center"
            elif _FIGURE.fullmatch(cell.text) is not None:
                align = figures
            else:
                align = "center" if is_short else "left"
            found[cell.row, cell.column] = align
    return found


def _is_head(cell: Cell, header_rows: int) -> bool:
    return cell.row < header_rows or (cell.look is not None and cell.look.head)


def _width(sign: str) -> int:
    return 1 if sign.isascii() else 2 if east_asian_width(sign) in "FWA" else 1
