"""A grid to regions: the titles, the table and the notes that a person sees on a sheet.

Fully blank rows part a sheet where a title or header follows them. Within a region, single texts above the
table are titles and unit lines, single texts below it are notes; everything else is the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.formats.grids.grid import Grid, Merge

MAX_COVERED: Final = 2_000_000
"""Grid positions that merged ranges are followed over; more is no table that a person made."""
_LARGEST_GAP: Final = 2
"""Blank rows that may stand inside one table."""
_FIGURE: Final = re.compile(r"[-−(（¥￥]*\d[\d,.]*\s*[%％‰)）]?\s*(?:[万亿千]?元)?")
_CAPTION: Final = re.compile(
    r"[（(]?\s*[^：:\d]{1,16}[：:].{0,40}|[（(]?\d{4}年度?[)）]?|公开\d{2}表|附[表件]?\d*[：:]?", re.DOTALL
)
_NOTE: Final = re.compile(
    r"\s*(?:注|备注|说明|附注|填表|填报|审核|联系|负责|经办|制表|数据来源|资料来源|[*※●①（(]|\d+[.、．])"
)
_SENTENCE: Final = 16
"""Characters from which a lone text below a table is a note and not the label of an empty row."""
_MOST_CAPTIONS: Final = 4


@dataclass(slots=True)
class Region:
    """Rows (from 1) of one region: those above the table, its own, and those below it."""

    before: list[int] = field(default_factory=list)
    table: list[int] = field(default_factory=list)
    after: list[int] = field(default_factory=list)
    bounds: Merge | None = None
    """The range of the table where the workbook tells it."""
    chart: bool = False
    """Whether the table is the data of a chart."""


@dataclass(slots=True)
class Cover:
    """Merged ranges: by first position; the positions that they hide; the rows that texts reach down into."""

    spans: dict[tuple[int, int], Merge] = field(default_factory=dict)
    hidden: set[tuple[int, int]] = field(default_factory=set)
    reached: set[int] = field(default_factory=set)
    cut: bool = False


def cover(grid: Grid, tables: Sequence[Merge] = ()) -> Cover:
    """Clip the merged ranges to the used part of the sheet; of overlapping ones the first counts.

    ``tables`` are ranges known to be tables: their blank cells are used, too.
    """
    found = Cover()
    bottom = max([*grid.rows, *(table[2] for table in tables)], default=0)
    right = max([*(max(row) for row in grid.rows.values()), *(table[3] for table in tables)], default=0)
    budget = MAX_COVERED
    for top, left, low, far in grid.merges:
        last_row, last_column = min(low, bottom), min(far, right)
        if (top, left) == (last_row, last_column) or top > bottom or left > right:
            continue
        budget -= (last_row - top + 1) * (last_column - left + 1)
        if budget < 0:
            found.cut = True
            break
        positions = {(r, c) for r in range(top, last_row + 1) for c in range(left, last_column + 1)}
        if positions.isdisjoint(found.hidden) and positions.isdisjoint(found.spans):
            positions.discard((top, left))
            found.spans[top, left] = (top, left, last_row, last_column)
            found.hidden |= positions
            if grid.rows.get(top, {}).get(left):
                found.reached.update(range(top + 1, last_row + 1))
    return found


def find_regions(grid: Grid, covered: Cover) -> list[Region]:
    """The regions of a sheet from top to bottom."""
    return [_divide(rows, grid, covered) for rows in _runs(grid, covered)]


def told_regions(grid: Grid, tables: Sequence[tuple[Merge, bool]]) -> list[Region]:
    """The regions of a sheet that tells its tables, True for the data of a chart: nothing is guessed."""
    rows = sorted(grid.rows)
    regions: list[Region] = []
    done = 0
    for bounds, chart in tables:
        top, _, low, _ = bounds
        if top <= done:
            continue  # it overlaps the one before
        before = [row for row in rows if done < row < top]
        regions.append(Region(before, list(range(top, low + 1)), bounds=bounds, chart=chart))
        done = low
    regions.append(Region(after=[row for row in rows if row > done]))
    return regions


def visible(grid: Grid, covered: Cover, row: int) -> dict[int, str]:
    """The texts of a row that are not hidden under a merged cell."""
    texts = grid.rows.get(row, {})
    if not covered.hidden:
        return texts
    return {column: text for column, text in texts.items() if (row, column) not in covered.hidden}


def _runs(grid: Grid, covered: Cover) -> list[list[int]]:
    """Rows that belong together, gaps inside included."""
    reached = covered.reached | set(grid.rows)
    runs: list[list[int]] = []
    for row in sorted(reached):
        previous = runs[-1][-1] if runs else row
        gap = row - previous - 1
        if not runs or gap > _LARGEST_GAP or (gap > 0 and _begins(visible(grid, covered, row))):
            runs.append([row])
        else:
            runs[-1].extend(range(previous + 1, row + 1))
    return runs


def _begins(texts: dict[int, str]) -> bool:
    """Whether a row after a blank one begins something new: a title or a header has no figures."""
    return not any(is_figure(text) for text in texts.values())


def is_figure(text: str) -> bool:
    """Whether a cell shows a number."""
    return _FIGURE.fullmatch(text.strip()) is not None


def _divide(rows: list[int], grid: Grid, covered: Cover) -> Region:
    texts = {row: visible(grid, covered, row) for row in rows}
    first, last = 0, len(rows)
    while first < last and _above(texts[rows[first]], rows[first], covered):
        first += 1
    while last > first and _below(texts[rows[last - 1]], rows[last - 1], covered):
        last -= 1
    return Region(before=rows[:first], table=rows[first:last], after=rows[last:])


def _above(texts: dict[int, str], row: int, covered: Cover) -> bool:
    """A row before the table: one text, or captions such as 填报单位：… 单位：万元."""
    if not texts:
        return True
    if _starts_table(texts, row, covered):
        return False
    if len(texts) == 1:
        return not is_figure(next(iter(texts.values())))
    return len(texts) <= _MOST_CAPTIONS and all(_CAPTION.fullmatch(text.strip()) for text in texts.values())


def _starts_table(texts: dict[int, str], row: int, covered: Cover) -> bool:
    """A cell that reaches down into further rows belongs to the header."""
    return any((span := covered.spans.get((row, column))) is not None and span[2] > row for column in texts)


def _below(texts: dict[int, str], row: int, covered: Cover) -> bool:
    """A row after the table: one text that is wide, long or begins like a note."""
    if not texts:
        return True
    if len(texts) != 1 or (row, min(texts)) in covered.hidden:
        return False
    ((column, text),) = texts.items()
    if is_figure(text) or row in covered.reached or _starts_table(texts, row, covered):
        return False
    span = covered.spans.get((row, column))
    wide = span is not None and span[3] - span[1] > 1
    return wide or len(text.strip()) >= _SENTENCE or _NOTE.match(text) is not None
