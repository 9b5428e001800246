"""Budget execution without a cap: spending beyond the budget earns more than the full points."""

from decimal import Decimal

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule, Order
from jixiao.scoring.exact import percent
from jixiao.scoring.line import Line, Outcome
from jixiao.scoring.parameters import Parameters
from jixiao.scoring.spending import ZERO_BUDGET, negative_note, rate

NAME = "execution_uncapped"


def _score(line: Line, given: Parameters) -> Outcome:
    full, spent = needs.weight(line), rate(line, given)
    zh, en = negative_note(line)
    return Outcome(
        full * spent,
        f"{zh}预算执行率{percent(spent)}，得分＝分值×执行率，不封顶",
        f"{en}{percent(spent)} of the budget spent: weight × rate, without a cap",
    )


RULE = LeafRule(
    name=NAME,
    title="预算执行率得分（不封顶）",
    title_en="Budget execution, uncapped",
    explanation="得分＝分值×执行数÷预算数，可以超过分值。旧系统的算法。",
    explanation_en="Weight × outturn ÷ budget, which may exceed the weight; as older systems compute it.",
    source="EXEC-LINEAR-NOCAP：某厂商自评系统（旧版）的公开代码。",
    compute=_score,
    parameters=(ZERO_BUDGET,),
    order=Order.RISES,
    exceeds=True,
    examples=(
        Example(
            Line(weight=Decimal(10), target=Decimal(100), actual=Decimal(110)), "10 × 110 ÷ 100", "超过预算"
        ),
    ),
)
