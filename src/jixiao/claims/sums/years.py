"""Amounts of the same thing in two years, told apart from their change.

2022年合计90万元，其中接待费43.77万元。2021年合计80万元，其中接待费39.43万元。…接待费增加4.34万元: the change
names the thing, and the two years' lists hold its amounts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import key_of
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
    changed = [s for s in reading.statements if _is_bare_change(s)]
    if reading.year is None or not changed:
        return
    told: dict[tuple[str, int | None], list[Fact]] = defaultdict(list)
    for fact in facts_of(reading):
        if fact.role == "main" and fact.token.cell is None:
            told[key_of(fact.name), fact.period].append(fact)
    for statement in changed:
        now = _only(told.get((statement.key, reading.year), ()), statement)
        prior = _only(told.get((statement.key, reading.year - 1), ()), statement)
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


def _only(told: Sequence[Fact], own: Statement) -> Token | None:
    """The one amount told of a year near the change."""
    kind = own.roles["change"].unit.kind
    amounts = [f.token for f in told if abs(own.block - f.block) <= _BLOCKS and f.token.unit.kind == kind]
    return amounts[0] if len({token.build().value for token in amounts}) == 1 else None
