"""比预算节约5万元，为预算的90%: what was left is named first, yet the rate is of what was spent."""

import re
from collections.abc import Sequence

from jixiao.claims.reading.proposal import rate_of, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_REACH = 10
_IS_OF_PLAN = re.compile(
    r"^[\s，,]*(?:仅|只)?(?:为|是|相当于)[^，,。；;占]{0,6}(?:预算|计划|目标)[数额]?的\s*$"
)
_LESS = re.compile(r"(?:比|较)[^，,。；;]{0,6}(?:预算|计划|目标)")


def of_spent(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The rate of the outturn by its plan, both told before, where their difference is what was left."""
    left = statements[position].roles.get("saved")
    if left is None or not _IS_OF_PLAN.match(rate.lead) or not _LESS.search(left.lead):
        return None
    for other in statements[max(position - _REACH, 0) : position][::-1]:
        main, plan = other.main, other.get("plan")
        if other.block != left.block.index or main is None or plan is None or not plan.number:
            continue
        if decide(relation("difference", "difference", left, [(plan, "plan"), (main, "outturn")])).holds:
            return rate_of(rate, main, plan)
    return None
