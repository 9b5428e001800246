"""Empty cells of tables set with blanks, where all gaps are alike: one of twice the width holds a cell.

Such tables are copied with a fixed run of blanks between cells, also around an empty one. A row with fewer
cells than the others has them back where its gaps tell how many are missing.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

Item = tuple[int, int, str]
_NARROWEST = 2
_FEWEST = 3
"""Rows that must agree on the width of the gap."""


def with_empty_cells(rows: Sequence[tuple[Item, ...]], lines: Sequence[str]) -> Sequence[tuple[Item, ...]]:
    """The rows, those that lack cells filled up where their gaps say so."""
    width = Counter(map(len, rows)).most_common(1)[0][0]
    if all(len(row) >= width for row in rows):
        return rows
    gaps = {tuple(sorted(set(_gaps(row)))) for row in rows[1:] if len(row) == width}
    of_width = sum(len(row) == width for row in rows[1:])
    if len(gaps) != 1 or of_width < _FEWEST or len(next(iter(gaps))) != 1:
        return rows
    step = next(iter(gaps))[0]
    if step < _NARROWEST:
        return rows
    return [row if len(row) >= width else _filled(row, lines, step, width) for row in rows]


def _gaps(row: Sequence[Item]) -> list[int]:
    return [after[1] - (before[1] + len(before[2])) for before, after in pairwise(row)]


def _filled(row: tuple[Item, ...], lines: Sequence[str], step: int, width: int) -> tuple[Item, ...]:
    gaps = _gaps(row)
    if any(gap % step for gap in gaps):
        return row
    made: list[Item] = [row[0]]
    for gap, item in zip(gaps, row[1:], strict=True):
        made.extend((item[0], item[1], "") for _ in range(gap // step - 1))
        made.append(item)
    index, start, word = row[-1]
    rest = len(lines[index].replace("\u3000", "  ")) - start - len(word)
    made.extend((index, start + len(word), "") for _ in range(rest // step))
    return tuple(made) if len(made) == width else row
