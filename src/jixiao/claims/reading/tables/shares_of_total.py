"""A column headed as shares beside one of amounts whose total row tells a hundred: each row is a share of it.

Most rows may fail there: where the total is misprinted all do, and where two parts of three have changed
places two do. That the list is complete is then shown by its shares, which make a hundred, and by its parts,
which make the total or of whose sum they are the shares.
"""

from collections.abc import Sequence
from decimal import Decimal

from jixiao.claims.reading.tables.column_pattern import Pattern
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.units import HUNDRED

_FEWEST = 2


def shares_of_total(c: int, amounts: Sequence[int], rows: Sequence[Row]) -> Pattern | None:
    """The pattern of the column of shares ``c``; None where the rows do not surely divide one total."""
    wholes = [row for row in rows if row.is_total and c in row.tokens and row.tokens[c].number == HUNDRED]
    if len(wholes) != 1 or sum(row.is_total for row in rows) != 1:
        return None
    whole = wholes[0]
    columns = [a for a in amounts if a in whole.tokens and whole.tokens[a].number]
    if len(columns) != 1:
        return None
    a = columns[0]
    parts = [row for row in rows if row is not whole]
    if len(parts) < _FEWEST or not all({a, c} <= row.tokens.keys() for row in parts):
        return None
    step = max(Decimal(1).scaleb(-row.tokens[c].decimals) for row in parts)
    if abs(sum((row.tokens[c].number for row in parts), Decimal(0)) - HUNDRED) > step * len(parts):
        return None
    total = sum((row.tokens[a].number for row in parts), Decimal(0))
    if not total or not (_is_rounded(total, whole, a, parts) or _are_shares(total, a, c, parts)):
        return None
    return Pattern("share", "quotient", c, ((a, "part", 1),), tuple(parts), certain=True, whole=whole)


def _is_rounded(total: Decimal, whole: Row, a: int, parts: Sequence[Row]) -> bool:
    """Whether the parts make the printed total, but for what rounding leaves open."""
    step = max(Decimal(1).scaleb(-row.tokens[a].decimals) for row in (whole, *parts))
    return abs(total - whole.tokens[a].number) * 2 <= step * (len(parts) + 1)


def _are_shares(total: Decimal, a: int, c: int, parts: Sequence[Row]) -> bool:
    """Whether every row tells its share of what the parts make together."""
    return all(
        abs(row.tokens[a].number / total * HUNDRED - row.tokens[c].number)
        < Decimal(1).scaleb(-row.tokens[c].decimals)
        for row in parts
    )
