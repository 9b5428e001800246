"""Which columns the amounts of rows with codes belong to where a PDF dropped the blank cells.

The first column is the total of the others: 合计, 基本支出, 项目支出. A row of two amounts tells its total
and one of the others; which one, the class above it knows: the items of a class make it up in every column.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

Row = tuple[str, tuple[str, ...]]
"""The code of a row ("" for a total) and its amounts as printed."""

_WIDTH = 3
"""合计, 基本支出, 项目支出: the columns of the form."""
_MOST_OPEN = 8
"""Rows of one class with a choice of columns: 2 to the power of these ways are tried."""


def places(rows: Sequence[Row], width: int) -> list[tuple[int, ...]] | None:
    """The columns of each row's amounts; None where the classes do not tell them."""
    if width != _WIDTH or any(len(amounts) < 2 for _, amounts in rows):
        return None
    numbers = [tuple(map(_number, amounts)) for _, amounts in rows]
    full = [row for row in numbers if len(row) == width]
    if sum(row[0] == row[1] + row[2] for row in full) * 2 < len(full):
        return None
    found: list[tuple[int, ...] | None] = [(0, 1, 2) if len(row) == width else None for row in numbers]
    if all(code for code, _ in rows):  # no total below which the classes stand: each is told for itself
        widest = min(len(code) for code, _ in rows)
        found = [
            (0, 2) if columns is None and len(code) == widest else columns
            for columns, (code, _) in zip(found, rows, strict=True)
        ]
    for parent, below in _groups([code for code, _ in rows]):
        columns = found[parent]
        if columns is None:
            return None
        whole = _spread(numbers[parent], columns)
        open_ = [at for at in below if found[at] is None]
        chosen = _chosen(
            whole, [numbers[at] for at in below if found[at] is not None], [numbers[at] for at in open_]
        )
        if chosen is None:
            return None
        for at, column in zip(open_, chosen, strict=True):
            found[at] = (0, column)
    return [columns for columns in found if columns is not None] if None not in found else None


def _groups(codes: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """Each row with those directly below it, the widest first."""
    at = {code: position for position, code in enumerate(codes) if code}
    totals = [position for position, code in enumerate(codes) if not code]
    below: dict[int, list[int]] = {}
    for position, code in enumerate(codes):
        parent = next((at[code[:end]] for end in (5, 3) if end < len(code) and code[:end] in at), None)
        if parent is None and code and len(totals) == 1:
            parent = totals[0]
        if parent is not None:
            below.setdefault(parent, []).append(position)
    yield from sorted(below.items(), key=lambda group: len(codes[group[0]]))


def _number(word: str) -> Decimal:
    """The value of an amount; a sign for none is nil."""
    digits = word.replace(",", "")
    return Decimal(digits) if digits.strip("-—") else Decimal(0)


def _spread(amounts: Sequence[Decimal], columns: Sequence[int]) -> list[Decimal]:
    whole = [Decimal(0)] * _WIDTH
    for c, amount in zip(columns, amounts, strict=True):
        whole[c] = amount
    return whole


def _chosen(
    whole: Sequence[Decimal], full: Sequence[Sequence[Decimal]], open_: Sequence[Sequence[Decimal]]
) -> tuple[int, ...] | None:
    """For each open row 1 or 2: the one way that leaves the fewest columns wrong; None for several."""
    if not open_:
        return ()
    if not whole[1] or not whole[2]:
        return (2 if not whole[1] else 1,) * len(open_)
    if len(open_) > _MOST_OPEN:
        return None
    base = [whole[c] - sum((row[c] for row in full), Decimal(0)) for c in range(_WIDTH)]
    ranked: dict[int, list[tuple[int, ...]]] = {}
    for ways in product((1, 2), repeat=len(open_)):
        rest = list(base)
        for column, row in zip(ways, open_, strict=True):
            rest[column] -= row[1]
        slack = Decimal(len(full) + len(open_) + 1) / 200
        ranked.setdefault(sum(abs(gap) > slack for gap in rest[1:]), []).append(ways)
    best = ranked[min(ranked)]
    return best[0] if len(best) == 1 and min(ranked) < _WIDTH - 1 else None
