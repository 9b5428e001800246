"""What was done of what was due: 应缴A，已缴B，缴库率p%; 计划培训800人次，实际培训862人次，完成计划的p%.

The same verb stands behind 应 or 计划 and behind 已 or 实际; the rate bears it, or says that it was done.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.given import due_verb
from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_RATE = re.compile(
    r"^[\s，,、;；(]*(?P<name>[\u4e00-\u9fff]{0,6}?)(?:率|进度|比例)(?:为|是|达到?|:)*\s*$"
    r"|^[\s，,、;；(]*(?P<of>完成|为|占|达到?|是)(?:了|全年|年度)?(?:计划|目标|任务|应[\u4e00-\u9fff]{1,3})[数额]?的(?:比例)?(?:为)?\s*$"
)
_CALLED = {"到": "勤席会", "开": "工", "发": "兑付"}
"""应到56人，实到54人，出勤率p%."""
_DONE = re.compile(r"完成|执行|实施|任务|计划|目标")


def of_due(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The rate of the pair told with it or right before it in its sentence; None elsewhere."""
    own, found = statements[position], _RATE.match(rate.lead)
    before = statements[position - 1] if position else own
    pair = own if own.main is not None else before
    if found is None or pair.sentence != own.sentence or (pair is not own and "rate" in pair.roles):
        return None
    plan, main = pair.roles.get("plan"), pair.main
    verb = due_verb(plan.lead, main.lead) if plan is not None and main is not None else ""
    if (
        plan is None
        or main is None
        or not verb
        or not plan.number
        or max(plan.start, main.start) > rate.start
    ):
        return None
    called = {*verb[0], *_CALLED.get(verb[0], "")} & {*(found["name"] or "")}
    named = found["of"] or called or _DONE.search(found["name"] or "")
    return rate_of(rate, main, plan, "named") if named else None
