"""JX112: figures agree only if some were rounded far more coarsely than those around them."""

from collections.abc import Iterator

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.coarse import NOTICED, gap_finding, gap_in_units, once_per_block, parts_of_exact_sums
from jixiao.core.claim import Claim
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

NAMES = Names("JX112", "数字仅在粗略取整时吻合", "Figures agree only by coarse rounding")
_WORDS = (
    "原文“{stated}”，按 {expression} 计算为 {computed}，相差 {gap}；小数位数较少的数字经过取整才能吻合。",
    'The text states "{stated}", {expression} gives {computed}: coarse rounding allows the gap of {gap}.',
    "请按统一的小数位数写明各数，并核对差额。",
    "Write all figures with the same decimals and check the gap.",
)


def find(solution: Solution) -> Iterator[Finding]:
    """Coarse claims with a gap worth a look, one a paragraph."""
    totals = parts_of_exact_sums(solution)
    coarse = (claim for claim in solution.claims if claim.verdict == "holds" and claim.note == "coarse")
    worth = (claim for claim in coarse if gap_in_units(claim) > NOTICED and not _by_chance(claim, totals))
    for claim in once_per_block(worth):
        yield gap_finding(claim, NAMES, "warning", _WORDS)


def _by_chance(claim: Claim, totals: dict[int, set[int]]) -> bool:
    """Whether the agreement means nothing: a lower reading, or parts that exactly make up another total."""
    if claim.relation.binding == "inferred":
        return True
    if claim.relation.formula != "sum":
        return False
    stated = claim.relation.stated.index
    return any(totals.get(operand.quantity.index, set()) - {stated} for operand in claim.relation.operands)


CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("sum", "difference", "rate", "share", "growth"),
    explanation="同一列表的数字通常保留同样的小数位数；个别数字少写小数时，按其余数字的精度复算有差额，只有认定其经过取整才能吻合，提示核对。",
    explanation_en=(
        "Figures of one list share their decimals; where one has fewer and the relation holds only if it was "
        "rounded, the gap is named."
    ),
    basis="同一表（列）金额应以相同的计量单位和小数位数填列（逻辑依据）。",
    failing="本年支出合计12.75万元，其中：办公费4.32万元，印刷费5.21万元，差旅费3万元。",
    passing="本年支出合计12.53万元，其中：办公费4.32万元，印刷费5.21万元，差旅费3万元。",
    find=find,
)
