"""Two rates of one amount at once: of what was budgeted first, and of the budget as it was changed.

收入预算由A调整到B，完成C，分别为年初预算和调整预算的p%、q%.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_STAGES = ("initial", "plan")
_BOTH = re.compile(
    r"年初预算(?:数|安排)?(?:[、和与及]|以及)(?:年中)?(?:调整|变动|调整后|变动后)(?:的)?预算(?:数)?的?\s*$"
)


def of_both_stages(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """A rate of such a pair, against the budget that stands where it does; None elsewhere."""
    group = statements[position].group
    if group < 0:
        return None
    pair = [s for s in statements[max(position - 1, 0) : position + 2] if s.group == group]
    if len(pair) != len(_STAGES) or not _BOTH.search(pair[0].lead):
        return None
    before = pair[0].index - statements[0].index - 1
    told = statements[before] if before >= 0 else None
    if told is None or told.main is None or told.sentence != pair[0].sentence:
        return None
    stage = _STAGES[pair.index(statements[position])]
    plan = told.roles.get(stage)
    if plan is None or plan.unit.name != told.main.unit.name:
        return None
    return rate_of(rate, told.main, plan, "named")
