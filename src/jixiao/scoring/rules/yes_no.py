"""Done earns the full points, not done earns none."""

from decimal import Decimal
from fractions import Fraction

from jixiao.scoring import needs
from jixiao.scoring.catalogue import Example, LeafRule
from jixiao.scoring.line import Line, Outcome, unscored
from jixiao.scoring.parameters import Parameters

NAME = "yes_no"


def _score(line: Line, _: Parameters) -> Outcome:
    full = needs.weight(line)
    if line.done is None:
        unscored("没有写是否完成", "nothing says whether it was done")
    if line.done:
        return Outcome(full, "已完成，得满分", "done: full points")
    return Outcome(Fraction(0), "未完成，不得分", "not done: no points")


RULE = LeafRule(
    name=NAME,
    title="是否完成",
    title_en="Yes or no",
    explanation="完成得满分，未完成不得分；没有写是否完成的不评分。",
    explanation_en="Done earns the full points, not done none; where nothing is said it is not scored.",
    source="YESNO：雁峰区委办公室2023年度自评的做法。",
    compute=_score,
    examples=(
        Example(Line(weight=Decimal(5), done=True), "5", "完成"),
        Example(Line(weight=Decimal(5), done=False), "0", "未完成"),
        Example(Line(weight=Decimal(5)), "", "没有写"),
    ),
)
