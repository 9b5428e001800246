"""How wide columns are and how their cells are aligned."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from jixiao.formats.docx.write.measure import half_widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.core.document import Cell

_FIGURE = re.compile(r"[-−－+]?[（(]?[-−]?\d[\d,，]*(?:[.．]\d+)?[)）]?\s*[%％]?(?:万元|元|分)?")
_APART = re.compile(r"序号|编号|编码|代码|^年[度份]$|名次|排名|科目|分值|得分|权重|评分")
_NOTHING = "-－—–/／ \u3000"
_SHORT = 14
"""Half-widths; longer text of a column stands at the left."""
_WIDEST = 36
_WHOLE = 12
"""Text of so many half-widths, such as 年初预算数, is best not broken; numbers never are."""
_SPARED = 600
"""No column gives room to others below this."""
_KEPT = 70
"""Percent of its width that a column keeps when it gives room to others."""
_PADDING = 160
"""At both sides of a cell, in twentieths of a point, and a little more for wider fonts."""


def widths(cells: Sequence[Cell], columns: int, given: Sequence[int], total: int, half: int) -> list[int]:
    """Widths that sum up to ``total``: as given (relative), else by what stands in the columns.

    ``half`` is the width of half a Chinese sign; all in twentieths of a point.
    """
    if len(given) == columns and all(share > 0 for share in given):
        return _eased(cells, _with_whole_figures(cells, _scaled(given, total), half), half)
    return _scaled(_by_content(cells, columns, total, half), total)


def _scaled(shares: Sequence[int], total: int) -> list[int]:
    return _shared(total, shares)


def _with_whole_figures(cells: Sequence[Cell], found: list[int], half: int) -> list[int]:
    """The widths with columns widened, at the cost of the others, so that no number is broken."""
    least = [0] * len(found)
    for cell in cells:
        if cell.column_span == 1 and is_figure(cell.text):
            least[cell.column] = max(least[cell.column], _size(cell.text) * half + _PADDING)
    missing = sum(max(low - width, 0) for low, width in zip(least, found, strict=True))
    spare = [max(width - max(low, _SPARED), 0) for low, width in zip(least, found, strict=True)]
    if missing == 0 or missing > sum(spare):
        return found
    taken = [missing * one // sum(spare) for one in spare]
    taken[spare.index(max(spare))] += missing - sum(taken)
    return [max(width, low) - less for width, low, less in zip(found, least, taken, strict=True)]


def _eased(cells: Sequence[Cell], found: list[int], half: int) -> list[int]:
    """The widths with room moved from columns that have more than their text needs to those that break it.

    First so that text takes two lines, then one. A column keeps most of what its form gave it, for it may
    be empty only until somebody writes into it.
    """
    columns = range(len(found))
    one, two = [0] * len(found), [0] * len(found)
    for cell in cells:
        if cell.column_span == 1 and cell.text:
            size = -(-_size(cell.text) // cell.row_span)  # a cell over several rows has their lines
            size = max(min(size, _WIDEST), 4)
            one[cell.column] = max(one[cell.column], size * half + _PADDING)
            two[cell.column] = max(two[cell.column], min(size, size // 2 + 2) * half + _PADDING)
    for wanted in (two, one):
        spare = [max(found[at] - max(one[at], found[at] * _KEPT // 100), 0) for at in columns]
        missing = [max(wanted[at] - found[at], 0) for at in columns]
        moved = min(sum(spare), sum(missing))
        if moved:
            given, taken = _shared(moved, missing), _shared(moved, spare)
            found = [found[at] + given[at] - taken[at] for at in columns]
    return found


def _size(text: str) -> int:
    """The half-widths that text takes; a percent sign is wider than a digit."""
    return half_widths(text) + text.count("%")


def _shared(amount: int, parts: Sequence[int]) -> list[int]:
    """The amount in proportion to the parts."""
    edges = [amount * edge // sum(parts) for edge in accumulate(parts, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _by_content(cells: Sequence[Cell], columns: int, total: int, half: int) -> list[int]:
    least, wanted = [2] * columns, [2] * columns
    for cell in cells:
        if cell.column_span == 1 and cell.text:
            size = _size(cell.text)
            unbroken = size if is_figure(cell.text) else min(size, _WHOLE)
            least[cell.column] = max(least[cell.column], unbroken)
            wanted[cell.column] = max(wanted[cell.column], min(size, _WIDEST), unbroken)
    low = [size * half + _PADDING for size in least]
    high = [size * half + _PADDING for size in wanted]
    room, missing = total - sum(low), sum(high) - sum(low)
    if missing <= max(room, 0):
        return high
    return [a + (b - a) * max(room, 0) // missing for a, b in zip(low, high, strict=True)]


def alignments(cells: Sequence[Cell], header_rows: int) -> dict[tuple[int, int], str]:
    """For each cell (by row and column) ``left``, ``center`` or ``right``.

    Numbers stand at the right, text of a column in the middle where all of it is short, else at the left.
    In the middle stand heads, and numbers by themselves: serial numbers, years, scores, those among text.
    """
    heads = {cell.column: cell.text for cell in cells if cell.row < max(header_rows, 1)}
    # a form: heads stand among the cells, so its columns are none
    is_form = any(_is_head(cell, 0) and cell.row >= header_rows and cell.column > 0 for cell in cells)
    groups: dict[tuple[int, int], list[Cell]] = {}
    for cell in cells:
        groups.setdefault((cell.column, cell.column_span), []).append(cell)
    found: dict[tuple[int, int], str] = {}
    for (column, _), group in groups.items():
        body = [cell for cell in group if not _is_head(cell, header_rows)]
        text = [cell for cell in body if not is_figure(cell.text)]
        is_short = all(half_widths(cell.text) <= _SHORT for cell in text)
        is_mixed = any(cell.text.strip(_NOTHING) for cell in text)
        is_apart = is_form or is_mixed or _APART.search(heads.get(column, "")) is not None
        figures = "center" if is_apart else "right"
        for cell in group:
            if cell.look is not None and cell.look.align:
                align: str = cell.look.align
            elif _is_head(cell, header_rows):
                align = "center"
            elif is_figure(cell.text):
                align = figures
            else:
                align = "center" if is_short else "left"
            found[cell.row, cell.column] = align
    return found


def is_figure(text: str) -> bool:
    """Whether the text is a number, with or without a unit."""
    return _FIGURE.fullmatch(text) is not None


def _is_head(cell: Cell, header_rows: int) -> bool:
    return cell.row < header_rows or (cell.look is not None and cell.look.head)
