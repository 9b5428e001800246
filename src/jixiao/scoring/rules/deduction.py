"""A loss for each occurrence of a fault: from the line's points, or below zero where it has none."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule, Order
from jixiao.scoring.exact import shown
from jixiao.scoring.line import Line, Outcome, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters

NAME = "deduction"


def _score(line: Line, given: Parameters) -> Outcome:
    times = needs.count(line.occurrences, "发生次数", "number of occurrences")
    full = needs.weight(line) if line.weight else Fraction(0)
    if times == 0:
        return Outcome(full, "没有发生，不扣分", "no occurrence: nothing lost")
    loss, most = given.number("loss"), given.number("most")
    if loss is None:
        unscored("规则库没有写每次扣几分", "the rulebook does not say what an occurrence loses")
    if loss < 0:
        unscored("参数“loss”不能为负", "the parameter loss must not be negative")
    lost = times * loss if most is None else min(times * loss, most)
    return Outcome(
        max(full - lost, Fraction(0)) if full else -lost,
        f"发生{times}次，每次扣{shown(loss)}分，共扣{shown(lost)}分",
        f"{times} occurrences of {shown(loss)} points each: {shown(lost)} lost",
    )


RULE = LeafRule(
    name=NAME,
    title="按次扣分",
    title_en="Deduction per occurrence",
    explanation=(
        "每发生一次扣 loss 分，most 为扣分上限；有分值的从分值中扣，扣完为止；没有分值的只扣分，得负分。"
    ),
    explanation_en=(
        "Each occurrence loses points, at most most; from the weight, or below zero where there is none."
    ),
    source="只扣分的类别，见徐水区政府办公室2023年度自评第十类；按次扣分的行，见公开的部门评分表（2016年）。",
    compute=_score,
    parameters=(
        Parameter("loss", Kind.NUMBER, "每次扣分", "points lost each time"),
        Parameter("most", Kind.NUMBER, "最多扣几分", "the most that can be lost"),
    ),
    order=Order.NEITHER,
    exceeds=True,
    examples=(
        Example(
            Line(weight=Decimal(3), occurrences=2), "3 - 2 × 0.5", "从分值中扣", {"loss": Decimal("0.5")}
        ),
        Example(Line(occurrences=2), "0 - 2 × 0.5", "只扣分的一行", {"loss": Decimal("0.5")}),
        Example(Line(occurrences=9), "0 - 3", "有扣分上限", {"loss": Decimal("0.5"), "most": Decimal(3)}),
        Example(Line(occurrences=0), "0", "没有发生，不必知道每次扣几分"),
        Example(Line(occurrences=2), "", "不知道每次扣几分"),
        Example(Line(weight=Decimal(3)), "", "没有写发生几次", {"loss": Decimal("0.5")}),
    ),
)
