"""Shares and rates whose amounts are told elsewhere under their names: 财政拨款占总收入的91.01%.

What the words name is looked for among all that the document tells; of two names and many figures an
agreement of three digits shows what is meant, but no gap shows that something is wrong.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.lookup import is_generic
from jixiao.claims.reading.proposal import Proposal, may_be_rate, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.core.digits import printed_digits

KIND = "share"
_OF = re.compile(
    r"^(?P<part>.*?)(?:大约|约|仅|只|也|已|均|所|能够?|可)*(?:占(?!用|地(?!方)|领|道)|弥补|覆盖|满足|支撑|保障)(?:了|到)?(?P<whole>[^占]*?)"
    r"(?:的)?(?:比重|比例|份额|比)?(?:约|近|为|是|达到?|:)*\s*$"
)
_CHANGED = re.compile(
    r"预算(?:调整|追加|调增|调减|变动)(?:率|幅度|比例)|(?:调整|调增|追加|调减)(?:率|幅度|比例)"
)
_ADDED, _FIRST = re.compile(r"追加|调增|调减|核减|追减"), re.compile(r"年初")
_EXECUTED = re.compile(r"(?:执行|支出|支付|使用|拨付)(?:率|进度)(?:为|是|达到?|:)*\s*$")
_OTHER_TIME = re.compile(r"上年|去年|同期|比|较")
_TOTAL = re.compile(r"合计|总|全部|全年|本年|共")
_CLAUSE = re.compile(r"[，,。；;：:、()（）]")
_TELLING = 3
_SHARED = 2
_MOST, _TRIED = 12, 160


def extract(reading: Reading) -> Iterator[Proposal]:
    """The first amounts that the names of each such figure lead to and that make it."""
    facts: list[Fact] = []
    for position, statement in enumerate(reading.statements):
        for role in ("share", "rate", "growth"):
            rate = statement.roles.get(role)
            if rate is None or rate.unit.kind != "percent" or rate.approximate or rate.cell is not None:
                continue
            if printed_digits(rate.number) < _TELLING or _OTHER_TIME.search(_clause(rate)):
                continue
            facts = facts or sorted(facts_of(reading), key=lambda fact: fact.token.index)
            pairs = _pairs(reading.statements, position, rate, role, facts)
            made = next(
                (pair for pair in islice(pairs, _TRIED) if _fits(rate, *pair)),
                None,
            )
            if made is not None:
                kind = "share" if role == "share" else "rate"
                operands = [(made[0], "part"), (made[1], "whole")]
                yield Proposal((relation(kind, "quotient", rate, operands, "inferred"),), asserted=False)


def _fits(rate: Token, part: Token, whole: Token) -> bool:
    if part is whole or not whole.number or not may_be_rate(rate, part, whole):
        return False
    return decide(relation("share", "quotient", rate, [(part, "part"), (whole, "whole")])).holds


def _clause(token: Token) -> str:
    return _CLAUSE.split(token.lead)[-1]


def _pairs(
    statements: Sequence[Statement], position: int, rate: Token, role: str, facts: Sequence[Fact]
) -> Iterator[tuple[Token, Token]]:
    statement, clause = statements[position], _clause(rate)
    if _CHANGED.search(clause):
        added = [fact.token for fact in facts if _ADDED.search(_clause(fact.token))]
        first = [fact.token for fact in facts if _FIRST.search(_clause(fact.token))]
        yield from _alike(added[:_MOST], first[:_MOST])
        return
    named = _OF.match(clause)
    if role != "growth" and named is not None:
        own = statement.main
        parts = [own] if own is not None else _called(facts, named["part"], rate)
        yield from _alike(parts, _wholes(facts, named["whole"], rate))
    if role == "rate" and _EXECUTED.search(clause):
        behind = statements[position + 1] if position + 1 < len(statements) else None
        own = statement.main
        if own is None and behind is not None and behind.block == statement.block:
            own = behind.main if behind.depth > statement.depth else None
        plans = [fact.token for fact in facts if fact.role == "plan" and not fact.token.approximate]
        yield from _alike([own] if own is not None and statement.get("plan") is None else [], plans)


def _called(facts: Sequence[Fact], name: str, rate: Token) -> list[Token]:
    """The figures so named, the nearest before first."""
    name = name.strip('“”" ')
    if len(name) < _SHARED:
        return []
    told = [fact for fact in facts if fact.role == "main" and _is_called(fact.name, name)]
    return [fact.token for fact in _nearest(told, rate)]


def _is_called(told: str, name: str) -> bool:
    return bool(told) and (name in told or told in name or shared_words(told, name) >= _SHARED)


def _wholes(facts: Sequence[Fact], name: str, rate: Token) -> list[Token]:
    """What the name of the whole means: what bears it, a total; without a name what the sentence tells."""
    plain = not name or is_generic(name)
    told = [
        fact
        for fact in facts
        if fact.role in ("main", "plan")
        and (
            (bool(name) and _is_called(fact.name, name))
            or (plain and fact.token.sentence == rate.sentence and fact.token.block is rate.block)
            or (plain and bool(name) and _TOTAL.search(fact.name + _clause(fact.token)) is not None)
        )
    ]
    if name.endswith("预算"):
        told += [fact for fact in facts if fact.role == "plan"]
    return [fact.token for fact in _nearest(told, rate)]


def _nearest(told: Sequence[Fact], rate: Token) -> list[Fact]:
    return sorted(told, key=lambda fact: abs(fact.token.index - rate.index))[:_MOST]


def _alike(parts: Sequence[Token], wholes: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Pairs of one kind of unit, the part no more than its whole."""
    for part, whole in product(parts, wholes):
        if part.unit.kind == whole.unit.kind and not part.approximate and not whole.approximate:
            yield part, whole
