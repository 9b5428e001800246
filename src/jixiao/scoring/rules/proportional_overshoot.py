"""Higher is better, but far beyond a target points are lost again: the target was set too low."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.exact import percent
from jixiao.scoring.line import Line, Outcome, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters

NAME = "proportional_overshoot"


def _score(line: Line, given: Parameters) -> Outcome:
    full, target, actual = needs.weight(line), needs.target(line), needs.actual(line)
    threshold, rate = given.number("threshold") or Fraction(0), given.number("rate") or Fraction(0)
    if threshold < 1:
        unscored("参数“threshold”应不小于1", "the parameter threshold must be at least 1")
    if target == 0:
        unscored("目标值为0，超出多少倍无从计算", "the target is 0: no share of it can be computed")
    zh, en = needs.negative_note(line)
    share = actual / target
    if share < 1:
        return Outcome(
            full * share,
            f"{zh}实际值{line.got}为目标{line.aim}的{percent(share)}，按比例得分",
            f"{en}the actual {line.got} is {percent(share)} of the target {line.aim}: in proportion",
        )
    excess = max(share - threshold, Fraction(0)) * rate
    if excess == 0:
        return Outcome(
            full,
            f"实际值{line.got}达到目标{line.aim}，得满分",
            f"the actual {line.got} reaches the target {line.aim}: full points",
        )
    return Outcome(
        full * max(1 - excess, Fraction(0)),
        f"实际值{line.got}为目标{line.aim}的{percent(share)}，"
        f"超过{percent(threshold)}的部分扣{percent(excess)}",
        f"{percent(share)} of the target: {percent(excess)} is lost beyond {percent(threshold)}",
    )


RULE = LeafRule(
    name=NAME,
    title="正向指标按比例得分，超出过多扣分",
    title_en="Proportional, with a loss for overshooting",
    explanation=(
        "同“正向指标按比例得分”；实际值超过目标的 threshold 倍后，超出部分按 rate 的比例扣分，扣完为止。"
    ),
    explanation_en=(
        "As proportional; beyond threshold × target the excess share × rate of the weight is lost."
    ),
    source=(
        "POS-CAP120（rate＝0）：某厂商自评系统旧版；POS-OVER30 的扣分算式未见原文，只能用于 verified = "
        "false 的行。"
    ),
    compute=_score,
    parameters=(
        Parameter(
            "threshold",
            Kind.NUMBER,
            "目标的多少倍起扣分",
            "times the target where losses begin",
            required=True,
        ),
        Parameter(
            "rate",
            Kind.NUMBER,
            "超出比例中扣分的份额",
            "share of the excess that is lost",
            default=Decimal(1),
        ),
    ),
    examples=(
        Example(
            Line(weight=Decimal(10), target=Decimal(100), actual=Decimal(150)),
            "10 × (1 - (150 ÷ 100 - 1.3))",
            "超过1.3倍的部分按比例扣",
            {"threshold": Decimal("1.3")},
        ),
        Example(
            Line(weight=Decimal(10), target=Decimal(100), actual=Decimal(150)),
            "10",
            "只设界限不扣分（rate＝0）",
            {"threshold": Decimal("1.2"), "rate": Decimal(0)},
        ),
    ),
)
