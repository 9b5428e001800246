"""Shares and rates whose amounts are told elsewhere under their names: 财政拨款占总收入的91.01%.

What the words name is looked for among all that the document tells; of two names and many figures an
agreement of three digits shows what is meant, but no gap shows that something is wrong.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from jixiao.claims.rates.facts_called import FactsCalled, clause_of, facts_called
from jixiao.claims.reading.document import Reading
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
_TELLING = 3
_SHARED = 2
_MOST, _TRIED = 12, 160


def extract(reading: Reading) -> Iterator[Proposal]:
    """The first amounts that the names of each such figure lead to and that make it."""
    for position, statement in enumerate(reading.statements):
        for role in ("share", "rate", "growth"):
            rate = statement.roles.get(role)
            if rate is None or rate.unit.kind != "percent" or rate.approximate or rate.cell is not None:
                continue
            if printed_digits(rate.number) < _TELLING or _OTHER_TIME.search(clause_of(rate)):
                continue
            pairs = _pairs(reading.statements, position, rate, role, facts_called(reading))
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


def _pairs(
    statements: Sequence[Statement], position: int, rate: Token, role: str, facts: FactsCalled
) -> Iterator[tuple[Token, Token]]:
    statement, clause = statements[position], clause_of(rate)
    if _CHANGED.search(clause):
        added, first = (list(islice(facts.whose_clause(words), _MOST)) for words in (_ADDED, _FIRST))
        yield from _alike(added, first)
        return
    named = _OF.match(clause)
    if role != "growth" and named is not None:
        own, whole = statement.main, named["whole"]
        parts = [own] if own is not None else _called(facts, named["part"], rate)
        if own is None and _ADDED.search(named["part"]):  # what was added is no outturn
            parts += islice(facts.whose_clause(_ADDED), _MOST)
        yield from _alike(parts, facts.wholes(whole, rate, plain=not whole or is_generic(whole)))
    if role == "rate" and _EXECUTED.search(clause):
        behind = statements[position + 1] if position + 1 < len(statements) else None
        own = statement.main
        if own is None and behind is not None and behind.block == statement.block:
            own = behind.main if behind.depth > statement.depth else None
        plans = [fact.token for fact in islice(facts.plans, _TRIED)]
        yield from _alike([own] if own is not None and statement.get("plan") is None else [], plans)


def _called(facts: FactsCalled, name: str, rate: Token) -> list[Token]:
    """The figures so named, the nearest before first."""
    name = name.strip('“”" ')
    return facts.called(name, rate) if len(name) >= _SHARED else []


def _alike(parts: Sequence[Token], wholes: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Pairs of one kind of unit, the part no more than its whole."""
    for part, whole in product(parts, wholes):
        if part.unit.kind == whole.unit.kind and not part.approximate and not whole.approximate:
            yield part, whole
