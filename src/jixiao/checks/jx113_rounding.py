"""JX113: a sum is off by more than one rounding, though the many parts together may explain it."""

from collections.abc import Iterator

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.coarse import NOTICED, gap_finding, gap_in_units, once_per_block
from jixiao.core.claim import Claim
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

NAMES = Names("JX113", "各项四舍五入累计差额", "Accumulated rounding of the parts")
_WORDS = (
    "“{stated}”与各项之和 {computed} 相差 {gap}，在 {count} 项四舍五入的累计误差之内。",
    '"{stated}" differs from the sum {computed} by {gap}: within the rounding of {count} parts.',
    "如各项并非四舍五入所得，请核对差额。",
    "If the parts were not rounded, check the gap.",
)


def find(solution: Solution) -> Iterator[Finding]:
    """Sums of evenly written parts with a gap of two units or more, one a paragraph."""
    sums = (claim for claim in solution.claims if claim.kind == "sum" and claim.verdict == "holds")
    for claim in once_per_block(claim for claim in sums if not claim.note and _is_off(claim)):
        yield gap_finding(claim, NAMES, "info", _WORDS)


def _is_off(claim: Claim) -> bool:
    figures = [quantity for quantity in claim.quantities if not quantity.is_exact]
    even = len({(quantity.prevailing, quantity.unit.scale) for quantity in figures}) == 1
    return even and claim.relation.formula == "sum" and gap_in_units(claim) >= NOTICED


CHECK = Check(
    names=NAMES,
    severity="info",
    kinds=("sum",),
    explanation="合计与各项之和相差末位两个单位以上，而各项四舍五入的累计误差足以解释时，仅作提示。",
    explanation_en=(
        "A total that differs from its parts by two or more units of the last decimal, within their rounding."
    ),
    basis="每一个四舍五入的数至多偏差末位半个单位。",
    failing="本年支出合计21.05万元，其中：办公费1.01万元，印刷费2.02万元，差旅费3.04万元，会议费4.01万元，培训费5.03万元，维修费5.92万元。",
    passing="本年支出合计21.03万元，其中：办公费1.01万元，印刷费2.02万元，差旅费3.04万元，会议费4.01万元，培训费5.03万元，维修费5.92万元。",
    find=find,
)
