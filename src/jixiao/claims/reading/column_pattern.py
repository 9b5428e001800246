"""A relation among the columns of a table, asserted row by row."""

from dataclasses import dataclass

from jixiao.claims.reading.tables import Row


@dataclass(frozen=True, slots=True)
class Pattern:
    """``stated`` column = ``formula`` of the ``operands`` columns (with factors) in these rows."""

    kind: str
    formula: str
    stated: int
    operands: tuple[tuple[int, str, int], ...]
    rows: tuple[Row, ...]
    certain: bool
    whole: Row | None = None
    """For shares: the row whose figure in the operand's column is the whole."""
