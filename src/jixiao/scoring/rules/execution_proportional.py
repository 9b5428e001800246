"""Budget execution: the share of the budget that was spent, at most the full points."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule, Order
from jixiao.scoring.exact import percent
from jixiao.scoring.line import Line, Outcome
from jixiao.scoring.parameters import Parameters
from jixiao.scoring.spending import ZERO_BUDGET, negative_note, rate

NAME = "execution_proportional"


def _score(line: Line, given: Parameters) -> Outcome:
    full, spent = needs.weight(line), rate(line, given)
    zh, en = ("，超过100%按100%计", ", counted as 100%") if spent > 1 else ("", "")
    before_zh, before_en = negative_note(line)
    return Outcome(
        full * min(spent, Fraction(1)),
        f"{before_zh}预算执行率{percent(spent)}{zh}，得分＝分值×执行率",
        f"{before_en}{percent(spent)} of the budget spent{en}: weight × rate",
    )


RULE = LeafRule(
    name=NAME,
    title="预算执行率得分（封顶）",
    title_en="Budget execution, capped",
    explanation="得分＝分值×执行数÷预算数，执行率超过100%按100%计；分值10分、20分等由规则库定。",
    explanation_en="Weight × outturn ÷ budget, at most the weight; the rulebook sets the weight (10, 20 …).",
    source=(
        "EXEC-LINEAR-CAP：某厂商自评系统（新版）和一个公开校验程序；EXEC-20：湖北省直部门；"
        "预算为0按0计：厂商旧版。"
    ),
    compute=_score,
    parameters=(ZERO_BUDGET,),
    order=Order.RISES,
    examples=(
        Example(
            Line(weight=Decimal(10), target=Decimal("65.26"), actual=Decimal("59.17")),
            "10 × 59.17 ÷ 65.26",
            "预算65.26万元，执行59.17万元",
        ),
        Example(
            Line(weight=Decimal(20), target=Decimal("119.96"), actual=Decimal(60)),
            "20 × 60 ÷ 119.96",
            "20分的方案",
        ),
        Example(
            Line(weight=Decimal(10), target=Decimal(35), actual=Decimal(36)), "10 × 1", "超过预算按100%计"
        ),
        Example(Line(weight=Decimal(10), target=Decimal(0), actual=Decimal(5)), "", "预算为0"),
        Example(
            Line(weight=Decimal(10), target=Decimal(0), actual=Decimal(5)),
            "10 × 0",
            "预算为0，规则库规定按0计",
            {"zero_budget": "zero"},
        ),
    ),
)
