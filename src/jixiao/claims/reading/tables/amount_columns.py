"""Columns of amounts that are the difference of two others: now − base = change."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from jixiao.claims.reading.tables.column_pattern import Pattern, voters
from jixiao.claims.reading.tables.columns import Column, is_earlier
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import significant_digits


def difference_pattern(
    c: int, columns: dict[int, Column], amounts: list[int], rows: list[Row]
) -> Pattern | None:
    """A column of changes or remainders: one column less another, as most rows show or the headers say."""
    best: tuple[int, bool, int, int] | None = None
    voting = voters(rows)
    for a, b in permutations([x for x in amounts if x != c], 2):
        used = [row for row in voting if all(x in row.tokens and row.tokens[x].number for x in (c, a, b))]
        hits = sum(close(row.tokens[a], row.tokens[b], row.tokens[c]) for row in used)
        named = _says_change(columns[c], columns[a], columns[b])
        if _is_shown(c, columns, voting, hits, len(used), named=named) and (best is None or hits > best[0]):
            best = (hits, named, a, b)
    if best is None:
        return None
    hits, named, a, b = best
    if columns[c].role != "change" and not _beside(c, a, b):
        return None
    with_all = tuple(row for row in rows if all(x in row.tokens for x in (c, a, b)))
    kind = "difference" if columns[c].role in ("change", "growth", "") else "sum"
    operands = ((a, "outturn", 1), (b, "prior", 1))
    return Pattern(kind, "difference", c, operands, with_all, certain=hits >= 3 or (named and hits >= 1))


def _says_change(change: Column, a: Column, b: Column) -> bool:
    """Whether the headers alone say that a column tells the change from one of these two to the other."""
    later, earlier = (b, a) if change.falls else (a, b)
    return change.role == "change" and is_earlier(earlier, later)


def _is_shown(
    c: int, columns: dict[int, Column], rows: Sequence[Row], hits: int, tried: int, *, named: bool
) -> bool:
    """Whether enough rows hold: most of them, or half of them (none of a single row) under plain headers."""
    if named and (hits * 2 >= tried or tried == 1):
        return tried > 0
    telling = sum(significant_digits(row.tokens[c].number) >= 3 for row in rows if c in row.tokens)
    sure = (hits >= 3 and telling >= 2) or columns[c].role == "change"
    return hits > 0 and hits * 10 >= tried * 6 and sure


def _beside(c: int, a: int, b: int) -> bool:
    return max(a, b, c) - min(a, b, c) <= 3 and c > min(a, b)


def close(a: Token, b: Token, c: Token) -> bool:
    """Whether one figure less another is the third, up to rounding."""
    if len({a.unit.name, b.unit.name, c.unit.name}) != 1:
        return False
    gap = a.number * a.unit.scale - b.number * b.unit.scale - c.number * c.unit.scale
    slack = (
        sum(
            (t.unit.scale.scaleb(-t.decimals) for t in (a, b, c) if t.decimals or t.unit.kind == "yuan"),
            Decimal(0),
        )
        / 2
    )
    return abs(gap) <= slack
