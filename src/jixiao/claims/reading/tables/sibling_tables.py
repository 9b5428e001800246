"""A table and those after it that tell the same of its parts: each figure is the total of theirs.

The funds of a policy by level (中央, 市级, 本级), then those of its projects in rows of the same names.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.tables.share_names import bare_name
from jixiao.claims.reading.tables.sums import RowSum
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token

_FEWEST_ROWS, _MOST_ROWS = 3, 40
_FEWEST_HELD = 2
_LEAST = 100
"""Smaller figures, such as weights, add up by chance."""
_NO_AMOUNTS = frozenset(("full", "score", "target", "actual", "rate", "share", "growth", "index"))


def sums_of_tables(tables: Sequence[TableReading]) -> Iterator[RowSum]:
    """Every figure of a table that the same rows of the tables after it make, where most of them do."""
    at = 0
    while at < len(tables):
        alike = [tables[at]]
        for table in tables[at + 1 :]:
            if not _same_rows(alike[0].rows, table.rows):
                break
            alike.append(table)
        if len(alike) > 2:
            yield from _sums(alike[0].rows, [table.rows for table in alike[1:]])
        at += len(alike)


def _same_rows(first: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether rows have the same names and columns; the first, a total, may have names of its own."""
    if not _FEWEST_ROWS <= len(first) <= _MOST_ROWS or len(first) != len(other):
        return False
    named = all(bare_name(a) == bare_name(b) != "" for a, b in zip(first[1:], other[1:], strict=True))
    return named and all(a.tokens.keys() == b.tokens.keys() for a, b in zip(first, other, strict=True))


def _sums(totals: Sequence[Row], parts: Sequence[Sequence[Row]]) -> Iterator[RowSum]:
    made = [
        (c, total, tuple(rows[at].tokens[c] for rows in parts))
        for at, row in enumerate(totals)
        for c, total in row.tokens.items()
        if c not in row.columns or row.columns[c].role not in _NO_AMOUNTS
    ]
    held = sum(_adds(total, tokens) for _, total, tokens in made)
    if held >= _FEWEST_HELD and held * 10 >= len(made) * 6:
        yield from (RowSum(c, total, tokens, certain=True) for c, total, tokens in made)


def _adds(total: Token, parts: tuple[Token, ...]) -> bool:
    digits = abs(total.number).scaleb(total.decimals)
    return digits >= _LEAST and total.number == sum((part.number for part in parts), Decimal(0))
