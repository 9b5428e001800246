"""Tables between bars whose rows stand on several lines, or lack the cells that a cell above spans.

Web pages copied as text end each cell with a bar, and each row with as many bars as the table has columns; a
cell with a line break, or a copy that breaks after each cell, spreads a row over lines. The number of
columns is what groups of lines have in common.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from jixiao.formats.txt.numbered import Item, numbered_rows

_BARS = re.compile(r"[|│┃｜]")
_SIGNS = "|│┃｜"
_FIGURE = re.compile(
    r"\s*(?:[≥≤><=]|>=|<=)?\s*[-−]?\d[\d,]*(?:\.\d+)?\s*(?:[%％]|万元?|亿元|元|分|[个人次户件项家])?\s*$"
)
_FEWEST_ROWS = 3
_FEWEST_PADS = 2
"""Lines of several cells that end a row: cells by themselves come out even at any width."""
_FIRST_LINES = 12
_SEVERAL = 4
_MOST_COLUMNS = 60
_LONGEST_LINE = 2000


def framed(lines: Sequence[str], first: int) -> bool:
    """Whether the lines of a table begin with a bar; where few do, that bar ends an empty cell."""
    last = first
    while last < len(lines) and len(_BARS.findall(lines[last])) >= 2:
        last += 1
    filled = [line.strip() for line in lines[first:last] if line.strip(_SIGNS + " ")]
    return sum(line[0] in _SIGNS for line in filled) * 2 >= len(filled)


def split_line(index: int, line: str, *, in_frame: bool = True) -> list[Item]:
    """The cells of a line, blank ones too; before a frame and behind a last bar is none."""
    items: list[Item] = []
    offset = 0
    for piece in _BARS.split(line):
        items.append((index, offset, piece))
        offset += len(piece) + 1
    opens = in_frame and line.strip()[:1] in _SIGNS
    if len(items) > 1 and not items[0][2].strip() and opens and _filled(items):
        items.pop(0)
    if items and not items[-1][2].strip():
        items.pop()
    return items


def _filled(items: Sequence[Item]) -> bool:
    return any(item[2].strip() for item in items)


def find_grid(lines: Sequence[str], first: int) -> list[list[Item]] | None:
    """The rows of a table whose rows are spread over lines, or None."""
    if not _is_barred(lines[first]):
        return None
    last = first
    while last + 1 < len(lines) and _is_barred(lines[last + 1]):
        last += 1
    cells = [split_line(index, lines[index]) for index in range(first, last + 1)]
    if len(cells) < _FEWEST_ROWS or sum(map(_filled, cells)) < _FEWEST_ROWS:
        return None
    if max(map(len, cells)) <= 1:
        return numbered_rows([line[0] if line else (first + at, 0, "") for at, line in enumerate(cells)])
    if _are_rows([len(line) for line in cells[:_FIRST_LINES]]):
        return None
    for width in _widths([len(line) for line in cells]):
        rows = _rows(cells, width)
        if rows is not None and len(rows) >= _FEWEST_ROWS and not _cuts_figures(rows):
            return rows if len(rows) < len(cells) else None
    return None


def _cuts_figures(rows: Sequence[Sequence[Item]]) -> bool:
    """Whether two rows one after the other are figures alone: halves of one row."""
    alone = [len(row) > 1 and all(_FIGURE.match(item[2]) for item in row) for row in rows]
    return any(a and b for a, b in pairwise(alone))


def _is_barred(line: str) -> bool:
    text = line.strip()
    return bool(text) and len(line) <= _LONGEST_LINE and text[-1] in _SIGNS


def _are_rows(counts: list[int]) -> bool:
    """Whether most lines have as many cells as one another, and several: each is a row by itself."""
    count, times = Counter(counts).most_common(1)[0]
    return count >= _SEVERAL and times * 5 >= len(counts) * 3


def _widths(counts: list[int]) -> list[int]:
    """Numbers of columns that may be meant: what the first lines come to, the least first."""
    widths: list[int] = []
    total = 0
    for count in counts:
        total += count
        if total > _MOST_COLUMNS:
            break
        if total >= max(counts) and total > 2:
            widths.append(total)
    return widths


def _rows(cells: list[list[Item]], width: int) -> list[list[Item]] | None:
    """Lines joined until they have so many cells; None where they do not come out even, or only by chance."""
    rows: list[list[Item]] = []
    row: list[Item] = []
    wide = ends = 0
    for line in cells:
        row.extend(line)
        if len(row) > width:
            return None
        wide += len(line) > 1
        if len(row) == width:
            ends += len(line) > 1
            rows.append(row)
            row = []
    if row:  # the text ends inside a row
        rows.append(row)
    return rows if ends >= _FEWEST_PADS and ends * 3 >= wide * 2 else None


def realigned(rows: Sequence[tuple[Item, ...]]) -> tuple[tuple[Item, ...], ...]:
    """Rows without the cells that a cell above spans, moved right: their last figures stand in line."""
    if any(_has_gap(row) for row in rows):
        return tuple(rows)  # empty cells are kept, so nothing stands left of its column
    lasts = [_last_figure(row) for row in rows]
    known = Counter(last for last in lasts if last > 1)
    if sum(known.values()) < _FEWEST_ROWS:
        return tuple(rows)
    edge = max(last for last, times in known.items() if times * 5 >= sum(known.values()) or times > 1)
    counts = Counter(_figures(row) for row, last in zip(rows, lasts, strict=True) if last == edge)
    usual = counts.most_common(1)[0][0]
    edges = [_is_percent(row[edge]) for row, last in zip(rows, lasts, strict=True) if last == edge]
    moved: list[tuple[Item, ...]] = []
    for row, last in zip(rows, lasts, strict=True):
        gap = edge - last
        spanned = 1 < last < edge and gap <= 2 and all(item[2].strip() for item in row[: last + 1])
        fits = spanned and _is_percent(row[last]) in edges  # a rate does not stand in line with points
        if fits and _figures(row) == usual > 1:
            blank = (row[0][0], row[0][1], "")
            rest = row[last + 1 :]
            kept = rest[: len(rest) - gap] if not _filled(rest[len(rest) - gap :]) else rest
            moved.append((*[blank] * gap, *row[: last + 1], *kept))
        else:
            moved.append(row)
    return tuple(moved)


def _is_percent(item: Item) -> bool:
    return item[2].rstrip().endswith(("%", "％"))


def _has_gap(row: Sequence[Item]) -> bool:
    """Whether an empty cell stands between filled ones, past the labels."""
    filled = [at for at, item in enumerate(row) if item[2].strip()]
    figures = [at for at in filled if _FIGURE.match(row[at][2])]
    return bool(figures) and figures[-1] - figures[0] >= sum(at >= figures[0] for at in filled)


def _last_figure(row: Sequence[Item]) -> int:
    return max((at for at, item in enumerate(row) if _FIGURE.match(item[2])), default=-1)


def _figures(row: Sequence[Item]) -> int:
    return sum(bool(_FIGURE.match(item[2])) for item in row)
