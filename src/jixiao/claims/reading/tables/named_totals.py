"""Total rows whose parts are known by place, though they do not add up: 一、 to 八、 above 本年收入合计.

In a table of one column of amounts nothing else shows which rows make a total. That its list is complete is
said by the running numbers of its items, by carry-overs alone between two totals, or by 其他 at its end.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from jixiao.claims.reading.tables.table import Row
from jixiao.core.numbering import parse_mark

_BALANCES = re.compile(r"结转|结余|弥补|余额|调入|调出|上解|用事业基金")
_LEFT = re.compile(r"[结节]余|余额|差额|结转")
_REST = re.compile(r"\s*(?:[\d(一二三四五六七八九十]{1,3}[.、)]\s*)?其[他它余]")
_SUBTOTAL = re.compile(r"小\s*计")


def named_totals(rows: Sequence[Row], known: Collection[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each total row that nothing is known to add up to, with the rows that should."""
    before: int | None = None
    for at, row in enumerate(rows):
        if not row.names_total:
            continue
        if at not in known:
            first = 0 if before is None else before + 1
            between = [p for p in range(first, at) if not rows[p].of_which]
            parts = _parts(rows, between, before)
            if len(parts) > 1:
                yield at, parts
            below = _of_which(rows, at)
            if len(below) > 1:
                yield at, below
        before = at


def closed_by_rest(
    rows: Sequence[Row], shown: Mapping[int, tuple[int, ...]]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Totals with the rows below them that end with 其他, where another total of the table is made so."""
    told = [(at, _below(rows, at)) for at, row in enumerate(rows) if row.names_total]
    closed = [(at, group) for at, group in told if len(group) > 1 and _REST.match(rows[group[-1]].label)]
    if any(shown.get(at) == group for at, group in closed):
        yield from ((at, group) for at, group in closed if at not in shown)


def _below(rows: Sequence[Row], at: int) -> tuple[int, ...]:
    """The rows below a total, to the next total or balance."""
    end = at + 1
    while end < len(rows) and not rows[end].names_total and not _LEFT.search(rows[end].label):
        end += 1
    return tuple(range(at + 1, end))


def _of_which(rows: Sequence[Row], at: int) -> tuple[int, ...]:
    """The rows that 其中 opens right below a total, to the next total or 其中."""
    if at + 1 >= len(rows) or not rows[at + 1].of_which:
        return ()
    end = at + 2
    while end < len(rows) and not rows[end].of_which and not rows[end].names_total:
        end += 1
    return tuple(range(at + 1, end))


def _parts(rows: Sequence[Row], between: list[int], before: int | None) -> tuple[int, ...]:
    if before is not None and between and _BALANCES.search(rows[between[0]].label):
        return (before, *(p for p in between if _BALANCES.search(rows[p].label)))
    if before is not None and not _SUBTOTAL.search(rows[before].label):
        return ()
    marks = [(p, mark) for p in between if (mark := parse_mark(rows[p].label)) is not None]
    if not marks:
        return tuple(between)
    outer = [(p, mark.value) for p, mark in marks if mark.style == marks[0][1].style]
    if [value for _, value in outer] != list(range(1, len(outer) + 1)):
        return ()
    return tuple(p for p, _ in outer)
