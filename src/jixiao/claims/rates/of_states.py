"""Rates of things that their sentence divides by how far each came.

共24项，全部完成21项，基本完成3项，完成比例87.5%: what is not or only partly so (基本完成, 未完成) is never
what the rate is of; where only that is told, it is of what that leaves: 抽检A批次，不合格B批次，合格率p%.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.proposal import rate_of, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_NAME = re.compile(
    r"^[\s，,、;；]*(?:[^，,。；;\d未不]{0,8}?)(?P<deed>完成|合格|办结|整改|达标|优良|通过|开工|完工|竣工|验收|履约|销号)"
    r"(?:率|比例)(?:为|是|达到?|:|\s)*$"
)
_CLAUSE = re.compile(r"[，,。；;：:、]")
_LESS = r"未|不|没有|尚|部分|基本|待|正在|拟|计划|应"
_REACH = 6
_FEWEST = 2
"""The things, and one state of them."""


def of_states(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The relation of such a rate, None where its sentence does not divide the things so."""
    own, named = statements[position], _NAME.match(rate.lead)
    if named is None or own.roles.keys() - {"main", "rate"}:
        return None
    told: list[tuple[str, Token]] = []
    for s in statements[max(position - _REACH, 0) : position + 1]:
        if s.sentence != own.sentence or s.block != own.block or s.main is None or s.main.end > rate.start:
            continue
        if s is not own and s.roles.keys() != {"main"}:
            told = []
            continue
        told.append((_CLAUSE.split(s.main.lead)[-1], s.main))
    if len(told) < _FEWEST or any(one.unit != told[0][1].unit or one.approximate for _, one in told):
        return None
    return _divided(rate, named["deed"], told[0][1], told[1:]) if told[0][1].unit.kind == "count" else None


def _divided(rate: Token, deed: str, whole: Token, states: Sequence[tuple[str, Token]]) -> Relation | None:
    """By the one state that the rate's name tells, of states that make up the whole; or by its opposite."""
    less = [token for words, token in states if re.search(rf"(?:{_LESS})\s*{deed}", words)]
    done = [token for words, token in states if deed in words and token not in less]
    if not less or not whole.number or any(token.value > whole.value for token in less):
        return None
    if len(done) == 1 and sum(token.value for _, token in states) == whole.value:
        return rate_of(rate, done[0], whole)
    undone = re.search(rf"(?:未|不|没有|尚未)\s*{deed}", states[0][0])
    if done or undone is None or len(states) != 1:
        return None
    return relation("rate", "shortfall_rate", rate, [(less[0], "outturn"), (whole, "plan")])
