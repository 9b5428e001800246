"""Tables without a total row whose total the text beside them tells: 共评价3个项目，资金249.36万元，如下."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.tables.sums import RowSum
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits, significant_digits
from jixiao.core.slips import one_slip_apart

_FEWEST_ROWS, _MOST_ROWS = 3, 200
_BEFORE, _BEHIND = 4, 2
"""Paragraphs before and behind the table that may tell its total."""
_LEAST_DIGITS, _SLIP_DIGITS = 3, 5
_TOTAL = re.compile(r"共|合计|总|涉及|累计")
_NO_AMOUNTS = frozenset(("full", "score", "target", "rate", "share", "growth", "index"))


def told_totals(reading: Reading) -> Iterator[RowSum]:
    """Every column of amounts with the amount beside its table that it makes, or misses by one slip."""
    for table in reading.tables:
        if table.block.kind != "table" or not _FEWEST_ROWS <= len(table.rows) <= _MOST_ROWS:
            continue
        if any(row.names_total or row.of_which for row in table.rows):
            continue
        at = table.block.index
        near = [
            token
            for paragraph in reading.paragraphs
            if at - _BEFORE <= paragraph.block.index <= at + _BEHIND
            for token in paragraph.tokens
            if token.unit.kind == "yuan" and not token.approximate
        ]
        if near:
            yield from _of_columns(table, near)


def _of_columns(table: TableReading, near: Sequence[Token]) -> Iterator[RowSum]:
    for column in sorted({c for row in table.rows for c in row.tokens}):
        parts = tuple(row.tokens[column] for row in table.rows if column in row.tokens)
        heads = {row.columns[column].role for row in table.rows if column in row.columns}
        if len(parts) < len(table.rows) or any(part.unit.kind != "yuan" for part in parts):
            continue
        if heads & _NO_AMOUNTS:
            continue
        amount = sum((part.number * part.unit.scale for part in parts), Decimal(0))
        equal = [t for t in near if t.number * t.unit.scale == amount and _is_long(t)]
        slipped = [t for t in near if _misses(t, amount)]
        if equal:
            yield RowSum(column, equal[-1], parts, certain=False)
        elif len(slipped) == 1:
            yield RowSum(column, slipped[0], parts, certain=True)


def _is_long(token: Token) -> bool:
    return significant_digits(token.number) >= _LEAST_DIGITS


def _misses(told: Token, amount: Decimal) -> bool:
    """Whether one slip of the pen sets a figure apart from what the column comes to."""
    fewest = _SLIP_DIGITS - (_TOTAL.search(told.lead) is not None)
    return printed_digits(told.number) >= fewest and one_slip_apart(told.build(), amount / told.unit.scale)
