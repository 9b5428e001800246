"""Full points within a limit, then a fixed loss for each step beyond it."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.exact import shown
from jixiao.scoring.line import Line, Outcome, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters

NAME = "step"


def _score(line: Line, given: Parameters) -> Outcome:
    full, actual = needs.weight(line), needs.signed_actual(line)
    limit = given.number("limit")
    if limit is None:
        limit = needs.signed_target(line)
    size, loss = given.number("size") or Fraction(0), given.number("loss") or Fraction(0)
    if size <= 0 or loss < 0:
        unscored("参数“size”应大于0，“loss”不能为负", "size must be positive and loss not negative")
    beyond = actual - limit if given.text("side") == "over" else limit - actual
    if beyond <= 0:
        return Outcome(
            full,
            f"实际值{line.got}在界限{shown(limit)}之内，得满分",
            f"the actual {line.got} keeps to the limit {shown(limit)}: full points",
        )
    steps = ceil(beyond / size) if given.flag("started") else floor(beyond / size)
    points = max(full - steps * loss, Fraction(0))
    return Outcome(
        points,
        f"实际值{line.got}越过界限{shown(limit)}，计{steps}档，每档扣{shown(loss)}分",
        f"the actual {line.got} passes the limit {shown(limit)} by {steps} steps of {shown(loss)} points",
    )


RULE = LeafRule(
    name=NAME,
    title="越限分档扣分",
    title_en="Steps beyond a limit",
    explanation=(
        "在界限之内得满分；每超过（或低于）一档扣固定分数，不足一档按一档计（started＝false "
        "时不计），扣完为止。"
    ),
    explanation_en=(
        "Full within the limit; each step beyond loses fixed points; a step begun counts unless started "
        "is false."
    ),
    source=(
        "STEP：在职人员控制率每超1个百分点扣0.5分、预算完成率每低5个百分点扣2分，"
        "见公开的部门评分表（湖南样式）。"
    ),
    compute=_score,
    parameters=(
        Parameter("loss", Kind.NUMBER, "每档扣分", "points lost for each step", required=True),
        Parameter("size", Kind.NUMBER, "一档的大小", "size of a step", default=Decimal(1)),
        Parameter("limit", Kind.NUMBER, "界限，不给则为目标值", "the limit; the target where not given"),
        Parameter(
            "side",
            Kind.TEXT,
            "over 超过扣分，under 低于扣分",
            "over or under the limit",
            default="over",
            choices=("over", "under"),
        ),
        Parameter("started", Kind.FLAG, "不足一档是否按一档计", "whether a step begun counts", default=True),
    ),
    examples=(
        Example(
            Line(weight=Decimal(5), target=Decimal(100), actual=Decimal("103.2")),
            "5 - 4 × 0.5",
            "在职人员控制率103.2%，超3.2个百分点按4档计",
            {"loss": Decimal("0.5")},
        ),
        Example(
            Line(weight=Decimal(5), target=Decimal(100), actual=Decimal(90)),
            "5 - 2 × 2",
            "预算完成率90%，每低5个百分点扣2分",
            {"loss": Decimal(2), "size": Decimal(5), "side": "under"},
        ),
        Example(
            Line(weight=Decimal(5), target=Decimal(100), actual=Decimal(120)),
            "0",
            "扣完为止",
            {"loss": Decimal("0.5")},
        ),
    ),
)
