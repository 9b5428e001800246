"""All or nothing: full points on the right side of the target, else none."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import Final

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.line import Line, Outcome, unscored
from jixiao.scoring.parameters import Parameters

NAME = "threshold"

_HOLDS: Final[dict[str, Callable[[Fraction, Fraction], bool]]] = {"≥": ge, ">": gt, "=": eq, "≤": le, "<": lt}


def _score(line: Line, _: Parameters) -> Outcome:
    full, target, actual = needs.weight(line), needs.signed_target(line), needs.signed_actual(line)
    if line.operator not in _HOLDS:
        unscored("没有写≥、>、=、≤或<，不知怎样算达到", "no operator says what it is to reach the target")
    if _HOLDS[line.operator](actual, target):
        return Outcome(
            full,
            f"实际值{line.got}符合{line.operator}{line.aim}，得满分",
            f"the actual {line.got} satisfies {line.operator} {line.aim}: full points",
        )
    return Outcome(
        Fraction(0),
        f"实际值{line.got}不符合{line.operator}{line.aim}，不得分",
        f"the actual {line.got} does not satisfy {line.operator} {line.aim}: no points",
    )


RULE = LeafRule(
    name=NAME,
    title="达标得满分，不达标不得分",
    title_en="All or nothing",
    explanation="实际值符合运算符和目标值的得满分，否则不得分；不按比例。",
    explanation_en=(
        "Full points where the actual satisfies the operator and target, else none; no proportion."
    ),
    source="控制率“不超过100%得满分”一类的行，见雁峰区、临泽县2023年度报告和公开的部门评分表。",
    compute=_score,
    examples=(
        Example(
            Line(weight=Decimal(5), operator="≤", target=Decimal(100), actual=Decimal("77.73")),
            "5",
            "控制率未超过100%",
        ),
        Example(
            Line(weight=Decimal(5), operator="≤", target=Decimal(100), actual=Decimal("100.01")),
            "0",
            "超过即不得分",
        ),
        Example(Line(weight=Decimal(5), target=Decimal(100), actual=Decimal(90)), "", "没有运算符，不能算"),
    ),
)
