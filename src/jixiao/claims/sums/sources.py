"""The money of a form by where it came from or went: 年度资金总额 is what the rows below it add up to.

Whether every source is told is not known where empty cells left nothing behind. Where the rows make the
total in the other columns they are all of it, and the one column where they do not is wrong; else a sum can
only hold.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation
from jixiao.claims.reading.stream import Figure
from jixiao.claims.reading.tables.money_rows import MoneyRow, money_forms

_TOTAL = re.compile(r"(?:总\s*[额计]|合\s*计)[^\u4e00-\u9fff]*$|^预\s*算\s*数")
_SPENT = re.compile(r"基\s*本\s*支|项\s*目\s*支")


def of_sources(reading: Reading) -> Iterator[Proposal]:
    """The sum of each column of each form's money, by sources and by what it is spent for."""
    for rows in money_forms(reading):
        total = next((at for at, row in enumerate(rows) if _TOTAL.search(row.label)), None)
        if total is None:
            continue
        parts = rows[total + 1 :]
        after = next((at for at, row in enumerate(parts) if _TOTAL.search(row.label)), len(parts))
        spent = [row for row in parts[:after] if _SPENT.search(row.label)]
        came = [row for row in parts[:after] if not _SPENT.search(row.label)]
        for group in (came, spent):
            yield from _of_group(rows[total], group)


def _of_group(total: MoneyRow, parts: list[MoneyRow]) -> Iterator[Proposal]:
    if not parts:
        return
    width = len(parts[0].amounts)
    if any(len(part.amounts) != width for part in parts):
        return
    if width == len(total.amounts):
        sums = [
            (whole, [part.amounts[column] for part in parts]) for column, whole in enumerate(total.amounts)
        ]
        held = [_added(figures) == whole.number for whole, figures in sums]
        shown = [
            one and sum(bool(figure.number) for figure in figures) > 1
            for one, (_, figures) in zip(held, sums, strict=True)
        ]
        complete = any(shown) and held.count(False) == 1
        for whole, figures in sums:
            yield from _sum(whole, figures, asserted=complete)
    elif width == 1 and total.full and total.bases:
        yield from _sum(total.bases[0], [part.amounts[0] for part in parts], asserted=False)


def _added(figures: list[Figure]) -> Decimal:
    return sum((figure.number for figure in figures), Decimal(0))


def _sum(whole: Figure, parts: list[Figure], *, asserted: bool) -> Iterator[Proposal]:
    alike = len({figure.token.unit.kind for figure in (whole, *parts)}) == 1  # 3个 is no total of amounts
    if whole.number and alike:
        made = equation("sum", whole.token, [part.token for part in parts])
        yield Proposal((made,), asserted=asserted)
