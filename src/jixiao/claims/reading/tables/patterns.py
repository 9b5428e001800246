"""Relations among the columns of a table, found by what holds in most of its rows.

A column's header suggests what it is; the figures decide. A pattern (rate = outturn ÷ plan, change = now −
base, total = sum of the columns beside it) is accepted when it holds in most rows, and then asserted for
every row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from jixiao.claims.reading.tables.amount_columns import close, difference_pattern
from jixiao.claims.reading.tables.column_pattern import Pattern, voters
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.completion_columns import achievement
from jixiao.claims.reading.tables.flow_columns import flow_pattern
from jixiao.claims.reading.tables.percent_rows import is_percent_row
from jixiao.claims.reading.tables.point_columns import point_patterns
from jixiao.claims.reading.tables.rate_columns import (
    holds,
    holds_throughout,
    of_two_columns,
    points_rate,
    rate_pattern,
    telling,
)
from jixiao.claims.reading.tables.shares_of_total import shares_of_total
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tables.total_columns import names_total, total_patterns
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED, NUMBER, PERCENT

_MOST_COLUMNS = 16
_FEWEST_POINTS = 3
_MOST_PERCENT = 1000
"""Figures that are mostly larger are no percentages."""
_OF_RATES = re.compile(r"%|率|幅|比[例重]")


def column_patterns(table: TableReading) -> Iterator[Pattern]:
    """The patterns of each part of a table that has a header of its own."""
    segments: dict[int, list[Row]] = {}
    for row in table.rows:
        segments.setdefault(row.segment, []).append(row)
    for rows in segments.values():
        sure = [row for row in rows if not row.unsure]
        if len(sure) > 1 or (sure and len(sure[0].tokens) > 2):
            for pattern in of_rows(sure):
                more = [row for row in rows if row.unsure and _reads(pattern, row)]
                if pattern.formula == "difference":
                    more.extend(_points(pattern, sure))
                yield replace(pattern, rows=(*pattern.rows, *more))


def _points(pattern: Pattern, rows: list[Row]) -> list[Row]:
    """Rows of percentages whose change is told in points: all where most hold, else those that do."""
    (a, _, _), (b, _, _) = pattern.operands
    told = [row for row in rows if is_percent_row(row) and {a, b, pattern.stated} <= row.tokens.keys()]
    held = [row for row in told if close(row.tokens[a], row.tokens[b], row.tokens[pattern.stated])]
    return told if len(held) >= _FEWEST_POINTS and len(held) * 10 >= len(told) * 7 else held


def _reads(pattern: Pattern, row: Row) -> bool:
    """Whether a row has a pattern's figures, whatever columns its unsure ones belong to."""
    operands = {c for c, _, _ in pattern.operands}
    if pattern.formula == "sum" and row.unsure <= operands:
        return pattern.stated in row.tokens
    if pattern.formula == "sum" and not row.unsure & {pattern.stated, *operands}:
        return pattern.stated in row.tokens and len(operands & row.tokens.keys()) > 1
    return {pattern.stated, *operands} <= row.tokens.keys() - row.unsure


def of_rows(rows: list[Row]) -> Iterator[Pattern]:
    """The patterns of rows under one header."""
    rows = [row for row in rows if not is_percent_row(row)]
    numbers = sorted({c for row in rows for c in row.tokens})[:_MOST_COLUMNS]
    columns = {
        c: next((row.columns[c] for row in rows if c in row.columns), Column("", None, "")) for c in numbers
    }
    _find_bare_percents(numbers, columns, rows)
    percents = [c for c in numbers if columns[c].role not in ("full", "score") and _is_percent(c, rows)]
    amounts = [
        c
        for c in numbers
        if c not in percents and columns[c].role not in ("index", "full", "score", "target", "actual")
    ]
    targets = [c for c in numbers if columns[c].role == "target"]
    actuals = [c for c in numbers if columns[c].role == "actual"]
    of_points = list(point_patterns(columns, rows))
    yield from of_points
    told_points = {found.stated for found in of_points}
    percents, amounts = ([c for c in found if c not in told_points] for found in (percents, amounts))
    for c in percents:
        if columns[c].role == "rate" and len(targets) == len(actuals) == 1:
            achieved = achievement(c, targets[0], actuals[0], rows)
            if achieved is not None:
                yield achieved
                continue
        found = points_rate(c, columns, rows) or rate_pattern(c, columns, amounts, rows)
        found = found or of_two_columns(c, columns, amounts, rows)
        named = found is not None and columns[c].role == "rate"
        named = named and found is not None and (found.formula == "of_summed" or holds_throughout(found))
        shares = (
            None if named else share_pattern(c, columns[c], amounts, rows)
        )  # of equal plans a rate is a share as well
        if shares is not None:
            yield shares
        elif found is not None:
            yield found
    changes = (difference_pattern(c, columns, amounts, rows) for c in amounts)
    found_amounts = list(_best_of_pairs([found for found in changes if found is not None], rows))
    if (flow := flow_pattern({c: columns[c] for c in amounts}, rows)) is not None:
        found_amounts.append(flow)
    found_amounts.extend(total_patterns(columns, amounts, rows))
    told: list[set[int]] = []
    for pattern in sorted(found_amounts, key=lambda pattern: _rank(pattern, columns[pattern.stated])):
        used = {pattern.stated, *(c for c, _, _ in pattern.operands)}
        if used not in told:  # now − base = change and base + change = now are one statement
            told.append(used)
            yield pattern


