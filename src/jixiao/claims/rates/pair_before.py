"""Rates of an amount and its plan, both told before: 合同金额A，已支付B，占合同金额的80%; 三公经费为预算的p%.

The pair stands right before in the sentence and its plan bears the name that the rate gives, or the paragraph
told it of the thing that the rate names again.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.lookup import EQUAL, likeness
from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_OF_NAMED = re.compile(r"^[\s，,、]*(?:约|仅|已)?(?:占|为|达到?|相当于)(?P<name>[^，,。；;占]{2,12}?)的?\s*$")
_OF_PLAN = re.compile(
    r"(?:占|为|是|完成|相当于)(?:了|其)?(?:年初|全年|年度|调整后?)?(?:预算|计划|目标|任务)(?:安排)?[数额]?的\s*$"
)
_OTHER = re.compile(r"上年|去年|同期")
_BACK, _SHARED = 12, 2
"""Statements back to the pair; characters that its name and the rate's share."""


def of_pair_before(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The relation of such a rate, None where no such pair is told."""
    own, before = statements[position], statements[position - 1] if position else None
    if own.main is not None or own.get("plan") is not None or before is None or _OTHER.search(rate.lead):
        return None
    if before.block != own.block:
        return None
    pair = _pair(before)
    named = _OF_NAMED.match(rate.lead)
    if pair is not None and named is not None and before.sentence == own.sentence:
        return rate_of(rate, *pair) if shared_words(named["name"], pair[1].lead) >= _SHARED else None
    if len(own.label) < _SHARED or not _OF_PLAN.search(rate.lead):
        return None
    told = [
        pair
        for s in statements[max(position - _BACK, 0) : position]
        if s.block == own.block and likeness(own.label, s.label) == EQUAL and (pair := _pair(s)) is not None
    ]
    return rate_of(rate, *told[0]) if len(told) == 1 else None


def _pair(statement: Statement) -> tuple[Token, Token] | None:
    done, plan = statement.main, statement.get("plan")
    if done is None or plan is None or "rate" in statement.roles or not plan.number:
        return None
    return (done, plan) if done.unit.kind == plan.unit.kind and not plan.approximate else None
