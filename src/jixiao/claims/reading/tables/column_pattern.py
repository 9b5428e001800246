"""A relation among the columns of a table, asserted row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from jixiao.claims.reading.tables.table import Row


@dataclass(frozen=True, slots=True)
class Pattern:
    """``stated`` column = ``formula`` of the ``operands`` columns (with factors) in these rows."""

    kind: str
    formula: str
    stated: int
    operands: tuple[tuple[int, str, int], ...]
    rows: tuple[Row, ...]
    certain: bool
    of_points: bool = False
    """Whether the operands are points, which are exact."""
    whole: Row | None = None
    """For shares: the row whose figure in the operand's column is the whole."""


_MOST_VOTERS = 64


def voters(rows: Sequence[Row]) -> Sequence[Row]:
    """Rows enough to see which pattern holds: of a long table some from all parts of it."""
    return rows if len(rows) <= _MOST_VOTERS else rows[:: len(rows) // _MOST_VOTERS + 1]
