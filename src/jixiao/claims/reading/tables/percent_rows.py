"""Rows of percentages over two rows of amounts: which two, as the figures of most columns say."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal

from jixiao.claims.reading.tables.rate_columns import telling
from jixiao.claims.reading.tables.share_names import tells_share
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED

Formula = Literal["base_rate", "quotient"]
_GROWTH_ROW = re.compile(r"增减|增长|增幅|降幅|升降|[±]")
_KINDS: Final[tuple[tuple[str, Formula], ...]] = (("growth", "base_rate"), ("rate", "quotient"))
_REACH: Final = 32
"""Rows of amounts above and below that a row of percentages may be about. Of a thousand rows farther away
some two agree by chance, and to try all pairs takes the cube of the rows."""
_WIDER: Final = Decimal("1.000001")
"""Bounds are divided and multiplied back; what lies on them is tried exactly afterwards."""


def is_percent_row(row: Row) -> bool:
    """A row of percentages below rows of amounts."""
    return len(row.tokens) > 1 and all(token.unit.kind == "percent" for token in row.tokens.values())


def row_patterns(table: TableReading) -> Iterator[tuple[str, Token, Token, Token]]:
    """Rows of percentages over two rows of amounts: kind, stated, now and base, column by column."""
    amounts: dict[int, list[tuple[int, Row]]] = {}
    for at, row in enumerate(table.rows):
        if not any(token.unit.kind == "percent" for token in row.tokens.values()):
            amounts.setdefault(row.segment, []).append((at, row))
    for at, row in enumerate(table.rows):
        levels = {c: token for c, token in row.tokens.items() if _is_level(row, c)}
        tokens = {c: t for c, t in levels.items() if t.unit.kind == "percent" and telling(t)}
        if len(tokens) < 2 or not is_percent_row(row) or tells_share(row):
            continue
        here = amounts.get(row.segment, [])
        best = _best(row, tokens, _near(here, at))
        if best is None and len(here) == 2 and _GROWTH_ROW.search(row.label):
            best = ("growth", *_by_time([one for _, one in here], levels))
        if best is not None:
            kind, a, b = best
            for c, token in levels.items():
                if c in a.tokens and c in b.tokens and b.tokens[c].number:
                    yield kind, token, a.tokens[c], b.tokens[c]


def _near(amounts: Sequence[tuple[int, Row]], at: int) -> list[Row]:
    """The rows of amounts within reach, in their order."""
    middle = bisect_left(amounts, at, key=lambda pair: pair[0])
    return [row for _, row in amounts[max(middle - _REACH, 0) : middle + _REACH]]


def _best(row: Row, tokens: Mapping[int, Token], others: list[Row]) -> tuple[str, Row, Row] | None:
    """The two rows that most columns agree with, six in ten at least; of equals the first."""
    needed = max(2, -(-len(tokens) * 6 // 10))
    seeds = [*tokens][: len(tokens) - needed + 1]  # who agrees with enough columns agrees with one of these
    pairs = {pair for c in seeds for pair in _agreeing(tokens[c], c, others)}
    best: tuple[int, str, Row, Row] | None = None
    for a, b in sorted(pairs):
        for kind, formula in _KINDS:
            hits = sum(_matches(row, others[a], others[b], c, formula) for c in tokens)
            if hits >= needed and (best is None or hits > best[0]):
                best = (hits, kind, others[a], others[b])
    return best[1:] if best is not None else None


def _agreeing(token: Token, c: int, others: list[Row]) -> Iterator[tuple[int, int]]:
    """Pairs of rows, by their numbers, whose figures in a column make the percentage, or nearly."""
    known = sorted((row.tokens[c].value, number) for number, row in enumerate(others) if c in row.tokens)
    values = [value for value, _ in known]
    room = Decimal(1).scaleb(-token.decimals) * _WIDER
    for base, b in known:
        if not base:
            continue
        for _, formula in _KINDS:
            whole = HUNDRED if formula == "base_rate" else Decimal(0)
            ends = [(token.number + whole + side) / HUNDRED * base for side in (-room, room)]
            for _, a in known[bisect_left(values, min(ends)) : bisect_right(values, max(ends))]:
                if a != b:
                    yield a, b


def _by_time(pair: list[Row], rates: dict[int, Token]) -> tuple[Row, Row]:
    """Of two rows the later and the earlier: as most signs of the rates say, else as they stand."""
    first, second = pair
    rises = 0
    for c, token in rates.items():
        if c in first.tokens and c in second.tokens and token.number:
            rose = second.tokens[c].number > first.tokens[c].number
            rises += 1 if rose == (token.number > 0) else -1
    return (second, first) if rises >= 0 else (first, second)


def _is_level(row: Row, c: int) -> bool:
    """Whether a column tells amounts or rates themselves, not how they changed."""
    return c not in row.columns or row.columns[c].role not in ("change", "growth")


def _matches(row: Row, a: Row, b: Row, c: int, formula: Formula) -> bool:
    if c not in a.tokens or c not in b.tokens or b.tokens[c].number == 0:
        return False
    quotient = a.tokens[c].value / b.tokens[c].value
    computed = (quotient - 1 if formula == "base_rate" else quotient) * HUNDRED
    return abs(computed - row.tokens[c].number) < Decimal(1).scaleb(-row.tokens[c].decimals)
