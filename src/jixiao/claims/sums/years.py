"""Amounts of the same thing in two years, told apart from their change.

2022年合计90万元，其中接待费43.77万元。2021年合计80万元，其中接待费39.43万元。…接待费增加4.34万元: the change
names the thing, and the two years' lists hold its amounts.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_BLOCKS = 8


@dataclass(frozen=True, slots=True)
class TwoYears:
    """A statement that tells a change, with the amounts of the year and of the one before."""

    statement: Statement
    now: Token
    prior: Token


def of_two_years(reading: Reading) -> Iterator[TwoYears]:
    """Changes without amounts whose thing is told once for the year and once for the year before."""
    if reading.year is None:
        return
    told: dict[tuple[str, int], list[Statement]] = defaultdict(list)
    changed: list[Statement] = []
    sentence, period = -1, None
    for statement in reading.statements:
        if statement.sentence != sentence:
            sentence, period = statement.sentence, None
        period = statement.period or period
        if statement.main is not None and statement.key and period is not None:
            told[statement.key, period].append(statement)
        if _is_bare_change(statement):
            changed.append(statement)
    for statement in changed:
        change = statement.roles["change"]
        now = _only(told.get((statement.key, reading.year), ()), statement, change)
        prior = _only(told.get((statement.key, reading.year - 1), ()), statement, change)
        if now is not None and prior is not None:
            yield TwoYears(statement, now, prior)


def _is_bare_change(statement: Statement) -> bool:
    change = statement.roles.get("change")
    return (
        change is not None
        and statement.main is None
        and "base" not in statement.roles
        and bool(statement.key)
        and "预算" not in change.lead
        and not change.approximate
    )


def _only(told: tuple[Statement, ...] | list[Statement], own: Statement, change: Token) -> Token | None:
    """The one amount told of a year near the change."""
    amounts = [
        s.main
        for s in told
        if s.main is not None and abs(own.block - s.block) <= _BLOCKS and s.main.unit.kind == change.unit.kind
    ]
    return amounts[0] if len({token.build().value for token in amounts}) == 1 else None
