"""Columns of rates and growth: which two columns of amounts give them.

The header suggests, the figures decide: of all pairs the one that holds in most rows, then the one that the
headers fit, then the one that the figures were rounded from.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, permutations

from jixiao.claims.reading.tables.column_pattern import Pattern, voters
from jixiao.claims.reading.tables.columns import Column, is_earlier
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED

_FINAL_PLAN = re.compile(r"全年预算|调整后?预算")
_HYPOTHESES: dict[str, tuple[tuple[str, str], ...]] = {
    "rate": (("rate", "quotient"),),
    "growth": (("growth", "base_rate"), ("growth", "change_rate"), ("growth", "quotient")),
    "share": (("share", "quotient"),),
}
_FEW_ROWS, _MOST_TRIED = 3, 8
"""More rows than these show which columns make a rate; columns of amounts that are tried."""
_ANY = (("rate", "quotient"), ("growth", "base_rate"), ("growth", "change_rate"))
_OPERANDS: dict[str, Callable[[int, int], tuple[tuple[int, str, int], ...]]] = {
    "quotient": lambda a, b: ((a, "outturn", 1), (b, "plan", 1)),
    "base_rate": lambda a, b: ((a, "outturn", 1), (b, "prior", 1)),
    "change_rate": lambda a, b: ((a, "outturn", 1), (b, "change", 1)),
}


def rate_pattern(c: int, columns: dict[int, Column], amounts: list[int], rows: list[Row]) -> Pattern | None:
    """The two columns of amounts that a column of percentages follows from, None where nothing tells."""
    role = columns[c].role
    best: tuple[tuple[int, int, int, bool], str, str, int, int] | None = None
    for a, b in permutations(amounts, 2):
        for kind, formula in _HYPOTHESES.get(role, _ANY):
            hits = _votes(rows, c, a, b, formula)
            fits = _header_fit(kind, columns[a], columns[b])
            if hits and (best is None or (hits, fits) >= best[0][:2]):
                rank = hits, fits, *_closeness(rows, c, a, b, formula, columns[b])
                if best is None or rank > best[0]:
                    best = rank, kind, formula, a, b
    if best is None:
        return _single(c, columns, amounts, rows)
    (hits, fits, _, _), kind, formula, a, b = best
    used = tuple(row for row in rows if all(x in row.tokens for x in (c, a, b)))
    told = sum(telling(row.tokens[c]) for row in used if holds(row, c, a, b, formula))
    needed = 5 if fits >= 2 else 6  # of ten rows, where the headers name the columns
    if hits * 10 < len([r for r in used if r.tokens[b].number]) * needed or (told < 2 and fits < 2):
        return _single(c, columns, amounts, rows)
    operands = _OPERANDS[formula](a, b)
    return Pattern(kind, formula, c, operands, used, certain=hits >= 3 or fits >= 2)


def points_rate(c: int, columns: dict[int, Column], rows: list[Row]) -> Pattern | None:
    """得分率: what was got of the points of the row, or of those that apply (适用分)."""
    if "得分率" not in columns[c].header:
        return None
    of_points = [x for x, column in columns.items() if x != c and column.role in ("full", "score", "")]
    of_points = [x for x in of_points if columns[x].role or "分" in columns[x].header]
    found = rate_pattern(c, columns, of_points, rows)
    return replace(found, of_points=True) if found is not None and holds_mostly(found) else None


def holds_mostly(pattern: Pattern) -> bool:
    """Whether a rate holds in all rows but one of four or more."""
    (a, _, _), (b, _, _) = pattern.operands
    told = [row for row in pattern.rows if row.tokens[b].number]
    held = sum(holds(row, pattern.stated, a, b, pattern.formula) for row in told)
    return len(told) > _FEW_ROWS and held >= len(told) - 1


def of_two_columns(c: int, columns: dict[int, Column], amounts: list[int], rows: list[Row]) -> Pattern | None:
    """结案率 = 结案 ÷ (旧存 + 新收): one column over two others together, where all rows but one say so."""
    if "率" not in columns[c].header or len(amounts) > _MOST_TRIED:
        return None
    used = tuple(row for row in rows if c in row.tokens)
    if len(used) <= _FEW_ROWS:
        return None
    for a, (x, y) in ((a, pair) for a in amounts for pair in combinations(amounts, 2) if a not in pair):
        told = [row for row in used if {a, x, y} <= row.tokens.keys()]
        held = [row for row in told if _of_both(row, c, a, x, y)]
        if (
            len(told) == len(used)
            and len(held) >= len(told) - 1
            and sum(telling(r.tokens[c]) for r in held) > 1
        ):
            operands = ((a, "outturn", 1), (x, "part", 1), (y, "part", 1))
            return Pattern("rate", "of_summed", c, operands, used, certain=True)
    return None


def _of_both(row: Row, c: int, a: int, x: int, y: int) -> bool:
    """Whether a percentage is an amount over two others together."""
    stated, top, *bottom = (row.tokens[column] for column in (c, a, x, y))
    if any(token.unit.name != top.unit.name for token in bottom):
        return False
    whole = sum((token.number for token in bottom), Decimal(0))
    if not whole:
        return False
    return abs(top.number / whole * HUNDRED - stated.number) < Decimal(1).scaleb(-stated.decimals)


def holds_throughout(pattern: Pattern) -> bool:
    """Whether a rate holds in all rows that have its figures."""
    (a, _, _), (b, _, _) = pattern.operands
    told = [row for row in pattern.rows if row.tokens[b].number]
    return bool(told) and all(holds(row, pattern.stated, a, b, pattern.formula) for row in told)


def _header_fit(kind: str, a: Column, b: Column) -> int:
    wanted = {"rate": ("main", "plan"), "growth": ("main", "base"), "share": ("main", "main")}[kind]
    if kind == "growth" and is_earlier(b, a):
        return 2
    return (a.role == wanted[0]) + (b.role == wanted[1])


def _single(c: int, columns: dict[int, Column], amounts: list[int], rows: list[Row]) -> Pattern | None:
    """Too little holds: the headers alone say which columns are meant."""
    role = columns[c].role
    wanted = {"rate": ("main", "plan", "quotient"), "growth": ("main", "base", "base_rate")}.get(role)
    if wanted is None:
        return None
    tops = [a for a in amounts if columns[a].role == wanted[0]]
    bottoms = [b for b in amounts if columns[b].role == wanted[1]]
    meant = [b for b in bottoms if _FINAL_PLAN.search(columns[b].header)]
    several = len(bottoms) > 1
    if several and len(meant) == 1:
        bottoms = meant
    if len(tops) != 1 or len(bottoms) != 1:
        return None
    a, b = tops[0], bottoms[0]
    used = tuple(row for row in rows if all(x in row.tokens for x in (c, a, b)))
    # In the forms of self-evaluation 执行率 stands beside what it is of: 全年执行数 over 全年预算数.
    named = bottoms == meant and all("执行" in columns[x].header for x in (a, c))
    if several:
        used = tuple(row for row in used if not _is_bare(row.tokens[c]) or holds(row, c, a, b, wanted[2]))
    return Pattern(role, wanted[2], c, _OPERANDS[wanted[2]](a, b), used, certain=named) if used else None


def _is_bare(token: Token) -> bool:
    """A whole number without its sign of percentage: a 10 in the column of rates is a shifted weight."""
    return token.declared and not token.decimals


def _votes(rows: Sequence[Row], c: int, a: int, b: int, formula: str) -> int:
    """The rows that hold; 0 as soon as most of them do not."""
    hits = misses = 0
    for row in rows:
        if c not in row.tokens or a not in row.tokens or b not in row.tokens or row.tokens[b].number == 0:
            continue
        if holds(row, c, a, b, formula):
            hits += 1
        else:
            misses += 1
            if misses >= 3 and hits * 2 < misses:
                return 0
    return hits


def _closeness(rows: Sequence[Row], c: int, a: int, b: int, formula: str, plan: Column) -> tuple[int, bool]:
    """Of how many rows the figure is what is computed rounded, and whether the plan is the one in force.

    Where the first budget was hardly changed, what is cut off would let the rate of either hold.
    """
    rounded = sum(
        gap * 2 <= Decimal(1).scaleb(-row.tokens[c].decimals)
        for row in voters(rows)
        if c in row.tokens and a in row.tokens and b in row.tokens
        if (gap := _gap(row, c, a, b, formula)) is not None
    )
    return rounded, _FINAL_PLAN.search(plan.header) is not None


def holds(row: Row, c: int, a: int, b: int, formula: str) -> bool:
    """Whether a row's percentage follows from two of its amounts, rounded or cut off."""
    gap = _gap(row, c, a, b, formula)
    return gap is not None and gap < Decimal(1).scaleb(-row.tokens[c].decimals)


def _gap(row: Row, c: int, a: int, b: int, formula: str) -> Decimal | None:
    """By how much a percentage misses what two amounts make, in per cent; None where they make nothing."""
    stated, x, y = row.tokens[c], row.tokens[a], row.tokens[b]
    if y.number == 0:
        return None
    top, bottom = x.number * x.unit.scale, y.number * y.unit.scale
    if formula == "quotient":
        computed = top / bottom
    elif formula == "base_rate":
        computed = top / bottom - 1
    else:
        if top == bottom:
            return None
        computed = bottom / (top - bottom)
    number = stated.number
    if row.falls(c):  # 降幅 9.77: the word tells the direction that the sign else tells
        computed, number = abs(computed), abs(number)
    return abs(computed * HUNDRED - number)


def telling(token: Token) -> bool:
    """Whether a percentage tells two columns from others: nothing and all of something do not."""
    return token.number not in (0, 100)
