"""A person chooses a band and gives points; both are kept, and the points must lie inside the band."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.exact import percent, shown
from jixiao.scoring.line import Line, Outcome, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters, Row, number_in, share_of

NAME = "qualitative_bands"


def _score(line: Line, given: Parameters) -> Outcome:
    full, name = needs.weight(line), needs.words(line.band, "评定的档次", "chosen band")
    bands = given.rows("bands")
    row = next((row for row in bands if str(row.get("name", "")) == name), None)
    if row is None:
        names = "、".join(str(row.get("name", "")) for row in bands)
        unscored(f"没有“{name}”这一档，可选：{names}", f"there is no band {name}; choose from {names}")
    fixed = share_of(row, full)
    if fixed is not None:
        return _fixed(line, name, full, fixed)
    low, high, next_low = number_in(row, "lower"), number_in(row, "upper"), _open_end(row, bands)
    if low is None or high is None:
        unscored(f"没有公布“{name}”一档得几分", f"what the band {name} earns is not published")
    points = needs.judged(line, full)
    inside = low * full <= points <= high * full and not (next_low and points == high * full)
    if not inside:
        unscored(
            f"评分{shown(points)}不在“{name}”一档（{percent(low)}至{percent(high)}）之内",
            f"the points {shown(points)} lie outside the band {name} ({percent(low)} to {percent(high)})",
        )
    return Outcome(
        points,
        f"评为“{name}”（分值的{percent(low)}至{percent(high)}），评{shown(points)}分",
        f"judged {name} ({percent(low)} to {percent(high)} of the weight): {shown(points)} points",
    )


def _fixed(line: Line, name: str, full: Fraction, fixed: Fraction) -> Outcome:
    if line.points is not None and needs.judged(line, full) != fixed:
        unscored(
            f"“{name}”一档应得{shown(fixed)}分，评分为{line.points}",
            f"the band {name} earns {shown(fixed)}, but {line.points} were given",
        )
    return Outcome(fixed, f"评为“{name}”，得{shown(fixed)}分", f"judged {name}: {shown(fixed)} points")


def _open_end(row: Row, bands: Sequence[Row]) -> bool:
    """Whether the upper end belongs to the band above."""
    high = row.get("upper")
    return any(other is not row and other.get("lower") == high for other in bands)


_THREE: Final[Sequence[Row]] = [
    {"name": "达成目标", "lower": Decimal("0.8"), "upper": Decimal(1)},
    {"name": "部分达成目标并具有一定效果", "lower": Decimal("0.6"), "upper": Decimal("0.8")},
    {"name": "未达成目标且效果较差", "lower": Decimal(0), "upper": Decimal("0.6")},
]

RULE = LeafRule(
    name=NAME,
    title="定性指标分档",
    title_en="Qualitative bands",
    explanation=(
        "由人选定档次并评分，两者都要保存，评分须在该档之内（下限算在内，上限归上一档）；"
        "该档得分固定的不必另评；"
        "没有公布得几分的档次不评分。"
    ),
    explanation_en=(
        "A person chooses a band and points inside it (lower end included); fixed bands need no points."
    ),
    source=(
        "QUAL-3（100–80–60–0）、QUAL-3-HUBEI（100–80–50–0）：厂商代码；"
        "QUAL-5：巴州区2023年项目自评表，各档得分未公布。"
    ),
    compute=_score,
    parameters=(
        Parameter(
            "bands",
            Kind.ROWS,
            "各档：name 名称，lower 至 upper 为分值的份额；或固定得分 points、份额 share",
            "bands: name, lower and upper share of the weight, or fixed points or share",
            required=True,
            columns=("name", "lower", "upper", "points", "share"),
        ),
    ),
    examples=(
        Example(
            Line(weight=Decimal(10), band="达成目标", points=Decimal(8)),
            "10 × 0.8",
            "下限算在内",
            {"bands": _THREE},
        ),
        Example(
            Line(weight=Decimal(10), band="部分达成目标并具有一定效果", points=Decimal(8)),
            "",
            "8分属于上一档",
            {"bands": _THREE},
        ),
        Example(Line(weight=Decimal(10), band="达成目标"), "", "只选档次没有评分", {"bands": _THREE}),
        Example(
            Line(weight=Decimal(10), band="优"),
            "10 × 1",
            "该档得分固定",
            {"bands": [{"name": "优", "share": Decimal(1)}, {"name": "良"}]},
        ),
        Example(
            Line(weight=Decimal(10), band="良"),
            "",
            "该档得分没有公布",
            {"bands": [{"name": "优", "share": Decimal(1)}, {"name": "良"}]},
        ),
    ),
)
