"""Points given by a person, never more than the weight, always with a reason."""

from decimal import Decimal

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.exact import shown
from jixiao.scoring.line import Line, Outcome
from jixiao.scoring.parameters import Parameters

NAME = "manual"


def _score(line: Line, _: Parameters) -> Outcome:
    points = needs.judged(line, needs.weight(line))
    reason = needs.words(line.reason, "评分理由", "reason for the points")
    return Outcome(
        points, f"人工评{shown(points)}分，理由：{reason}", f"{shown(points)} points given by hand: {reason}"
    )


RULE = LeafRule(
    name=NAME,
    title="人工评分",
    title_en="Manual",
    explanation="由人评分，0至分值之间，必须写明理由；没有评分或没有理由的不计。",
    explanation_en=(
        "Points from 0 to the weight given by a person, with a reason; without either nothing counts."
    ),
    source="MANUAL：五份公开报告都有这样的行；算法由本项目整理。",
    compute=_score,
    examples=(
        Example(
            Line(weight=Decimal(10), points=Decimal("9.5"), reason="一期通报迟发"), "9.5", "有评分有理由"
        ),
        Example(Line(weight=Decimal(10), points=Decimal("9.5")), "", "没有理由"),
        Example(Line(weight=Decimal(10), points=Decimal(11), reason="超额完成"), "", "超过分值"),
    ),
)
