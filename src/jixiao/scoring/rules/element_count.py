"""A check list: each condition met earns its part, or each one missed loses fixed points."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.exact import shown
from jixiao.scoring.line import Line, Outcome, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters

NAME = "element_count"


def _score(line: Line, given: Parameters) -> Outcome:
    full = needs.weight(line)
    all_of = needs.count(line.elements, "要素个数", "number of elements")
    met = needs.count(line.elements_met, "符合的要素个数", "number of elements met")
    if all_of == 0 or met > all_of:
        unscored(
            f"符合{met}项、共{all_of}项，个数不对",
            f"{met} of {all_of} elements met: the counts cannot be right",
        )
    loss = given.number("loss")
    if loss is None:
        return Outcome(
            full * Fraction(met, all_of),
            f"{all_of}项要素符合{met}项，按项数得分",
            f"{met} of {all_of} elements met: in proportion",
        )
    missed = all_of - met
    return Outcome(
        max(full - missed * loss, Fraction(0)),
        f"{all_of}项要素缺{missed}项，每缺一项扣{shown(loss)}分",
        f"{missed} of {all_of} elements missed, {shown(loss)} points each",
    )


RULE = LeafRule(
    name=NAME,
    title="按要素个数得分",
    title_en="Element count",
    explanation="n 项要素各占分值的 1/n；给出 loss 的，每缺一项扣 loss 分，扣完为止。",
    explanation_en=(
        "Each of n elements is worth weight ÷ n; with loss, each one missed loses that many points."
    ),
    source="CHECKLIST：过程类指标按条件计分，见公开的部门评分表（2016年）。",
    compute=_score,
    parameters=(Parameter("loss", Kind.NUMBER, "每缺一项扣分", "points lost for each element missed"),),
    examples=(
        Example(Line(weight=Decimal(4), elements=3, elements_met=2), "4 × 2 ÷ 3", "三项符合两项"),
        Example(
            Line(weight=Decimal(4), elements=5, elements_met=2),
            "4 - 3 × 0.5",
            "缺三项，每项扣0.5分",
            {"loss": Decimal("0.5")},
        ),
        Example(Line(weight=Decimal(4), elements=3), "", "没有写符合几项"),
    ),
)
