"""Higher is better: the share of the target that was reached, at most the full points."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule, Order
from jixiao.scoring.exact import percent
from jixiao.scoring.line import Line, Outcome
from jixiao.scoring.parameters import Kind, Parameter, Parameters

NAME = "proportional"


def _score(line: Line, given: Parameters) -> Outcome:
    full, target, actual = needs.weight(line), needs.target(line), needs.actual(line)
    zh, en = needs.negative_note(line)
    got, aim = line.got, line.aim
    if actual >= target:
        return Outcome(
            full,
            f"{zh}实际值{got}达到目标{aim}，得满分",
            f"{en}the actual {got} reaches the target {aim}: full points",
        )
    share = actual / target
    reached, floor = percent(share), given.number("zero_below")
    if floor is not None and share < floor:
        return Outcome(
            Fraction(0),
            f"{zh}完成{reached}，低于{percent(floor)}，不得分",
            f"{en}{reached} reached, below {percent(floor)}: no points",
        )
    return Outcome(
        full * share,
        f"{zh}实际值{got}为目标{aim}的{reached}，按比例得分",
        f"{en}the actual {got} is {reached} of the target {aim}: in proportion",
    )


RULE = LeafRule(
    name=NAME,
    title="正向指标按比例得分",
    title_en="Proportional, higher is better",
    explanation="达到目标得满分；未达到的，得分＝分值×实际值÷目标值；超过目标不加分；实际值为负按0计。",
    explanation_en=(
        "Full points at the target, below it weight × actual ÷ target; a negative actual counts as 0."
    ),
    source="POS-LINEAR、NEG-ACT：某厂商自评系统的公开代码，一个公开校验程序也如此。",
    compute=_score,
    parameters=(
        Parameter(
            "zero_below", Kind.NUMBER, "完成比例低于此数不得分", "no points below this share of the target"
        ),
    ),
    order=Order.RISES,
    examples=(
        Example(
            Line(weight=Decimal(10), target=Decimal(95), actual=Decimal(90)), "10 × 90 ÷ 95", "未达到目标"
        ),
        Example(Line(weight=Decimal(10), target=Decimal(90), actual=Decimal(90)), "10", "正好达到目标"),
        Example(
            Line(weight=Decimal(10), target=Decimal(90), actual=Decimal(-3)), "10 × 0 ÷ 90", "实际值为负"
        ),
        Example(
            Line(weight=Decimal(10), target=Decimal(100), actual=Decimal(55)),
            "0",
            "低于起算比例",
            {"zero_below": Decimal("0.6")},
        ),
        Example(Line(weight=Decimal(10), target=Decimal(95)), "", "没有实际值，不能算"),
    ),
)
