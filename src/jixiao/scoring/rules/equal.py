"""The target must be met: short of it in proportion, beyond it as the rulebook says."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.exact import percent
from jixiao.scoring.line import Line, Outcome
from jixiao.scoring.parameters import Kind, Parameter, Parameters

NAME = "equal"


def _score(line: Line, given: Parameters) -> Outcome:
    full, target, actual = needs.weight(line), needs.target(line), needs.actual(line)
    zh, en = needs.negative_note(line)
    got, aim = line.got, line.aim
    if actual == target:
        return Outcome(
            full,
            f"{zh}实际值{got}等于目标{aim}，得满分",
            f"{en}the actual {got} equals the target {aim}: full points",
        )
    if target == 0:
        return Outcome(
            Fraction(0),
            f"目标为0而实际值为{got}，不得分",
            f"the target is 0 and the actual {got}: no points",
        )
    share = actual / target
    if share < 1:
        reached = percent(share)
        return Outcome(
            full * share,
            f"{zh}实际值{got}为目标{aim}的{reached}，按比例得分",
            f"{en}the actual {got} is {reached} of the target {aim}: in proportion",
        )
    return _beyond(line, given.text("over"), full, share - 1)


def _beyond(line: Line, over: str, full: Fraction, excess: Fraction) -> Outcome:
    if over == "full":
        return Outcome(
            full,
            f"实际值{line.got}超过目标{line.aim}，超出不扣分，得满分",
            f"the actual {line.got} exceeds the target {line.aim}, which costs nothing: full points",
        )
    kept = max(1 - excess, Fraction(0)) if over == "reverse" else Fraction(0)
    return Outcome(
        full * kept,
        f"实际值{line.got}超过目标{line.aim}的{percent(excess)}，得分值的{percent(kept)}",
        f"the actual {line.got} exceeds the target {line.aim} by {percent(excess)}: {percent(kept)} is kept",
    )


RULE = LeafRule(
    name=NAME,
    title="等于目标",
    title_en="Equal to the target",
    explanation=(
        "等于目标得满分；未达到的按比例得分；超过的按参数 over：不扣分、按超出比例扣分或不得分。目标为0的，"
        "实际大于0不得分。"
    ),
    explanation_en=(
        "Full at the target, in proportion below it; above it as over says. With target 0, all or nothing."
    ),
    source="EQ-LINEAR（超过不扣分）、EQ-ZERO：某厂商自评系统的公开代码。",
    compute=_score,
    parameters=(
        Parameter(
            "over",
            Kind.TEXT,
            "超过目标时：full 不扣分，reverse 按超出比例扣分，zero 不得分",
            "beyond the target: full, reverse or zero",
            default="full",
            choices=("full", "reverse", "zero"),
        ),
    ),
    examples=(
        Example(
            Line(weight=Decimal(10), operator="=", target=Decimal(100), actual=Decimal(98)),
            "10 × 98 ÷ 100",
            "满意度98%，目标＝100%",
        ),
        Example(
            Line(weight=Decimal(10), operator="=", target=Decimal(4), actual=Decimal(5)),
            "10",
            "超过目标不扣分",
        ),
        Example(
            Line(weight=Decimal(10), operator="=", target=Decimal(4), actual=Decimal(5)),
            "10 × (1 - (5 - 4) ÷ 4)",
            "超过目标按超出比例扣分",
            {"over": "reverse"},
        ),
        Example(Line(weight=Decimal(10), operator="=", target=Decimal(0), actual=Decimal(1)), "0", "目标为0"),
    ),
)
