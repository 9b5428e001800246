"""JX107: scores or weights do not add up."""

from collections.abc import Iterator
from dataclasses import replace

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.comparing import Words, observed, roots_of, told
from jixiao.checks.wording import finding_of
from jixiao.core.finding import Finding
from jixiao.core.solution import Root, Solution

NAMES = Names("JX107", "分值或得分合计不符", "Scores or weights do not add up")
_LIMIT = Words(
    "评价结论“{stated}”超过所列指标分值之和 {computed}（{expression}），按所列分值不可能得到。",
    'The conclusion "{stated}" exceeds {computed}, all that the listed weights allow ({expression}).',
    "请核对结论得分与各指标分值。",
    "Check the concluding score and the weights.",
)
_SUM = Words(
    "所列各数相加为 {computed}，此处写“{stated}”（{expression}），二者不符。",
    'The figures listed add up to {computed}; "{stated}" is written here ({expression}).',
    "请核对所列各数和合计：可能是其中一个有误，也可能是少列了一项（如预算执行率得分）。",
    "Check the figures and their total: one may be wrong, or one may be missing (such as that of execution).",
)
_HUNDRED = Words(
    "所列分值之和为 {computed} 分，不是 {stated} 分（{expression}）。",
    "The listed weights add up to {computed}, not to {stated} ({expression}).",
    "请补全指标，或将各项分值调整为合计100分（预算执行率计分的，通常占10分）。",
    "Complete the indicators, or set the weights so that they make 100 (execution usually has 10).",
)
_CONVERSION = Words(
    "原文换算得分“{stated}”，按 {expression} 计算应为 {computed}。",
    'The converted score "{stated}" should be {computed} by {expression}.',
    "请核对得分、适用满分与换算结果。",
    "Check the score, the applicable full mark and the conversion.",
)
_WRITTEN = Words(
    "按所写算式 {expression} 计算应为 {computed}，此处写“{stated}”。",
    'By the sum as written, {expression}, it is {computed}; "{stated}" is written here.',
    "请核对算式中的各数与结果。",
    "Check the figures of the sum and its result.",
)
_MEAN = Words(
    "所列各得分的平均数为 {computed}，此处写“{stated}”（{expression}），二者不符。",
    'The mean of the scores listed is {computed}; "{stated}" is written here ({expression}).',
    "请核对所列得分与平均分。",
    "Check the scores listed and their mean.",
)


def find(solution: Solution) -> Iterator[Finding]:
    """Failing sums of scores and weights."""
    for found in roots_of(solution, "score_sum"):
        root = _independent(found)
        if root.lead.relation.comparator != "=":
            yield told(root, NAMES, _LIMIT)
        elif root.correction is None and _sum(root):  # nothing tells whether the total or a part is wrong
            yield told(root, NAMES, _SUM)
        else:
            yield finding_of(root, NAMES)
    for fault, words in (
        ("weights_not_100", _HUNDRED),
        ("conversion", _CONVERSION),
        ("written_sum", _WRITTEN),
        ("mean", _MEAN),
    ):
        yield from observed(solution, fault, NAMES, words)


def _sum(root: Root) -> bool:
    """Whether the relation only adds figures up."""
    relation = root.lead.relation
    return not relation.constants and all(one.factor == 1 for one in relation.operands)


def _independent(root: Root) -> Root:
    """A correction stands where relations of different figures support it, not one list told twice."""
    if root.correction is None:
        return root
    lists = {frozenset(o.quantity.index for o in c.relation.operands) for c in root.correction.support}
    stated = root.correction.quantity.index == root.lead.relation.stated.index
    return root if stated or (len(lists) > 1 and not _nested(lists)) else replace(root, correction=None)


def _nested(lists: set[frozenset[int]]) -> bool:
    longest = max(lists, key=len)
    return all(one <= longest for one in lists)


CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("score_sum",),
    explanation="指标分值之和应等于所属部分的分值，各部分分值之和为100分；得分逐级相加应等于总分，满分减扣分应等于得分。",
    explanation_en=(
        "Weights of indicators add up to their section and sections to 100; scores add up to the "
        "total; full mark less deductions is the score."
    ),
    basis="通行做法：评价总分100分，各指标得分汇总为总分。《项目支出绩效评价管理办法》（财预〔2020〕10号）的原文尚未读到。",
    failing="一、绩效自评情况\n自评总得分95分，具体如下：\n（一）投入指标（分值20分，得18分）\n（二）过程指标（分值30分，得29分）\n（三）产出指标（分值50分，得49分）\n",
    passing="一、绩效自评情况\n自评总得分96分，具体如下：\n（一）投入指标（分值20分，得18分）\n（二）过程指标（分值30分，得29分）\n（三）产出指标（分值50分，得49分）\n",
    find=find,
)
