"""Full points inside a range; outside as the rulebook says, and not scored where it says nothing."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.exact import percent
from jixiao.scoring.line import Line, Outcome, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters

NAME = "range"


def _score(line: Line, given: Parameters) -> Outcome:
    full, low, high = needs.weight(line), needs.signed_target(line), needs.target_upper(line)
    actual = needs.signed_actual(line)
    zone = f"{line.aim}至{line.aim_upper}"
    zone_en = f"{line.aim} to {line.aim_upper}"
    if low <= actual <= high:
        return Outcome(
            full,
            f"实际值{line.got}在{zone}之内，得满分",
            f"the actual {line.got} lies within {zone_en}: full points",
        )
    outside = given.text("outside")
    if not outside:
        unscored(
            f"实际值{line.got}在{zone}之外，规则库没有规定怎样得分",
            f"the actual {line.got} lies outside {zone_en} and the rulebook does not say what that earns",
        )
    if outside == "zero":
        kept = Fraction(0)
    elif low <= 0:
        unscored("范围下限不是正数，比例无从计算", "the lower end of the range is not positive")
    else:
        kept = (
            max(actual, Fraction(0)) / low if actual < low else max(1 - (actual - high) / high, Fraction(0))
        )
    return Outcome(
        full * kept,
        f"实际值{line.got}在{zone}之外，得分值的{percent(kept)}",
        f"the actual {line.got} lies outside {zone_en}: {percent(kept)} is kept",
    )


RULE = LeafRule(
    name=NAME,
    title="范围指标",
    title_en="Range",
    explanation=(
        "实际值在目标下限和上限之间（含两端）得满分；之外按参数 outside：不得分，或低于下限按比例得分、"
        "高于上限按超出比例扣分。"
    ),
    explanation_en="Full within the range, ends included; outside nothing or in proportion, as outside says.",
    source="运算符“范围”见公开的数据结构；范围之外的算法没有来源，由规则库给出，不给则不评分。",
    compute=_score,
    parameters=(
        Parameter(
            "outside",
            Kind.TEXT,
            "范围之外：zero 不得分，proportional 按比例",
            "outside the range: zero or proportional",
            choices=("zero", "proportional"),
        ),
    ),
    examples=(
        Example(
            Line(
                weight=Decimal(6),
                operator="range",
                target=Decimal(20),
                target_upper=Decimal(30),
                actual=Decimal(30),
            ),
            "6",
            "两端都算在内",
        ),
        Example(
            Line(
                weight=Decimal(6),
                operator="range",
                target=Decimal(20),
                target_upper=Decimal(30),
                actual=Decimal(15),
            ),
            "6 × 15 ÷ 20",
            "低于下限",
            {"outside": "proportional"},
        ),
        Example(
            Line(
                weight=Decimal(6),
                operator="range",
                target=Decimal(20),
                target_upper=Decimal(30),
                actual=Decimal(33),
            ),
            "6 × (1 - (33 - 30) ÷ 30)",
            "高于上限",
            {"outside": "proportional"},
        ),
        Example(
            Line(
                weight=Decimal(6),
                operator="range",
                target=Decimal(20),
                target_upper=Decimal(30),
                actual=Decimal(15),
            ),
            "",
            "规则库没有规定范围之外怎样得分",
        ),
    ),
)
