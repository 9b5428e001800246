"""Totals of one part: the only row above 合计, the only column of amounts after 其中, the only cell filled.

One part that equals its total tells as much as several that add up to it. One that does not may have others
that are not printed, so such a sum can only hold, unless figures beside it tell that there are none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token

Parts = tuple[int, Token, tuple[Token, ...]]
"""Column of the total, the total, its parts."""
_OF_WHICH = re.compile(r"\s*其\s*中\s*[:：]")
_NEVER = frozenset(("rate", "share", "growth", "index", "target", "actual", "full", "score"))
_SEVERAL = 2
_LONG = 5
"""Digits of a figure that is not told three times, and once a slip apart, by chance."""
_LEAST = 4
_MOST = 6
"""Columns after 其中 that may be the parts."""


def single_parts(rows: Sequence[Row]) -> Iterator[Parts]:
    """Sums of one row, and of the columns after 其中; any of them may be no sum at all."""
    yield from _rows(rows)
    yield from _only_items(rows)
    for row in rows:
        yield from _columns(row)


def _rows(rows: Sequence[Row]) -> Iterator[Parts]:
    since: list[Row] = []
    for row in rows:
        if not row.names_total:
            since.append(row)
            continue
        if len(since) == 1:
            (only,) = since
            for c, total in row.tokens.items():
                part = only.tokens.get(c)
                if part is not None and _is_amount(row, c) and part.unit.kind == total.unit.kind:
                    yield c, total, (part,)
        since = []


def _only_items(rows: Sequence[Row]) -> Iterator[Parts]:
    """一、财政拨款A / 1. 一般公共预算A / 收入总计A: the only item with an amount on a level of its list."""
    for at, row in enumerate(rows):
        if row.mark_style and at + 1 < len(rows) and rows[at + 1].mark_style not in ("", row.mark_style):
            yield from _only(row, _of_style(rows[at + 1 :], rows[at + 1].mark_style))
        elif row.names_total:
            above = list(takewhile(lambda one: not one.names_total, reversed(rows[:at])))
            outer = above[-1].mark_style if above else ""
            if outer and len(above) > 1:
                yield from _only(row, [one for one in above if one.mark_style == outer])


def _of_style(rows: Sequence[Row], style: str) -> list[Row]:
    """The rows of one level at the beginning of these."""
    return list(takewhile(lambda row: row.mark_style == style, rows))


def _only(total: Row, parts: Sequence[Row]) -> Iterator[Parts]:
    for c, token in total.tokens.items() if len(parts) == 1 else ():
        part = parts[0].tokens.get(c)
        if part is not None and _is_amount(total, c) and part.unit.kind == token.unit.kind:
            yield c, token, (part,)


def lone_parts(rows: Sequence[Row]) -> Iterator[tuple[Parts, bool]]:
    """A column of amounts with one figure above 合计, the other rows blank, and whether it must be the total.

    It must where a slip of the pen sets the two apart: rows that print nothing there have nothing.
    """
    since: list[Row] = []
    for row in rows:
        if not row.is_total:
            since.append(row)
            continue
        for c, total in row.tokens.items() if len(since) > 1 else ():
            parts = [one.tokens[c] for one in since if c in one.tokens]
            blank = all(one.texts.get(c) == "" for one in since if c not in one.tokens)
            if len(parts) == 1 and blank and _is_amount(row, c) and parts[0].unit.kind == total.unit.kind:
                yield (c, total, (parts[0],)), a_slip_apart(parts[0], total, _LEAST)
        since = []


def one_part_rows(c: int, parts: Sequence[int], rows: Sequence[Row]) -> list[Row]:
    """Rows whose total column has one part, the cells of the others being blank.

    All of them where several equal their total and no more than one does not, else those that do: what is
    blank may also be not told.
    """
    told = [
        (row, filled[0])
        for row in rows
        if c in row.tokens
        and len(filled := [p for p in parts if p in row.tokens]) == 1
        and all(row.texts.get(p, "-") == "" for p in parts if p != filled[0])
    ]
    held = [row for row, p in told if row.tokens[p].value == row.tokens[c].value]
    shown = len(held) >= _SEVERAL and len(told) - len(held) <= 1
    return [row for row, _ in told] if shown else held


def _columns(row: Row) -> Iterator[Parts]:
    amounts = [c for c in sorted(row.tokens) if _is_amount(row, c)]
    for at, c in enumerate(amounts):
        if at == 0 or not _opens(row, c) or _opens(row, amounts[at - 1]):
            continue
        whole = row.tokens[amounts[at - 1]]
        run = [c]
        for following in amounts[at + 1 : at + _MOST]:
            if following != run[-1] + 1 or row.columns[following].role != row.columns[c].role:
                break
            run.append(following)
        for end in range(len(run), 0, -1):
            yield amounts[at - 1], whole, tuple(row.tokens[p] for p in run[:end])


def missed_parts(row: Row) -> Iterator[Parts]:
    """预算数A，其中财政拨款A，执行数A，其中财政拨款B: wholes with one part each, three of the figures equal.

    All came from the treasury, and all of it was spent, so that the fourth figure is none but those three.
    """
    amounts = [c for c in sorted(row.tokens) if _is_amount(row, c)]
    parts = [c for before, c in pairwise(amounts) if _opens(row, c) and not _opens(row, before)]
    if len(parts) != _SEVERAL or len(amounts) != _SEVERAL * 2 or parts != amounts[1::2]:
        return
    tokens = [row.tokens[c] for c in amounts]
    times = Counter(token.value for token in tokens)
    if sorted(times.values()) != [1, 3]:
        return
    odd = next(at for at, token in enumerate(tokens) if times[token.value] == 1)
    at = odd - odd % 2
    if a_slip_apart(tokens[at], tokens[at + 1], _LONG):
        yield amounts[at], tokens[at], (tokens[at + 1],)


def _opens(row: Row, c: int) -> bool:
    return _OF_WHICH.match(row.columns[c].header.rsplit("/", 1)[-1]) is not None


def _is_amount(row: Row, c: int) -> bool:
    token = row.tokens[c]
    return (
        c in row.columns
        and row.columns[c].role not in _NEVER
        and token.unit.kind in ("yuan", "count", "number")
    )
