"""A rate told behind the parts of its outturn: 预算A，支出B，其中甲C、乙D，执行率p%.

The plan may stand in the clause before what was done: 计划24所，完工21所，其中甲8所、乙13所，完成计划的p%.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.parted import head_of_parts
from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_REACH = 14
_EXECUTION = re.compile(
    r"^[\s，,、;；。)]*[^，,。；;\d]{0,8}(?:执行|完成|支付|支出)(?:率|进度)(?:为|是|达到?|:)*\s*$"
    r"|^[\s，,、;；。)]*(?:实际)?(?:支出|完成|执行|采购)?(?:占|为|完成|达到?)了?(?:年初|全年|年度)?(?:预算|计划|目标|任务)(?:任务)?[数量]?的\s*$"
)
_AIM = re.compile(r"计划|目标|任务|预算|拟|应(?!急)")
_CLAUSE = re.compile(r"[，,。；;：:]")


def of_divided(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The rate of the amount that the parts right before it make, by the plan told with that."""
    own = statements[position]
    told_with_part = own.roles.keys() == {"main", "rate"} and own.roles["main"].end <= rate.start
    if not (own.roles.keys() == {"rate"} or told_with_part) or not _EXECUTION.match(rate.lead):
        return None
    last = next(
        (
            at
            for at in range(position - (not told_with_part), max(position - _REACH, -1), -1)
            if statements[at].main is not None and statements[at].depth <= own.depth
        ),
        None,
    )
    if last is None or statements[last].block != own.block or own.sentence - statements[last].sentence > 1:
        return None
    part = statements[last].main
    head = head_of_parts(statements, part, last) if part is not None else None
    if head is None:
        return None
    at = next(i for i in range(last - 1, max(last - _REACH, 0) - 1, -1) if statements[i].main is head)
    whole = statements[at]
    plan = whole.get("plan") or (_aim_before(statements, at, head) if "rate" not in whole.roles else None)
    alike = plan is not None and plan.unit.kind == head.unit.kind and "rate" not in whole.roles
    return rate_of(rate, head, plan) if plan is not None and alike and plan.number else None


def _aim_before(statements: Sequence[Statement], at: int, head: Token) -> Token | None:
    """What was planned, told right before what was done and in its unit."""
    before = statements[at - 1] if at else None
    aim = before.amount if before is not None else None
    if before is None or aim is None or before.sentence != statements[at].sentence or aim.unit != head.unit:
        return None
    planned = _AIM.search(_CLAUSE.split(aim.lead)[-1]) and not _AIM.search(_CLAUSE.split(head.lead)[-1])
    return aim if planned and not aim.approximate and "rate" not in before.roles else None
