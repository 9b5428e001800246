"""Columns of completion (完成率): what was achieved over its target; of a target in words, the value again.

Forms differ in what they make of values beyond their target (100%, or more) and of limits that were kept,
so a row that such a rule explains says nothing; of the others, the rows that hold show what is meant.
"""

from collections.abc import Sequence
from decimal import Decimal

from jixiao.claims.reading.tables.column_pattern import Pattern
from jixiao.claims.reading.tables.rate_columns import holds
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED

_SHOWN = 3
"""Rows that tell a rule from others which show that a form follows it."""
_FEW = 3
"""So many times more rows hold than fail where those that fail are wrong."""


def achievement(c: int, target: int, actual: int, rows: Sequence[Row]) -> Pattern | None:
    """What was achieved over its target, in rows that no other rule explains."""
    used = [
        row for row in rows if all(x in row.tokens for x in (c, target, actual)) and row.tokens[target].number
    ]
    used = [row for row in used if row.tokens[target].unit.kind == row.tokens[actual].unit.kind]
    held = [row for row in used if holds(row, c, actual, target, "quotient")]
    if len(held) < 2 or len(held) * 10 < len(used) * 7:
        return None
    missed = [row for row in used if row not in held]
    shown = [row for row in held if not row.tokens[c].number == HUNDRED == row.tokens[target].number]
    sure = len(shown) >= _SHOWN and len(missed) * _FEW <= len(shown)
    told = tuple([row for row in used if row in held or not _follows_another_rule(row, c, actual, target)])
    operands = (actual, "actual", 1), (target, "target", 1)
    return Pattern("rate", "quotient", c, operands, told, certain=sure)


def _follows_another_rule(row: Row, c: int, actual: int, target: int) -> bool:
    """Whether a completion is full beyond a target or below a limit, the value again, or turned round."""
    told, got, wanted = row.tokens[c], row.tokens[actual], row.tokens[target]
    met = got.number * got.unit.scale, wanted.number * wanted.unit.scale
    limit = wanted.comparator in ("", "≤", "<")
    if told.number == HUNDRED and (met[0] > met[1] or limit):
        return True
    again = got.unit.kind == "percent" and told.number == got.number
    return again or (limit and (holds(row, c, target, actual, "quotient") or _spared(told, *met)))


def _spared(told: Token, got: Decimal, limit: Decimal) -> bool:
    """Whether a completion is a hundred and what was spared of a limit: of 50 days 45, 110%."""
    spared = (2 - got / limit) * HUNDRED
    return abs(spared - told.number) < Decimal(1).scaleb(-told.decimals)


def repeated(rows: Sequence[Row]) -> tuple[list[tuple[Token, Token]], bool]:
    """Completion and value of the rows whose target is in words, and whether the one must be the other.

    A value in per cent has nothing to be divided by there. A form may count the words as fully reached; one
    where several rows repeat a value below that does not.
    """
    found = [pair for row in rows if (pair := _of_words(row)) is not None]
    equal = [rate for rate, actual in found if rate.number == actual.number]
    shown = sum(rate.number != HUNDRED for rate in equal)
    missed = len(found) - len(equal)
    return found, len(equal) >= _SHOWN and shown >= 2 and missed * _FEW <= len(equal)


def _of_words(row: Row) -> tuple[Token, Token] | None:
    roles = {column.role: c for c, column in row.columns.items() if column.role}
    if not {"actual", "target", "rate"} <= roles.keys():
        return None
    actual, rate = row.tokens.get(roles["actual"]), row.tokens.get(roles["rate"])
    words = row.texts.get(roles["target"], "").strip()
    if actual is None or rate is None or not words or roles["target"] in row.tokens:
        return None
    return (rate, actual) if actual.unit.kind == rate.unit.kind == "percent" else None