def _best_of_pairs(found: Sequence[Pattern], rows: Sequence[Row]) -> Iterator[Pattern]:
    """Of columns that the same two make, those that hold in most rows.

    预算 − 节约 is 合同金额 in every row, and 已支付 only where all was paid.
    """
    held = {id(one): _held(one, rows) for one in found}
    for one in found:
        rivals = [
            other for other in found if {c for c, _, _ in other.operands} == {c for c, _, _ in one.operands}
        ]
        if held[id(one)] == max(held[id(other)] for other in rivals):
            yield one


def _held(pattern: Pattern, rows: Sequence[Row]) -> int:
    (a, _, _), (b, _, _) = pattern.operands
    told = [row.tokens for row in voters(rows) if {a, b, pattern.stated} <= row.tokens.keys()]
    return sum(close(tokens[a], tokens[b], tokens[pattern.stated]) for tokens in told)


def _rank(pattern: Pattern, stated: Column) -> int:
    """Of two readings of the same columns the one that its header promises comes first."""
    if pattern.formula == "difference":
        return 0 if stated.role == "change" else 2
    return 1 if names_total(stated) else 3


def _is_percent(c: int, rows: Sequence[Row]) -> bool:
    kinds = [row.tokens[c].unit.kind for row in rows if c in row.tokens]
    return bool(kinds) and kinds.count("percent") * 2 > len(kinds)


def _find_bare_percents(numbers: list[int], columns: dict[int, Column], rows: list[Row]) -> None:
    """Where dropped cells shift columns, figures, not headers, show which column is a percentage."""
    printed = [
        c
        for c in numbers
        if columns[c].role not in ("full", "score", "target", "actual", "index")
        and any(_may_be_percent(row.tokens[c]) for row in rows if c in row.tokens)
    ]
    for c in printed:
        own = [row for row in rows if c in row.tokens and not row.of_percents]
        tokens = [row.tokens[c] for row in own]
        header_says = columns[c].role in ("rate", "share", "growth")
        fits = False
        small = sum(abs(token.number) <= _MOST_PERCENT for token in tokens) * 2 > len(tokens)
        voting = voters(rows)
        for a, b in permutations([x for x in numbers if x != c], 2) if small or header_says else ():
            for formula in ("quotient", "base_rate"):
                hits = sum(
                    holds(row, c, a, b, formula) and telling(row.tokens[c])
                    for row in voting
                    if all(x in row.tokens for x in (c, a, b))
                    and row.tokens[a].unit.kind == row.tokens[b].unit.kind
                )
                fits = (
                    fits
                    or (hits >= 3 and hits * 2 * len(rows) > len(tokens) * len(voting))
                    or (header_says and hits >= 1)
                )
            if fits:
                break
        plausible = header_says and all(abs(token.number) <= 400 for token in tokens)
        if columns[c].role == "growth" and _tells_amounts(c, columns[c], numbers, voting):
            fits = plausible = False
        for row in own:
            token = row.tokens[c]
            if fits or plausible:
                token.unit, token.declared = PERCENT, True
            elif token.unit is PERCENT:
                beside = {
                    other.unit for at, other in row.tokens.items() if at != c and other.unit is not PERCENT
                }
                token.unit = next(iter(beside)) if len(beside) == 1 else columns[c].fallback or NUMBER


def _tells_amounts(c: int, column: Column, numbers: list[int], rows: Sequence[Row]) -> bool:
    """Whether a column headed 增长, with no word of a rate, is the difference of two others in every row.

    Of a base of 100 it is their rate as well, and stays one.
    """
    if _OF_RATES.search(column.header):
        return False
    for a, b in permutations([x for x in numbers if x != c], 2):
        told = [row for row in rows if {a, b, c} <= row.tokens.keys() and row.tokens[c].number]
        figures = [(row.tokens[a], row.tokens[b], row.tokens[c]) for row in told]
        amounts = all(one.unit is other.unit is not PERCENT for one, other, _ in figures)
        if told and amounts and all(x.number - y.number == change.number for x, y, change in figures):
            return not all(holds(row, c, a, b, "base_rate") for row in told)
    return False


def _may_be_percent(token: Token) -> bool:
    """Whether a figure has no unit of its own, and none that is settled."""
    return token.quantity is None and (token.declared or token.unit is NUMBER)


def share_pattern(c: int, column: Column, amounts: list[int], rows: list[Row]) -> Pattern | None:
    """A column of shares: each row's amount over that of the total row."""
    tokens = [row for row in rows if c in row.tokens]
    wholes = [row for row in tokens if row.tokens[c].number == 100 or row.is_total] + [
        row for row in rows if row.is_total and row not in tokens
    ]
    best: tuple[int, int, Row] | None = None
    for whole in wholes[:4]:
        for a in amounts:
            total = whole.tokens.get(a)
            if total is None or total.number == 0:
                continue
            parts = [row for row in tokens if row is not whole and a in row.tokens and telling(row.tokens[c])]
            hits = sum(
                abs(row.tokens[a].number / total.number * HUNDRED - row.tokens[c].number)
                < Decimal(1).scaleb(-row.tokens[c].decimals)
                for row in parts
            )
            if hits >= 2 and hits * 10 >= len(parts) * 6 and (best is None or hits > best[0]):
                best = (hits, a, whole)
    if best is None:
        return shares_of_total(c, amounts, rows) if column.role == "share" else None
    hits, a, whole = best
    used = tuple(row for row in tokens if a in row.tokens and row is not whole)
    return Pattern("share", "quotient", c, ((a, "part", 1),), used, certain=hits >= 2, whole=whole)
