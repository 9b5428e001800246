"""JX108: a stated number of things is not the number listed, or differs from the same number elsewhere."""

from collections.abc import Iterator

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.comparing import Words, roots_of, told
from jixiao.checks.hanging import results_by_operand, with_hanging
from jixiao.checks.wording import finding_of
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

NAMES = Names("JX108", "数量与所列不符", "Count contradicts what is listed")
_LISTED = Words(
    "原文“{stated}”，所列实为 {computed}。",
    'The text states "{stated}", but {computed} are listed.',
    "请核对数量与所列内容，补全遗漏或更正数量。",
    "Check the number and the list; complete the one or correct the other.",
    "count_off",
)
_TWICE = Words(
    "同一内容此处为“{stated}”，他处为“{other}”。",
    'The same thing is "{stated}" here and "{other}" elsewhere.',
    "请核对两处数量，更正其中有误的一处。",
    "Check both places and correct the one that is wrong.",
    "count_off",
)


def find(solution: Solution) -> Iterator[Finding]:
    """Failing counts."""
    results = results_by_operand(solution)
    for root in roots_of(solution, "count"):
        formula = root.lead.relation.formula
        if formula == "sum":
            yield finding_of(root, NAMES)
        elif formula == "equal":
            yield with_hanging(told(root, NAMES, _TWICE), root, results)
        else:
            yield told(root, NAMES, _LISTED)


CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("count",),
    explanation="“共n个”“等n项”应与所列名称、编号列表或各项等级的数目一致；名称本身含顿号或“和”时，任一合理拆分能得出该数即不算错。",
    explanation_en=(
        "A stated number must agree with the names, numbered items or grades listed; it is wrong "
        "only if no sensible splitting of the names gives it."
    ),
    basis="同一文件内数量与列举应当一致（逻辑依据）。",
    failing="本单位下设5个股室，分别为：综合股、秘书股、信息股、财务股。",
    passing="本单位下设4个股室，分别为：综合股、秘书股、信息股、财务股。",
    find=find,
)
