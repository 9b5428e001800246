"""Tables of two sides whose cells stand on lines of their own: 收入项目, 决算数, 支出项目, 决算数, then rows.

Every row has a name and a figure of each side, so that the sides take turns. That no empty cell was lost is
shown by the last row, the total of both sides.
"""

import re
from collections.abc import Sequence

Item = tuple[int, int, str]
Row = tuple[list[Item], list[Item]]

_INCOME, _SPENDING = re.compile(r"收\s*入|来\s*源"), re.compile(r"支\s*出|去\s*向|用\s*途")
_TOTAL = re.compile(r"(?:收入|支出)?\s*总\s*计")
_BOTH = 4
"""Columns of both sides: a name and a figure each."""
_SIDES = 2
"""Lines that make a row: one of each side."""
_FEWEST, _MOST = 3, 60
"""More rows than these are a table; lines that are read."""


def sides(rows: Sequence[Row]) -> tuple[tuple[Item, ...], ...] | None:
    """Header and rows of both sides, to their totals; None where the header names no two sides."""
    header = rows[0][0][:-1][-_BOTH:] if rows else []
    if len(header) < _BOTH or header[1][2] != header[3][2]:
        return None
    if not (_INCOME.search(header[0][2]) and _SPENDING.search(header[2][2])):
        return None
    made: list[tuple[Item, ...]] = [tuple(header)]
    for at in range(0, min(len(rows) - 1, _MOST), _SIDES):
        (names, figures), (others, others_figures) = rows[at : at + _SIDES]
        lone = len(figures) == len(others_figures) == len(others) == 1 and (at == 0 or len(names) == 1)
        if not lone:
            return None
        made.append((names[-1], figures[0], others[0], others_figures[0]))
        if _TOTAL.fullmatch(names[-1][2]) and _TOTAL.fullmatch(others[0][2]):
            return tuple(made) if len(made) > _FEWEST else None
    return None
