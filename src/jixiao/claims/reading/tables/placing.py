"""Rows whose empty cells were dropped: which columns their figures stand under.

A converter that leaves out empty cells moves the figures right of them to the left. What holds among the
columns of full rows tells where they belong: -2.90 and -100.00 are a change and its rate. Columns that
figures leave open are remembered as unsure, so that nothing is asserted of them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations
from math import comb

from jixiao.claims.reading.tables.column_pattern import Pattern
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.patterns import of_rows
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tables.total_columns import names_total
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED, NUMBER

_MOST_COLUMNS = 12
_MOST_PLACES = 130
"""Ways to leave columns empty that are tried for a row; 4 of 9 are as many."""
_FEWEST_FULL = 2
_ROLES = frozenset(("target", "actual", "operator"))
_NONE = re.compile(r"[-—–/]+|无|不适用")


def place_rows(table: TableReading) -> None:
    """Move the figures of short rows under their columns, where cells were dropped."""
    segments: dict[int, list[Row]] = {}
    for row in table.rows:
        segments.setdefault(row.segment, []).append(row)
    for rows in segments.values():
        _place(rows)


def _place(rows: list[Row]) -> None:
    _move_uncoded(rows)
    _move_scores(rows)
    counts = [len(_filled(row)) for row in rows]
    width = max(counts, default=0)
    full = [row for row, count in zip(rows, counts, strict=True) if count == width and row.tokens]
    short = [row for row, count in zip(rows, counts, strict=True) if 1 < count < width]
    if not short or width > _MOST_COLUMNS or _ROLES & {c.role for row in rows for c in row.columns.values()}:
        return
    kept = any(_has_gap(row) for row in rows)
    like = {c: token for row in full for c, token in row.tokens.items()}
    percents = {c for c in like if all(_is_printed_percent(row.tokens.get(c)) for row in full)}
    patterns = list(of_rows(full)) if len(full) >= _FEWEST_FULL or width > 2 else []
    for row in short:
        if not _has_gap(row):
            _place_row(row, like, patterns, percents, kept=kept)


def _move_uncoded(rows: list[Row]) -> None:
    """Totals have no code and no number: without that empty cell their figures stand one column left."""
    firsts = Counter(min(row.tokens) for row in rows if row.tokens)
    if not firsts:
        return
    usual, times = firsts.most_common(1)[0]
    for row in rows:
        gap = usual - min(row.tokens, default=usual)
        if 0 < gap <= 2 and times > 1 and row.names_total and not _has_gap(row):
            row.tokens = {c + gap: token for c, token in row.tokens.items()}
            row.texts = {c + gap: word for c, word in row.texts.items()}


def _move_scores(rows: list[Row]) -> None:
    """Rows without a cell that spans rows above: weight and score, their last figures, stand further left."""
    roles = {column.role: c for row in rows for c, column in row.columns.items()}
    full, score = roles.get("full", -1), roles.get("score", -1)
    pairs = [(row, sorted(row.tokens)[-2:]) for row in rows if len(row.tokens) > 1]
    if score != full + 1 or sum(last == [full, score] for _, last in pairs) < _FEWEST_FULL:
        return
    usual = Counter(len(row.tokens) for row, last in pairs if last == [full, score]).most_common(1)[0][0]
    for row, (weight, points) in pairs:
        gap = score - points
        within = row.tokens[points].number <= row.tokens[weight].number or len(row.tokens) == usual
        beside = weight == points - 1 and within
        if beside and (0 < gap <= 2 or (gap > 0 and row.names_total)):
            row.tokens = {c + gap: token for c, token in row.tokens.items()}
            row.texts = {c + gap: word for c, word in row.texts.items()}


def _filled(row: Row) -> list[int]:
    """The columns of its figures and of the signs that stand for none, from the first figure on."""
    first = min(row.tokens, default=0)
    return sorted([*row.tokens, *(c for c, word in row.texts.items() if c > first and _NONE.fullmatch(word))])


def _has_gap(row: Row) -> bool:
    """Whether an empty cell stands between its name and its last figure or word: then none were dropped."""
    if not row.tokens:
        return False
    filled = [*row.tokens, *(c for c, word in row.texts.items() if word)]
    return any(not word and min(filled) < c < max(filled) for c, word in row.texts.items())


def _is_printed_percent(token: Token | None) -> bool:
    return token is not None and token.unit.kind == "percent" and not token.declared


def _place_row(
    row: Row, like: dict[int, Token], patterns: Sequence[Pattern], percents: set[int], *, kept: bool
) -> None:
    """Place a row; where empty cells are ``kept`` elsewhere, only if it is wrong as it stands."""
    columns = sorted(like)
    tokens = [row.tokens[c] for c in sorted(row.tokens)]
    if len(tokens) < len(_filled(row)) or comb(len(columns), len(tokens)) > _MOST_PLACES:
        row.unsure = frozenset() if kept else frozenset(columns)
        return
    ranked: dict[tuple[int, int], list[dict[int, Token]]] = {}
    for chosen in combinations(columns, len(tokens)):
        placed = dict(zip(chosen, tokens, strict=True))
        if any(_is_printed_percent(token) != (c in percents) for c, token in placed.items()):
            continue
        outcomes = [_outcome(pattern, placed) for pattern in patterns]
        ranked.setdefault((outcomes.count(False), -outcomes.count(True)), []).append(placed)
    if kept and (not ranked or row.tokens in ranked[min(ranked)]):
        return
    row.unsure = frozenset(columns)
    if names_total(row.columns.get(columns[0], Column("", None, ""))) and columns[0] in row.tokens:
        row.unsure -= {columns[0]}  # a total is never left out
    if not ranked:
        return
    (missed, held), best = min(ranked.items())
    if missed and -held <= missed:
        return
    moved = [(c, token) for c, token in best[0].items() if row.tokens.get(c) is not token]
    row.tokens = best[0]
    row.unsure = frozenset(c for c in columns if any(placed.get(c) is not best[0].get(c) for placed in best))
    for c, token in moved:
        if token.declared or token.unit is NUMBER:
            token.unit, token.declared = like[c].unit, True


def _outcome(pattern: Pattern, tokens: dict[int, Token]) -> bool | None:
    """Whether a pattern holds for these figures, an empty cell being nil; None where it tells nothing."""
    stated = tokens.get(pattern.stated)
    operands = [tokens.get(c) for c, _, _ in pattern.operands]
    if stated is None and not any(operands):
        return None
    if pattern.formula in ("sum", "difference"):
        signs = [1] * len(operands) if pattern.formula == "sum" else [1, -1]
        present = [(t, sign) for t, sign in zip(operands, signs, strict=True) if t is not None]
        made = sum((t.number * sign for t, sign in present), Decimal(0))
        gap = made - (stated.number if stated is not None else 0)
        slack = sum((_half(t) for t in (*(t for t, _ in present), stated) if t is not None), Decimal(0))
        return abs(gap) <= slack
    if stated is None or pattern.whole is not None:
        return None
    top, bottom = operands
    if bottom is None or bottom.number == 0:
        return None if stated.number == 0 or top is None else False
    quotient = (top.number if top is not None else 0) / bottom.number
    if pattern.formula == "base_rate":
        quotient -= 1
    elif pattern.formula != "quotient":
        return None
    return abs(abs(quotient * HUNDRED) - abs(stated.number)) < Decimal(1).scaleb(-stated.decimals)


def _half(token: Token) -> Decimal:
    return Decimal(1).scaleb(-token.decimals) / 2 if token.decimals else Decimal(0)
