"""Rows of 小计 in a table of points: each is what the rows since the one before make."""

from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import SCORE
from jixiao.claims.scores.scoresheets import Sheet, points_of

_KIND = "score_sum"


def subtotal_claims(sheet: Sheet) -> Iterator[Proposal]:
    """The full marks and scores of each section; asserted where most of the subtotals hold."""
    found: list[tuple[Token, list[Token]]] = []
    for row, items in sheet.subtotals:
        for role in ("full", "score"):
            total = points_of(row, role)
            parts = [token for item in items if (token := points_of(item, role)) is not None]
            if total is not None and len(parts) == len(items) > 1:
                found.append((total, parts))
    held = sum(_added(parts) == total.number for total, parts in found)
    for total, parts in found:
        made = equation(_KIND, quantity(total, SCORE), [quantity(part, SCORE) for part in parts])
        yield Proposal((made,), asserted=held * 2 > len(found))


def of_subtotals(sheet: Sheet, total: Row) -> Iterator[Proposal]:
    """The total row from the subtotals; that they are all of it is not promised."""
    for role in ("full", "score"):
        whole = points_of(total, role)
        parts = [token for row, _ in sheet.subtotals if (token := points_of(row, role)) is not None]
        if whole is not None and len(parts) == len(sheet.subtotals) > 1:
            made = equation(_KIND, quantity(whole, SCORE), [quantity(part, SCORE) for part in parts])
            yield Proposal((made,), asserted=False)


def _added(parts: list[Token]) -> Decimal:
    return sum((part.number for part in parts), Decimal(0))
