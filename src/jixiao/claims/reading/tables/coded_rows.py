"""Rows with codes, each a total and its kinds: 合计 = 基本支出 + 项目支出.

A row that has one kind alone repeats its total, in whatever column it stands. Where every row of a long table
adds up so, each amount stands in its own row; sums of codes that then fail are the table's own errors, also
where most of them do: amounts that slipped against their codes.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.tables.row_groups import slack_of
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token

Parts = tuple[int, Token, tuple[Token, ...]]
"""Column of the total, the total, its parts."""
_FEWEST, _FEWEST_FULL, _FEWEST_INTACT = 4, 2, 12
"""Rows that tell a total, those of several kinds among them, and those that show a table to be intact."""
_LEAST_DIGITS = 4
"""Digits of a kind that a slip of the pen alone sets apart from its total."""
_MOST = Decimal("0.8")
"""How many of the rows add up where the columns are those meant: chosen from tables that were read."""


def single_kinds(rows: Sequence[Row], columns: Sequence[int]) -> Iterator[Parts]:
    """The rows of a total and one kind, where rows of several kinds add up, or all have the same one."""
    told = list(_told(rows, columns))
    odd = [one for one in told if not _adds(one[1], one[2])]
    full = sum(len(parts) > 1 and _adds(total, parts) for _, total, parts in told)
    if full < _FEWEST_FULL:
        slips = all(a_slip_apart(total, parts[0], _LEAST_DIGITS) for _, total, parts in odd)
        shown = len(told) >= _FEWEST_INTACT and len(odd) <= 1 and slips
    else:
        shown = len(told) >= _FEWEST and len(told) - len(odd) >= len(told) * _MOST
    if shown:
        yield from (one for one in told if len(one[2]) == 1)


def is_intact(rows: Sequence[Row], columns: Sequence[int]) -> bool:
    """Whether each of many rows is a total and what makes it up."""
    told = list(_told(rows, columns))
    coded = sum(bool(row.code) for row in rows)
    full = sum(len(parts) > 1 for _, _, parts in told)
    enough = len(told) >= _FEWEST_INTACT and len(told) >= coded and full >= _FEWEST
    return enough and all(_adds(total, parts) for _, total, parts in told)


def closed_by_next(rows: Sequence[Row], groups: Sequence[tuple[int, tuple[int, ...]]]) -> Iterator[int]:
    """Rows with codes whose items all stand in the table: another code or a total comes behind the last."""
    for at, group in groups:
        code, end = rows[at].code, max(group) + 1
        while end < len(rows) and rows[end].code[: len(code)] == code:
            end += 1
        if code and end < len(rows):
            yield at


def exceed(total: Token, parts: Sequence[Token]) -> bool:
    """Whether parts are more than their total, however many of them are not told."""
    return _gap(total, parts) > _slack(total, parts) and all(part.number >= 0 for part in parts)


def _told(rows: Sequence[Row], columns: Sequence[int]) -> Iterator[Parts]:
    """The first amount of each coded row, and of a total among them, with the amounts behind it."""
    if not columns:
        return
    for row in rows:
        tokens = [row.tokens[c] for c in columns if c in row.tokens]
        first = row.tokens.get(columns[0])
        if first is not None and len(tokens) > 1 and (row.code or row.names_total):
            yield columns[0], first, tuple(tokens[1:])


def _gap(total: Token, parts: Sequence[Token]) -> Decimal:
    made = sum((part.number * part.unit.scale for part in parts), Decimal(0))
    return made - total.number * total.unit.scale


def _slack(total: Token, parts: Sequence[Token]) -> Decimal:
    return sum((slack_of(token) for token in (total, *parts)), Decimal(0))


def _adds(total: Token, parts: Sequence[Token]) -> bool:
    return abs(_gap(total, parts)) <= _slack(total, parts)
