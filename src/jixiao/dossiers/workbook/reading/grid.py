"""A sheet as the readers of blocks see it: cells by row and column from 1, merged ranges, names of cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from jixiao.dossiers.faults import Position
from jixiao.formats.grids.grid import Merge, name_cell
from jixiao.formats.xlsx.raw import RawCell, RawGrid


@dataclass
class Grid:
    """One sheet of the workbook."""

    name: str
    raw: RawGrid

    @cached_property
    def merged(self) -> dict[tuple[int, int], Merge]:
        """The merged range of its cells other than the first; ranges over whole columns are left alone."""
        found: dict[tuple[int, int], Merge] = {}
        budget = _MOST_MERGED
        for merge in self.raw.merges:
            top, left, bottom, right = merge
            size = (bottom - top + 1) * (right - left + 1)
            if size > min(_LARGEST_MERGE, budget):
                continue
            budget -= size
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    if (row, column) != (top, left):
                        found[row, column] = merge
        return found

    @cached_property
    def filled(self) -> list[int]:
        """The rows with any content, in order."""
        return sorted(
            row
            for row, cells in self.raw.rows.items()
            if any(cell.is_formula or not cell.is_blank for cell in cells.values())
        )

    def cell(self, row: int, column: int) -> RawCell | None:
        """The cell, if it holds something that is to be seen or computed."""
        found = self.raw.rows.get(row, {}).get(column)
        return None if found is None or (found.is_blank and not found.is_formula) else found

    def above(self, row: int, column: int) -> tuple[int, int] | None:
        """The first cell of the merged range that covers the cell, where it stands in the same column."""
        merge = self.merged.get((row, column))
        return (merge[0], merge[1]) if merge is not None and merge[1] == column else None

    def is_wide(self, row: int, column: int) -> bool:
        """Whether the cell is merged with cells to its right."""
        return any((top, left) == (row, column) and right > left for top, left, _, right in self.raw.merges)

    def texts(self, row: int) -> Iterator[tuple[int, str]]:
        """The columns of a row with their words."""
        for column, cell in sorted(self.raw.rows.get(row, {}).items()):
            if cell.kind == "s" and not cell.is_blank:
                yield column, cell.stored

    def position(self, row: int, column: int) -> Position:
        """For a fault."""
        return Position(0, self.name, name_cell(row, column))


_LARGEST_MERGE = 20_000
_MOST_MERGED = 200_000
"""Cells of all ranges of a sheet that are followed: a sheet may tell 50,000 ranges, which would be gigabytes
of cells that no form has."""
