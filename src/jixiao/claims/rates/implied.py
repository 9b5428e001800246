"""Rates whose plan is not printed but follows: what was done and what is over it, or was left undone.

支出100万元，超预算5万元，完成预算的105.26%: the plan is 95. 支付90万元，未支付10万元，支付率90%: it is 100.
资金100万元，未支付10万元，支付率90%: what was done follows.
"""

import re

from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_PLAN = re.compile(r"预算|计划|目标|任务")
_OVER = re.compile(r"超收|超支|短收")
"""What these words compare with can only be the plan."""
_COMPARES = re.compile(r"(?:比|较|与)[^，。；]{0,8}(?:预算|计划|目标|任务)")
_UNDONE = re.compile(
    r"(?:未|尚未|暂未|没有)(?:完成|支付|支出|拨付|使用|执行|分配|下达|支|付)[^，。；]{0,4}$"
    r"|(?:结余|结转|剩余)(?:资金|金额)?(?:为|共)?$"
)
_OF_DONE = re.compile(
    r"(?:执行|完成|支付|支出|使用|拨付|到位|分配|下达)(?:进度)?率|(?:完成|为|占|达)[^，。；]{0,8}(?:预算|计划)"
)
_DONE = re.compile(r"(?<!未)(?:完成|支付|支出|拨付|使用|执行|分配|下达|兑付|发放|拨出|付出)[^，,。；;]{0,6}$")
"""Words that call an amount what was done, and not what it was done with."""
_WHICH = re.compile(r"年初|调整|全年|变动|追加")


def of_implied_plan(statements: list[Statement], position: int, rate: Token) -> Relation | None:
    """The relation of a rate with such a plan; None where a plan is printed or none follows."""
    statement = statements[position]
    beside = [
        s
        for s in statements[max(position - 2, 0) : position + 2]
        if s.sentence == statement.sentence and s.block == statement.block
    ]
    if any(s.get("plan") is not None or "base" in s.roles for s in beside):
        return None
    return _over_plan(statements, position, rate) or _left_undone(statements, position, rate)


def _over_plan(statements: list[Statement], position: int, rate: Token) -> Relation | None:
    statement = statements[position]
    excess, done = statement.roles.get("excess"), statement.main
    change = statement.roles.get("change")
    if excess is None and change is not None and (_OVER.search(change.lead) or _COMPARES.search(change.lead)):
        excess = change
    if done is None and position and statements[position - 1].sentence == statement.sentence:
        done = statements[position - 1].main
    told = statement.how["rate"].whole
    if excess is None or done is None or excess.unit.name != done.unit.name or not _PLAN.search(told):
        return None
    if {*_WHICH.findall(excess.lead)} - {*_WHICH.findall(told)}:
        return None  # over the one budget, a rate of another
    if excess.direction < 0:
        return relation("rate", "part_of_parts", rate, [(done, "outturn"), (excess, "shortfall")])
    return relation("rate", "excess_rate", rate, [(done, "outturn"), (excess, "excess")])


def _left_undone(statements: list[Statement], position: int, rate: Token) -> Relation | None:
    """Beside what was left undone stands what was done, or all that was to be done."""
    own = statements[position]
    last = position if own.main is not None else position - 1
    if last < 1:
        return None
    left, before = statements[last], statements[last - 1]
    undone, amount = left.main, before.main
    if (
        undone is None
        or amount is None
        or {before.sentence, left.sentence} != {own.sentence}
        or "rate" in before.roles
        or undone.unit.name != amount.unit.name
        or not _UNDONE.search(undone.lead)
        or not _OF_DONE.search(rate.lead)
    ):
        return None
    of_done = relation("rate", "part_of_parts", rate, [(amount, "outturn"), (undone, "undone")])
    of_all = relation("rate", "shortfall_rate", rate, [(undone, "undone"), (amount, "plan")])
    readings = [of_done, of_all] if _DONE.search(amount.lead) else [of_all, of_done]
    return next((made for made in readings if decide(made).holds), readings[0])
