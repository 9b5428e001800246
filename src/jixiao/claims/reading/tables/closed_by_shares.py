"""Rows that are all parts of a total, as their shares of it tell: these make the hundred that it has itself.

Where one column of a table tells shares, its rows add up in every other one, also where no other column is
there to show it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED

_FEWEST = 2
_SHARE = "share"


def closed_by_shares(
    rows: Sequence[Row], columns: Sequence[int]
) -> Iterator[tuple[int, Token, tuple[Token, ...]]]:
    """Each column of amounts, the total told in it, and all its parts."""
    wholes = [row for row in rows if row.is_total]
    if len(wholes) != 1 or len(rows) <= _FEWEST:
        return
    whole = wholes[0]
    parts = [row for row in rows if row is not whole]
    if not any(_make_all(whole, parts, c) for c in whole.tokens):
        return
    for c in columns:
        total = whole.tokens.get(c)
        members = tuple(row.tokens[c] for row in parts if c in row.tokens)
        sure = not any(c in row.unsure for row in rows)
        if total is not None and total.number and len(members) == len(parts) and sure:
            yield c, total, members


def _make_all(whole: Row, parts: Sequence[Row], c: int) -> bool:
    """Whether a column tells shares, a hundred of the total and as much of the others together."""
    column = whole.columns.get(c)
    if column is None or column.role != _SHARE or whole.tokens[c].number != HUNDRED:
        return False
    shares = [row.tokens[c] for row in parts if c in row.tokens]
    if len(shares) < len(parts):
        return False
    step = max(Decimal(1).scaleb(-share.decimals) for share in shares)
    return abs(sum((share.number for share in shares), Decimal(0)) - HUNDRED) * 2 <= step * (len(shares) + 1)
