"""A rate told with its budget, whose amount stands elsewhere by its name: 教育支出年初预算B，完成102.34%.

It can agree with that amount, and miss it by one slip of the pen; any other gap may be that of another thing.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

_DONE = re.compile(
    r"^[\s，,、;；(]*(?:实际|全年)?(?:完成|执行|支出)(?:(?:率|进度|比例)?(?:了|为|是|达到?|:)*"
    r"|了?(?:年初|全年|年度|调整后?)?(?:预算|计划)[数额]?的)\s*$"
)
_PRIOR = re.compile(r"上年|去年|同期|预算|计划")
_FAR, _SHORTEST = 80, 3


def of_outturn_earlier(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The rate of the only amount told before under the very name; None where it explains nothing."""
    own = statements[position]
    plan = own.get("plan")
    if (
        own.main is not None
        or plan is None
        or not plan.number
        or not rate.decimals
        or len(own.label) < _SHORTEST
    ):
        return None
    if not _DONE.match(rate.lead) or plan.end > rate.start:
        return None
    told = [
        s.main
        for s in statements[max(position - _FAR, 0) : position]
        if s.main is not None
        and s.key == key_of(own.label)
        and s.main.unit.kind == plan.unit.kind
        and not s.main.approximate
        and not _PRIOR.search(s.main.lead)
    ]
    if len({token.value for token in told}) != 1:
        return None
    made = rate_of(rate, told[-1], plan)
    if decide(made).holds:
        return made
    meant = round_half_up(told[-1].value / plan.value / rate.unit.scale, rate.decimals)
    return made if one_slip_apart(rate.build(), meant) else None
