"""Rates named by a deed, of what was due: 应征税款A，已入库B，入库率p%; 合同总价A，付款B，付款比例p%; lists.

计划改造120户、80户，完成118户、76户，完成率分别为…: as many plans as outturns and rates, in the same order.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_NAME = re.compile(
    r"^[\s，,、;；(]*(?P<name>[\u4e00-\u9fff]{2,8})(?:率|进度|比例)(?:分别|依次)?(?:为|是|达到?|:)*\s*$"
)
_DUE = re.compile(r"应(?!急|用|对)[缴征收付拨还退补配发到]|计划|拟|目标")
_PLANNED = re.compile(r"应(?!急|用|对)|计划|拟|目标|任务|预算|安排|下达")
_CONTRACT, _PAID = re.compile(r"合同"), re.compile(r"付")
_COST, _COVERED = re.compile(r"费用|医疗费|总费"), re.compile(r"支付|报销|补偿|补助|承担|赔付")
_COVERS = re.compile(r"(?:报销|补偿|支付|赔付)$")
"""住院费用A，基金支付B，报销比例p%: what is paid of costs, whatever word the rate has for it."""
_CLAUSE = re.compile(r"[，,。；;：:]")
_OTHER = re.compile(r"上年|去年|同期")
_DEED, _BACK = 2, 24
"""Characters that end the name of a deed; statements before and behind in which its figures stand."""


def of_deed(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The relation of such a rate; None where the sentence tells no such pair."""
    named = _NAME.match(rate.lead)
    own = statements[position]
    if own.group >= 0 and own.main is not None:
        return _of_lists(statements, position, rate)
    if named is None or own.get("plan") is not None or "base" in own.roles:
        return None
    at = position if own.main is not None else position - 1
    if at < 1 or "rate" in statements[at - 1].roles:
        return None
    done, due = statements[at].main, statements[at - 1].main
    near = all(s.sentence == own.sentence and s.block == own.block for s in statements[at - 1 : at + 1])
    if done is None or due is None or not near or done.unit.name != due.unit.name or not due.number:
        return None
    if done.approximate or due.approximate:
        return None
    told, deed = (_CLAUSE.split(token.lead)[-1] for token in (due, done))
    if _COVERS.search(named["name"]) and _COST.search(told) and _COVERED.search(deed):
        return rate_of(rate, done, due) if done.value < due.value and not _OTHER.search(told + deed) else None
    if _OTHER.search(told) or _OTHER.search(deed) or named["name"][-_DEED:] not in deed:
        both = _PAID.search(named["name"]) and _PAID.search(deed)
        return rate_of(rate, done, due) if both and _CONTRACT.search(told) else None
    paid = _CONTRACT.search(told) and _PAID.search(deed)
    return rate_of(rate, done, due) if (_DUE.search(told) and not _DUE.search(deed)) or paid else None


def _of_lists(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The plan at the same place of the list right before its own."""
    own = statements[position]
    near = [
        s
        for s in statements[max(position - _BACK, 0) : position + _BACK]
        if s.sentence == own.sentence and s.block == own.block and s.group >= 0 and s.main is not None
    ]
    mine = [s for s in near if s.group == own.group]
    before = [s for s in near if s.group == own.group - 1 and s.index < mine[0].index]
    if len(before) != len(mine) or any("rate" in s.roles or s.get("plan") is not None for s in before):
        return None
    if any("rate" not in s.roles or s.get("plan") is not None for s in mine):
        return None
    plan, done = before[mine.index(own)].main, own.main
    lead = before[0].main.lead if before[0].main is not None else ""
    if plan is None or done is None or plan.unit.name != done.unit.name or not plan.number:
        return None
    return rate_of(rate, done, plan) if _PLANNED.search(lead) else None
