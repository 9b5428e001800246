"""JX109: a grade does not fit its score."""

from collections.abc import Iterator
from dataclasses import replace

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.comparing import Words, observed, roots_of, told
from jixiao.core.finding import Finding
from jixiao.core.solution import Root, Solution

NAMES = Names("JX109", "评价等级与得分不符", "Grade contradicts the score")
_ORDER = Words(
    "“{stated}”与“{other}”的等级高低与得分高低相反（或同分不同级），二者必有一误。",
    'The grades of "{stated}" and "{other}" contradict their scores; one of them is wrong.',
    "请核对两处得分与等级。",
    "Check both scores and grades.",
    "grade_wrong",
)


def find(solution: Solution) -> Iterator[Finding]:
    """Scores outside their band, and grades against the order of the scores."""
    for root in roots_of(solution, "grade"):
        order = next((claim for claim in root.claims if claim.relation.formula == "equal"), None)
        if order is not None:
            rest = tuple(claim for claim in root.claims if claim is not order)
            yield told(replace(root, claims=(order, *rest)), NAMES, _ORDER)
        else:
            yield told(root, NAMES, _band(root))
    yield from observed(solution, "grade_order", NAMES, _ORDER)


def _band(root: Root) -> Words:
    word = root.lead.relation.role
    limit = f"{root.lead.relation.constants[0]:f}"
    below = root.lead.relation.comparator == "≥"
    needs = f"不低于 {limit} 分" if below else f"不高于 {limit} 分"
    needs_en = f"at least {limit}" if below else f"at most {limit}"
    return Words(
        f"得分“{{stated}}”，等级为“{word}”；按分级标准，“{word}”应{needs}。",
        f'The score is "{{stated}}" with grade {word}; that grade takes {needs_en} points.',
        "请核对得分与等级；如本地另有分级标准，请在报告中写明。",
        "Check score and grade; where local bands apply, state them in the report.",
        "grade_wrong",
    )


CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("grade",),
    explanation="等级应与得分相符：同一文件内得分高者等级不得更低；文件自定分级的从其规定，未定的与通行标准不符时提示核对。",
    explanation_en=(
        "Grades must follow the scores: within a document a higher score cannot have a lower "
        "grade; own bands bind, the national bands only warn."
    ),
    basis="通行的四档：90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差。《项目支出绩效评价管理办法》（财预〔2020〕10号）的原文尚未读到。",
    failing="1.会议经费项目，自评得分92分，评价等级为良。\n2.培训经费项目，自评得分90分，评价等级为优。\n3.印刷费项目，自评得分93分，评价等级为优。\n",
    passing="1.会议经费项目，自评得分88分，评价等级为良。\n2.培训经费项目，自评得分90分，评价等级为优。\n3.印刷费项目，自评得分93分，评价等级为优。\n",
    find=find,
)
