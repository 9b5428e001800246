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
    loss, most = given.number("loss") or Fraction(0), given.number("most")
    if loss < 0:
        unscored("参数“loss”不能为负", "the parameter loss must not be negative")
    lost = times * loss
    if most is not None:
        lost = min(lost, most)
    points = max(needs.weight(line) - lost, Fraction(0)) if line.weight else -lost
    return Outcome(
        points,
        f"发生{times}次，每次扣{shown(loss)}分，共扣{shown(lost)}分" if times else "没有发生，不扣分",
        f"{times} occurrences of {shown(loss)} points each: {shown(lost)} lost"
        if times
        else "none: nothing lost",
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
    source="只扣分的类别（S002第十类）；按次扣分的行（W:28）。",
    compute=_score,
    parameters=(
        Parameter("loss", Kind.NUMBER, "每次扣分", "points lost each time", required=True),
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
        Example(Line(weight=Decimal(3)), "", "没有写发生几次", {"loss": Decimal("0.5")}),
    ),
)
