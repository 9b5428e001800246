"""Changes that name both years or the earlier one, whose amounts are told before: 2022年较2021年收入增加C."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import key_of, label_of
from jixiao.claims.reading.nearmiss import agrees, near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_BOTH = re.compile(
    r"(?P<now>20\d\d)年度?(?:比|较|与|同)(?P<prior>20\d\d)年度?(?:相比)?[，,]?(?P<name>[^，,。；;\d]*?)"
    r"(?:增加|减少|增长|下降|上升|降低|增|减)(?:了|额)?(?:为|约|共)?\s*$"
)
_EARLIER = re.compile(
    r"^[\s，,]*(?:比|较)(?P<prior>20\d\d)年度?(?:增加|减少|增长|下降|上升|降低|增|减)了?\s*$"
)
_BLOCKS = 8
_LONGEST, _BOTH_TOLD = 12, 2
_HEAD = 4
"""Signs at the end of a name that tell what kind of thing it is."""
_Told = dict[tuple[str, int], list[Fact]]


def of_named_years(reading: Reading) -> Iterator[Proposal]:
    """Changes without amounts between two named years, and paragraphs that each tell one year."""
    told: _Told | None = None
    for position, statement in enumerate(reading.statements):
        change = statement.roles.get("change")
        if change is None or change.approximate or "base" in statement.roles:
            continue
        if statement.main is not None:
            yield from _of_paragraphs(reading.statements, position, statement.main, change)
            continue
        found = _BOTH.search(change.lead)
        if found is not None and int(found["now"]) == int(found["prior"]) + 1:
            told = _by_thing(reading) if told is None else told
            yield from _between(told, reading.statements[max(position - 1, 0)], statement, found)


def _by_thing(reading: Reading) -> _Told:
    """The amounts of the text by what they are of and their year."""
    told: _Told = defaultdict(list)
    for fact in facts_of(reading):
        if fact.role in ("main", "base") and fact.token.cell is None and fact.period is not None:
            told[key_of(fact.name), fact.period].append(fact)
    return told


def _between(told: _Told, before: Statement, own: Statement, found: re.Match[str]) -> Iterator[Proposal]:
    """The amounts of the thing in both years, each told only once near before the change."""
    change = own.roles["change"]
    key = key_of(label_of(found["name"])) or (before.key if before.block == own.block else "")
    amounts: list[Token] = []
    for year in (int(found["now"]), int(found["prior"])):
        near = {
            fact.token.build().value: fact.token
            for fact in told.get((key, year), ())
            if fact.token.index < change.index
            and own.block - fact.block <= _BLOCKS
            and fact.token.unit.name == change.unit.name
        }
        amounts.extend(near.values() if len(near) == 1 else ())
    if key and len(amounts) == _BOTH_TOLD:
        yield Proposal((_change(amounts[0], amounts[1], change),))


def _of_paragraphs(
    statements: Sequence[Statement], position: int, main: Token, change: Token
) -> Iterator[Proposal]:
    """2021年投入A元公益金用于…。 / 2022年投入的公益金达B元，较2021年增加C: each year has a paragraph."""
    own, found = statements[position], _EARLIER.search(change.lead)
    if found is None or own.period != int(found["prior"]) + 1 or len(own.label) < _HEAD or not position:
        return
    block = statements[position - 1].block
    if own.block - block != 1:
        return
    told = [s for s in statements[max(position - _LONGEST, 0) : position] if s.block == block]
    bases = [s.main for s in told if s.period == int(found["prior"]) and s.main is not None]
    named = any(own.label[-_HEAD:] in s.lead + s.opener for s in told)
    if len(bases) == 1 and named and bases[0].unit.name == main.unit.name == change.unit.name:
        made = _change(main, bases[0], change)
        if agrees(made) or near_miss(made):
            yield Proposal((made,))


def _change(now: Token, prior: Token, change: Token) -> Relation:
    later, earlier = (now, "outturn"), (prior, "prior")
    operands = [earlier, later] if change.direction < 0 else [later, earlier]
    return relation("difference", "difference", change, operands)
