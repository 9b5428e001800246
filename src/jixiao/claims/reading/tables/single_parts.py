"""Totals of one part: the only row above 合计, the only column of amounts after 其中.

One part that equals its total tells as much as several that add up to it. One that does not may have others
that are not printed, so such a sum can only hold.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token

Parts = tuple[int, Token, tuple[Token, ...]]
"""Column of the total, the total, its parts."""
_OF_WHICH = re.compile(r"\s*其\s*中\s*[:：]")
_NEVER = frozenset(("rate", "share", "growth", "index", "target", "actual", "full", "score"))
_MOST = 6
"""Columns after 其中 that may be the parts."""


def single_parts(rows: Sequence[Row]) -> Iterator[Parts]:
    """Sums of one row, and of the columns after 其中; any of them may be no sum at all."""
    yield from _rows(rows)
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


def _opens(row: Row, c: int) -> bool:
    return _OF_WHICH.match(row.columns[c].header.rsplit("/", 1)[-1]) is not None


def _is_amount(row: Row, c: int) -> bool:
    token = row.tokens[c]
    return (
        c in row.columns
        and row.columns[c].role not in _NEVER
        and token.unit.kind in ("yuan", "count", "number")
    )
