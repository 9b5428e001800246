"""Ruled lines to grids: the cells that they enclose."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jixiao.formats.positioned.model import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NEAR: Final = 3.0
"""Points: lines nearer than this are one (double borders), ends nearer than this meet."""
_SHORTEST: Final = 6.0
"""Points: a shorter line is no border."""
_COVERED: Final = 0.6
"""The share of a side that must be ruled to part two cells."""
_MAX_LINES: Final = 400
"""Columns, and rows, of one page's grid."""


@dataclass(slots=True)
class Region:
    """The place of a cell: rows and columns of its grid, stops excluded, and its box."""

    row: int
    column: int
    row_stop: int
    column_stop: int
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(slots=True)
class Grid:
    """The ruled part of a page; ``xs`` and ``ys`` are where columns and rows begin, and the last ends."""

    xs: list[float]
    ys: list[float]
    regions: list[Region] = field(default_factory=list)
    owners: list[list[int]] = field(default_factory=list)
    """By row and column of the grid the number of the region that covers it."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is within."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def owner(self, x: float, y: float) -> int:
        """The number of the region at a point within."""
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        return self.owners[row][column]


def grids_of(rules: Iterable[Rule]) -> list[Grid]:
    """The tables that the rules draw, from top to bottom."""
    level, upright = _merged(rules)
    found = [grid for across, down in _connected(level, upright) if (grid := _grid(across, down)) is not None]
    return sorted(found, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _merged(rules: Iterable[Rule]) -> tuple[list[Rule], list[Rule]]:
    """Level and upright lines, pieces of one line put together, as lines without width."""
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    for rule in rules:
        if rule.is_level:
            across.append(((rule.top + rule.bottom) / 2, rule.left, rule.right))
        else:
            down.append(((rule.left + rule.right) / 2, rule.top, rule.bottom))
    return (
        [Rule(start, at, stop, at) for at, start, stop in _runs(across)],
        [Rule(at, start, at, stop) for at, start, stop in _runs(down)],
    )


def _runs(lines: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Lines (position, start, stop) at nearly one position that touch each other, as one."""
    found: list[tuple[float, float, float]] = []
    for group in _clusters(sorted(lines)):
        at = sum(line[0] for line in group) / len(group)
        start, stop = None, 0.0
        for _, first, last in sorted(group, key=lambda line: line[1]):
            if start is None:
                start, stop = first, last
            elif first <= stop + NEAR:
                stop = max(stop, last)
            else:
                found.append((at, start, stop))
                start, stop = first, last
        if start is not None:
            found.append((at, start, stop))
    return [line for line in found if line[2] - line[1] >= _SHORTEST]


def _clusters(lines: Sequence[tuple[float, float, float]]) -> list[list[tuple[float, float, float]]]:
    groups: list[list[tuple[float, float, float]]] = []
    for line in lines:
        if groups and line[0] - groups[-1][0][0] <= NEAR:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _connected(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that cross or meet, each of at least two level and one upright."""
    parents = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    ordered = sorted(range(len(level)), key=lambda index: level[index].top)
    tops = [level[index].top for index in ordered]
    for number, line in enumerate(upright, start=len(level)):
        first = bisect_right(tops, line.top - NEAR)
        last = bisect_right(tops, line.bottom + NEAR)
        for index in ordered[first:last]:
            if level[index].left - NEAR <= line.left <= level[index].right + NEAR:
                parents[root(number)] = root(index)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, line in enumerate(level):
        groups.setdefault(root(index), ([], []))[0].append(line)
    for index, line in enumerate(upright, start=len(level)):
        groups.setdefault(root(index), ([], []))[1].append(line)
    return [group for group in groups.values() if len(group[0]) >= 2 and group[1]]


def _grid(level: list[Rule], upright: list[Rule]) -> Grid | None:
    """The cells of connected lines, or None where they are no table: a frame, a drawing, a chart."""
    left, right = min(line.left for line in level), max(line.right for line in level)
    ys = _positions([line.top for line in level])
    xs = _positions([*(line.left for line in upright), left, right])  # tables may be open on both sides
    if len(xs) < 3 or len(ys) < 2 or max(len(xs), len(ys)) > _MAX_LINES:
        return None
    for y in (ys[0], ys[-1]):
        ruled = sum(line.right - line.left for line in level if abs(line.top - y) <= NEAR)
        if ruled < _COVERED * (xs[-1] - xs[0]):
            return None
    grid = Grid(xs, ys)
    _part(grid, _sides(xs, ys, upright, is_level=False), _sides(ys, xs, level, is_level=True))
    covered = sum(
        (region.row_stop - region.row) * (region.column_stop - region.column) for region in grid.regions
    )
    whole = (len(xs) - 1) * (len(ys) - 1)
    if len(grid.regions) < 2 or covered < whole * 0.9:  # lines of a drawing enclose no rectangles
        return None
    return grid


def _positions(values: list[float]) -> list[float]:
    """Sorted values, those nearly equal as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > NEAR:
            found.append(value)
    return found


def _sides(at: list[float], along: list[float], lines: list[Rule], *, is_level: bool) -> set[tuple[int, int]]:
    """Where a line parts neighbours: number of the position ``at``, number of the stretch ``along``."""
    found: set[tuple[int, int]] = set()
    spans: dict[int, list[tuple[float, float]]] = {}
    for line in lines:
        position = line.top if is_level else line.left
        number = min(range(len(at)), key=lambda index: abs(at[index] - position))
        spans.setdefault(number, []).append((line.left, line.right) if is_level else (line.top, line.bottom))
    for number, stretches in spans.items():
        for step in range(len(along) - 1):
            start, stop = along[step], along[step + 1]
            ruled = sum(max(min(last, stop) - max(first, start), 0.0) for first, last in stretches)
            if ruled >= _COVERED * (stop - start):
                found.add((number, step))
    return found


def _part(grid: Grid, upright: set[tuple[int, int]], level: set[tuple[int, int]]) -> None:
    """Join the places of the grid that no line parts, and note the rectangle that each region begins with."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    owners = [[-1] * columns for _ in range(rows)]
    for row in range(rows):
        for column in range(columns):
            if owners[row][column] >= 0:
                continue
            number = len(grid.regions)
            waiting = [(row, column)]
            owners[row][column] = number
            while waiting:
                r, c = waiting.pop()
                near = (
                    (r, c + 1, (c + 1, r) in upright),
                    (r, c - 1, (c, r) in upright),
                    (r + 1, c, (r + 1, c) in level),
                    (r - 1, c, (r, c) in level),
                )
                for to_row, to_column, parted in near:
                    inside = 0 <= to_row < rows and 0 <= to_column < columns
                    if inside and not parted and owners[to_row][to_column] < 0:
                        owners[to_row][to_column] = number
                        waiting.append((to_row, to_column))
            grid.regions.append(_rectangle(grid, owners, row, column))
    grid.owners = owners


def _rectangle(grid: Grid, owners: list[list[int]], row: int, column: int) -> Region:
    """The rectangle of one owner that begins at a place."""
    number = owners[row][column]
    stop = column
    while stop < len(owners[row]) and owners[row][stop] == number:
        stop += 1
    last = row
    while last < len(owners) and all(owner == number for owner in owners[last][column:stop]):
        last += 1
    return Region(row, column, last, stop, grid.xs[column], grid.ys[row], grid.xs[stop], grid.ys[last])
