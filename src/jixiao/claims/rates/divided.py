"""A rate told behind the parts of its outturn: 预算A，支出B，其中甲C、乙D，执行率p%."""

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
    r"|^[\s，,、;；。)]*(?:实际)?(?:支出|完成|执行|采购)?(?:占|为|完成|达到?)(?:年初|全年|年度)?(?:预算|计划)的\s*$"
)


def of_divided(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The rate of the amount that the parts right before it make, by the plan told with that."""
    own = statements[position]
    if own.roles.keys() != {"rate"} or not _EXECUTION.match(rate.lead):
        return None
    last = next(
        (
            at
            for at in range(position - 1, max(position - _REACH, -1), -1)
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
    whole = next(s for s in statements[max(last - _REACH, 0) : last][::-1] if s.main is head)
    plan = whole.get("plan")
    alike = plan is not None and plan.unit.kind == head.unit.kind and "rate" not in whole.roles
    return rate_of(rate, head, plan) if plan is not None and alike and plan.number else None
