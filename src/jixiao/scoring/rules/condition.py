"""Points by what the actual value says in words: the promised words, or those that the rulebook lists."""

from decimal import Decimal

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.exact import shown
from jixiao.scoring.line import Line, Outcome, UnscoredError, unscored
from jixiao.scoring.parameters import Kind, Parameter, Parameters, share_of

NAME = "condition"


def _score(line: Line, given: Parameters) -> Outcome:
    full, actual = needs.weight(line), needs.words(line.actual, "实际值", "actual value")
    for row in given.rows("cases"):
        if str(row.get("actual", "")) == actual:
            points = share_of(row, full)
            if points is None:
                unscored(f"规则库没有写“{actual}”得几分", f"the rulebook gives no points for {actual}")
            return Outcome(
                points,
                f"完成情况为“{actual}”，得{shown(points)}分",
                f"the actual value is {actual}: {shown(points)} points",
            )
    target = needs.words(line.target, "目标值", "target")
    if target == actual:
        return Outcome(
            full,
            f"完成情况“{actual}”与目标一致，得满分",
            f"the actual equals the target {target}: full points",
        )
    raise UnscoredError(
        f"完成情况“{actual}”与目标“{target}”文字不同，是否达到要由人判断",
        f"the actual {actual} is worded unlike the target {target}: a person has to judge",
    )


RULE = LeafRule(
    name=NAME,
    title="符合条件得分",
    title_en="Condition",
    explanation=(
        "完成情况与目标文字一致得满分；规则库可列出各种完成情况及得分；文字对不上的由人判断，不评分。"
    ),
    explanation_en=(
        "Full points where the actual repeats the target's words, or as the rulebook's list of words says."
    ),
    source=(
        "表格中“合规—合规”“按要求完成—按要求完成”一类的行，见雁峰区委办公室2023年度自评；算法由本项目整理。"
    ),
    compute=_score,
    parameters=(
        Parameter(
            "cases",
            Kind.ROWS,
            "完成情况 actual 及其得分 points 或份额 share",
            "words of the actual value with points or a share",
            columns=("actual", "points", "share"),
        ),
    ),
    examples=(
        Example(Line(weight=Decimal(5), target="合规", actual="合规"), "5", "与目标一致"),
        Example(
            Line(weight=Decimal(4), target="健全", actual="基本健全"),
            "4 × 0.5",
            "规则库列出的情况",
            {"cases": [{"actual": "基本健全", "share": Decimal("0.5")}]},
        ),
        Example(Line(weight=Decimal(5), target="零差错", actual="圆满完成"), "", "文字不同，不评分"),
    ),
)
