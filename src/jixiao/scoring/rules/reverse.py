"""Lower is better: full points up to the target, none from twice the target, linear between."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule, Order
from jixiao.scoring.exact import percent
from jixiao.scoring.line import Line, Outcome
from jixiao.scoring.parameters import Parameters

NAME = "reverse"


def _score(line: Line, _: Parameters) -> Outcome:
    full, target, actual = needs.weight(line), needs.target(line), needs.actual(line)
    zh, en = needs.negative_note(line)
    got, aim = line.got, line.aim
    if actual <= target:
        return Outcome(
            full,
            f"{zh}实际值{got}未超过目标{aim}，得满分",
            f"{en}the actual {got} does not exceed the target {aim}: full points",
        )
    if target == 0:
        return Outcome(
            Fraction(0),
            f"目标为0而实际值为{got}，不得分",
            f"the target is 0 and the actual {got}: no points",
        )
    excess = (actual - target) / target
    if excess >= 1:
        return Outcome(
            Fraction(0),
            f"实际值{got}达到目标{aim}的两倍或以上，不得分",
            f"the actual {got} is at least twice the target {aim}: no points",
        )
    beyond = percent(excess)
    return Outcome(
        full * (1 - excess),
        f"实际值{got}超过目标{aim}的{beyond}，按超出比例扣分",
        f"the actual {got} exceeds the target {aim} by {beyond}: lost in proportion",
    )


RULE = LeafRule(
    name=NAME,
    title="反向指标按比例扣分",
    title_en="Reverse, lower is better",
    explanation=(
        "不超过目标得满分；超过的，得分＝分值×(1－(实际值－目标值)÷目标值)；达到目标两倍不得分；目标为0的，"
        "实际为0得满分，否则不得分。"
    ),
    explanation_en=(
        "Full up to the target, weight × (1 − excess ÷ target) above it, none from twice the target."
    ),
    source="REV-LINEAR：某厂商自评系统的公开代码；REV-ZERO：目标为0时原式除以零，由本项目补定。",
    compute=_score,
    order=Order.FALLS,
    examples=(
        Example(
            Line(weight=Decimal(10), operator="≤", target=Decimal(100), actual=Decimal(100)), "10", "正好不超"
        ),
        Example(
            Line(weight=Decimal(10), operator="≤", target=Decimal(80), actual=Decimal(100)),
            "10 × (1 - (100 - 80) ÷ 80)",
            "超过目标四分之一",
        ),
        Example(
            Line(weight=Decimal(10), operator="≤", target=Decimal(50), actual=Decimal(100)), "0", "达到两倍"
        ),
        Example(Line(weight=Decimal(10), operator="≤", target=Decimal(0), actual=Decimal(1)), "0", "目标为0"),
    ),
)
