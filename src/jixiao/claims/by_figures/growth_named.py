"""Growth of what other paragraphs tell for both years: 2022年门诊41.78万人次。…门诊45.62万人次，增长9.19%.

What is so named is looked for in all that the document tells: this year's amount where none stands beside
the rate, and that of last year, by its year or its words (上年), or the change told with this year's. Names
mean the same where one ends with the other. Such a claim only holds, never fails.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from jixiao.claims.by_figures.chance import tellings
from jixiao.claims.by_figures.pool import AMOUNTS, RATES
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Decision, Relation, decide

_FEWEST = 100
"""Of rates with fewer digits many agree by accident."""
_LAST_YEAR = re.compile(r"上年|去年|上一年|同期")
_OTHER = re.compile(r"年均|预算|计划|目标|平均增|占比|比重")
_CLAUSE = re.compile(r"[，,。；;]")
_SHORTEST, _MOST = 2, 12
Decided = tuple[Relation, Decision]


def told_by_growth_named(claims: Sequence[Decided], reading: Reading) -> Iterator[Decided]:
    """A claim for each rate of growth that no claim tells the origin of, where its name leads to one pair."""
    rated = {made.stated.index for made, _ in claims if made.kind in RATES}
    facts: dict[str, list[Fact]] | None = None
    for statement in reading.statements:
        rate = statement.roles.get("growth")
        if rate is None or rate.index in rated or rate.unit.kind != "percent" or rate.cell is not None:
            continue
        key = key_of(statement.label)
        if rate.approximate or tellings(rate) < _FEWEST or len(key) < _SHORTEST or _OTHER.search(rate.lead):
            continue
        facts = _named(reading) if facts is None else facts
        told = [fact for fact in facts[key[-_SHORTEST:]] if _same(key_of(fact.name), key)]
        told.sort(key=lambda fact: abs(fact.token.index - rate.index))
        made = _only([*_readings(rate, statement, told[: 2 * _MOST], statement.period or reading.year)])
        if made is not None:
            yield made, decide(made)


def _named(reading: Reading) -> dict[str, list[Fact]]:
    """The amounts of a document by the last characters of their names."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts_of(reading):
        exact = not fact.token.approximate and fact.token.unit.kind in AMOUNTS and fact.token.number
        if exact and fact.role in ("main", "base", "change") and len(key := key_of(fact.name)) >= _SHORTEST:
            found[key[-_SHORTEST:]].append(fact)
    return found


def _same(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _readings(rate: Token, own: Statement, told: Sequence[Fact], year: int | None) -> Iterator[Relation]:
    """The rate over last year's amount, or by the change told in the sentence of this year's."""
    beside = own.main
    nows = [beside] if beside is not None and beside.end <= rate.start else []
    if not nows and beside is None:
        nows = [fact.token for fact in told if fact.role == "main" and not _is_last(fact, year)]
    bases = [fact.token for fact in told if fact.role == "base" or _is_last(fact, year)]
    changes = [fact.token for fact in told if fact.role == "change"]
    for now, base in product(nows, bases):
        if now is not base and now.unit.kind == base.unit.kind:
            formula = "shortfall_rate" if rate.direction < 0 and rate.number >= 0 else "base_rate"
            yield relation("growth", formula, rate, [(now, "outturn"), (base, "prior")], "inferred")
    for now, change in product(nows, changes):
        if now.sentence == change.sentence and now.unit.kind == change.unit.kind:
            falls = change.direction < 0
            if rate.direction * change.direction >= 0:
                formula = "decrease_rate" if falls else "change_rate"
                yield relation("growth", formula, rate, [(now, "outturn"), (change, "change")], "inferred")


def _is_last(fact: Fact, year: int | None) -> bool:
    """Whether an amount is last year's: its own words say so, or the year that was named for it."""
    if fact.role != "main":
        return False
    words = _CLAUSE.split(fact.token.lead)[-1] + (fact.head.header if fact.head is not None else "")
    return _LAST_YEAR.search(words) is not None or (year is not None and fact.period == year - 1)


def _only(readings: Sequence[Relation]) -> Relation | None:
    """The reading that holds, where all that hold are of the same amounts."""
    held = [made for made in readings if decide(made).holds]
    same = {tuple(operand.quantity.value for operand in made.operands) for made in held}
    return held[0] if len(same) == 1 else None
