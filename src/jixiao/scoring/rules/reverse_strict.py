"""Hebei's own rule for ``<``: it exists, its formula was not found, so nothing is computed."""

from decimal import Decimal

from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.line import Line, Outcome, unscored
from jixiao.scoring.parameters import Parameters

NAME = "reverse_strict"


def _score(line: Line, _: Parameters) -> Outcome:
    unscored(
        f"该地对“{line.operator or '<'}”另有算法，算式没有公开，不评分",
        f"the place scores {line.operator or '<'} by a formula that is not public; not scored",
    )


RULE = LeafRule(
    name=NAME,
    title="严格反向指标（算式不详）",
    title_en="Strict reverse (formula unknown)",
    explanation="该地对“<”与“≤”用两种算法，其中一种的算式没有查到。列出此行，说明不能复算，不评分。",
    explanation_en=(
        "The place scores < unlike ≤; the formula was not found. The line is shown and not scored."
    ),
    source="REV-STRICT：某厂商系统的河北版对“<”和“≤”用两个函数，其中一个的算式没有查到。",
    compute=_score,
    examples=(
        Example(
            Line(weight=Decimal(10), operator="<", target=Decimal(5), actual=Decimal(4)),
            "",
            "算式不详，不评分",
        ),
    ),
)
