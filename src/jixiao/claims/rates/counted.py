"""Rates of things counted against a target: 目标14户，实际完成14户，实际完成数占目标任务的100%.

The target stands in the sentence, or another paragraph tells the only one of that unit.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.proposal import rate_of, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

_FAR = 60
_TARGET = r"(?:年度|全年|年初|绩效|既定|预期)*(?:目标|计划|任务)(?:任务|数|值|总?量)*"
_OF_TARGET = re.compile(
    rf"^[\s，,、;；]*(?:实际)?(?:完成|改造|实施)?(?:数|量)?(?:占|为|达到?|完成)?了?{_TARGET}的?(?:比例|百分比)?(?:为|达到?)?\s*$"
)
_NAMELESS = re.compile(
    r"^[\s，,、;；(]*(?:目标|任务|计划|项目)*(?:完工|竣工|完成|实施|改造)(?:率|进度|比例)(?:为|是|达到?|:)*\s*$"
)
_COMPLETED = re.compile(
    r"^[\s，,、(]*(?:实际|已|共)?(?:完成|完工|竣工|建成)(?:目标|任务|计划)?(?:率|比例|进度|度)?(?:了|为|达到?|:)*\s*$"
)
_PASSED = re.compile(r"^[\s，,、(]*超额(?:完成)?(?:目标|任务|计划)*\s*$")
_AIM = re.compile(r"目标|任务|计划|拟|应(?!急)")
_OVER = re.compile(rf"超(?:额|过|出)?(?:完成)?了?{_TARGET}的?\s*$")
_AIMED = re.compile(r"目标|任务|计划")
_CLAUSE = re.compile(r"[，,。；;：:]")
_COMMON = ("个", "项", "次", "人次", "天", "年", "期", "份", "场", "处")
"""Words for things of every kind, which do not show that two numbers count the same."""
_LEAST, _LEAST_DIGITS = 2, 3


def of_counts(statements: Sequence[Statement], position: int, rate: Token) -> tuple[list[Relation], bool]:
    """The relations of such a rate, the likeliest first, and whether one of them must hold."""
    if _OVER.search(rate.lead):
        return _over_target(statements, position, rate)
    if _PASSED.match(rate.lead) and (passed := _passed(statements, position)) is not None:
        return [relation("rate", "base_rate", rate, [(passed[0], "outturn"), (passed[1], "plan")])], True
    told = _pair_before(statements, position)
    if told is not None and _OF_TARGET.match(rate.lead):
        return [rate_of(rate, *told, "named")], True
    if _COMPLETED.match(rate.lead) and (aimed := _aimed_before(statements, position)) is not None:
        return [rate_of(rate, *aimed)], True
    if _NAMELESS.match(rate.lead) and rate.number:
        made = _by_only_target(statements, position, rate)
        return ([made], True) if made is not None else ([], False)
    return [], False


def _pair_before(statements: Sequence[Statement], position: int) -> tuple[Token, Token] | None:
    """What was done and what was aimed at, both told right before in the same sentence."""
    own, before = statements[position], statements[position - 1] if position else None
    if before is None or before.sentence != own.sentence or before.block != own.block:
        return None
    return None if "rate" in before.roles else _pair(before)


def _passed(statements: Sequence[Statement], position: int) -> tuple[Token, Token] | None:
    """计划5.2万亩，实际建成5.46万亩，超额完成5%: the pair told right before, of which the plan is less."""
    own, before = statements[position], statements[position - 1] if position else None
    pair = _aimed_before(statements, position)
    if pair is None and before is not None and own.main is None:
        done, aim = before.main, before.get("plan")
        near = before.sentence == own.sentence and before.block == own.block and "rate" not in before.roles
        if near and done is not None and aim is not None and done.unit.name == aim.unit.name:
            pair = done, aim
    return pair if pair is not None and 0 < pair[1].value < pair[0].value else None


def _aimed_before(statements: Sequence[Statement], position: int) -> tuple[Token, Token] | None:
    """计划建成12公里，实际11.4公里，完成95%: what was done, and the aim told right before it."""
    own = statements[position]
    at = position if own.main is not None else position - 1
    if at < 1:
        return None
    done, aim = statements[at].main, statements[at - 1].amount
    near = all(s.sentence == own.sentence and s.block == own.block for s in statements[at - 1 : at + 1])
    if done is None or aim is None or not near or {done.unit.kind, aim.unit.kind} & {"percent", "yuan"}:
        return None
    alike = (done.unit.name, done.unit.word) == (aim.unit.name, aim.unit.word)
    if (
        not alike
        or done.approximate
        or aim.approximate
        or not aim.number
        or "rate" in statements[at - 1].roles
    ):
        return None
    words = [_CLAUSE.split(token.lead)[-1] for token in (done, aim)]
    return (done, aim) if _AIM.search(words[1]) and not _AIM.search(words[0]) else None


def _pair(statement: Statement) -> tuple[Token, Token] | None:
    done, aim = statement.main, statement.get("plan")
    if done is None or aim is None or done.unit.kind != "count" or done.unit.word != aim.unit.word:
        return None
    return None if done.approximate or aim.approximate or not aim.number else (done, aim)


def _over_target(statements: Sequence[Statement], position: int, rate: Token) -> tuple[list[Relation], bool]:
    """实际改造数超任务20%: by how much what was done passed its target, told beside it or once before."""
    near = _pair(statements[position]) or _pair_before(statements, position)
    told = [near] if near is not None else _pairs(statements, position)
    if len({(done.number, aim.number, done.unit.word) for done, aim in told}) != 1:
        return [], False
    done, aim = told[0]
    over = relation("rate", "base_rate", rate, [(done, "outturn"), (aim, "plan")])
    named = near is not None or shared_words(rate.lead, done.lead + aim.lead) >= _LEAST
    return [over, rate_of(rate, done, aim)], named


def _pairs(statements: Sequence[Statement], position: int) -> list[tuple[Token, Token]]:
    before = statements[max(position - _FAR, 0) : position]
    return [told for statement in before if (told := _pair(statement)) is not None]


def _by_only_target(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """竣工129户，完工率p%: by the one target of that unit told before; one slip may set them apart."""
    own = statements[position]
    done = own.main or (statements[position - 1].main if position else None)
    if done is None or done.block is not rate.block or done.sentence != rate.sentence:
        return None
    if done.unit.kind != "count" or done.approximate or done.unit.word in _COMMON:
        return None
    aims = [aim for aim in _aims(statements, position) if aim.unit.word == done.unit.word]
    if len({aim.number for aim in aims}) != 1 or any(aim.block is rate.block for aim in aims):
        return None
    made = rate_of(rate, done, aims[0])
    if decide(made).holds:
        return made
    meant = round_half_up(done.number / aims[0].number / rate.unit.scale, rate.decimals)
    sure = shared_words(done.lead, aims[0].lead) >= _LEAST and significant_digits(meant) >= _LEAST_DIGITS
    return made if sure and one_slip_apart(rate.build(), meant) else None


def _aims(statements: Sequence[Statement], position: int) -> Iterator[Token]:
    for statement in statements[max(position - _FAR, 0) : position]:
        for role in ("plan", "initial", "main"):
            aim = statement.roles.get(role)
            if aim is None or aim.unit.kind != "count" or aim.approximate or not aim.number:
                continue
            behind = aim.block.text[aim.end : aim.end + 6]
            if role != "main" or _AIMED.search(_CLAUSE.split(aim.lead)[-1]) or _AIMED.search(behind):
                yield aim
