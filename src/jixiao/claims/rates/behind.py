"""Rates told before their amounts, or by the names of both: of what the words say they are.

决算完成年初预算的102.2%，年初预算A，决算B; 债务余额占限额86.4%（余额A，限额B）; 余额与限额之比为89.8%.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_OF_PLAN = re.compile(r"(?:预算|计划|限额|目标|任务)(?:安排|总)?[数额]?的?$")
_BETWEEN = re.compile(
    r"(?P<part>[\u4e00-\u9fff]{2,8})[与和同对](?P<whole>[\u4e00-\u9fff]{2,8})(?:之比|的比[率例值])(?:为|是|达到?)?$"
)
_ONE_OF_OTHER = re.compile(
    r"(?:^|[，,、；;。)）])\s*(?P<part>[\u4e00-\u9fff]{2,8})(?:占|是|为|相当于)(?P<whole>[\u4e00-\u9fff]{2,8}?)(?:的(?:比[例重率值]|百分比)?)?[为是达:]*\s*$"
)
_NAMELESS = re.compile(
    r"(?:^|[。；;]|[，,])\s*(?:全[省市县区州镇乡旗]|[省市县区]本级|本级|我[省市县区局]|合计|共|累计|已|预计)*"
    r"(?:完成|占|为|达到?|实现)了?(?:年初|年度|全年|调整后?|变动|当年|人代会)*(?:预算|计划|目标|任务)[数额]?的\s*$"
)
"""全市完成年度预算的p%，收入实绩A，年度预算为B: what is told behind is all that the rate may be of."""
_CLAUSE, _FILLER = re.compile(r"[，,、。；;：:(]"), re.compile(r"(?:安排|总?[数额]|为|是|共|计|达|\s)+$")
_REACH = 6
"""Statements of the sentence that are looked back at."""
_PLANS = ("plan", "initial")


def of_behind(
    statements: list[Statement], position: int, statement: Statement, rate: Token
) -> Relation | None:
    """What a rate is of that stands before both its amounts, or that calls both by their names."""
    words = statement.how["rate"].whole
    for named in (_BETWEEN.search(words), _ONE_OF_OTHER.search(rate.lead)):
        if named is not None:
            part, whole = (_called(statements, position, named[name]) for name in ("part", "whole"))
            if (told := _of(rate, part, whole)) is not None:
                return told
    if statement.roles.keys() != {"rate"} or not _OF_PLAN.search(words):
        return None
    following = [s for s in statements[position + 1 : position + 3] if s.sentence == statement.sentence]
    if not following or following[0].block != statement.block:
        return None
    first = following[0]
    if first.main is not None and first.get("plan") is not None:
        alone = not first.label or first.depth > statement.depth or _NAMELESS.search(rate.lead) is not None
        return _of(rate, first.main, first.get("plan")) if alone and "rate" not in first.roles else None
    in_bracket = [s for s in following if s.depth > statement.depth and len(s.roles) == 1]
    if len(in_bracket) < len(("part", "whole")):
        return None
    part = next((s.main for s in in_bracket if s.main is not None), None)
    whole = next((plan for s in in_bracket if (plan := s.get("plan")) is not None), None)
    return _of(rate, part, whole)


def _of(rate: Token, part: Token | None, whole: Token | None) -> Relation | None:
    if part is None or whole is None or part.unit.kind != whole.unit.kind or not whole.number:
        return None
    return rate_of(rate, part, whole)


def _called(statements: list[Statement], position: int, name: str) -> Token | None:
    """The one amount of the sentence that bears a name."""
    own = statements[position]
    near = [s for s in statements[max(position - _REACH, 0) : position + 1] if s.sentence == own.sentence]
    found = {token.index: token for s in near for token in _amounts(s) if s.label.endswith(name)}
    if not found:  # 年初预算A，实际支出B。…实际支出占预算的p%: by the words right before each
        before = [s for s in statements[max(position - _REACH, 0) : position] if s.block == own.block]
        found = {token.index: token for s in before for token in _amounts(s) if _leads(token, name)}
    return next(iter(found.values())) if len(found) == 1 else None


def _leads(token: Token, name: str) -> bool:
    """Whether a name ends the words before an amount."""
    return _FILLER.sub("", _CLAUSE.split(token.lead)[-1]).endswith(name)


def _amounts(statement: Statement) -> Iterator[Token]:
    return (statement.roles[role] for role in ("main", *_PLANS) if role in statement.roles)
