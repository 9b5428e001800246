"""JX111: a unit is wrong."""

from collections.abc import Iterator
from dataclasses import replace

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.comparing import Words, observed, roots_of, told
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

NAMES = Names("JX111", "计量单位有误", "Wrong unit")
_EQUAL = Words(
    "“{stated}”与“{other}”数字相同而单位不同，必有一处单位有误。",
    '"{stated}" and "{other}" have the same digits but different units; one unit is wrong.',
    "“{stated}”很可能应为“{right}”。",
    '"{stated}" should probably read "{right}".',
    "wrong_unit",
)
_SUM = Words(
    "“{stated}”的数字等于各分项之和（{expression}），但单位与分项不同。",
    'The digits of "{stated}" are the sum of the parts ({expression}), but its unit differs from theirs.',
    "“{stated}”很可能应为“{right}”。",
    '"{stated}" should probably read "{right}".',
    "wrong_unit",
)
_REST = Words(
    "“{stated}”的数字等于两数之差（{expression}），但单位与二者不同。",
    'The digits of "{stated}" are the difference of the two ({expression}), but its unit differs.',
    "“{stated}”很可能应为“{right}”。",
    '"{stated}" should probably read "{right}".',
    "wrong_unit",
)
_PERCENT = Words(
    "该指标以“{computed}”计量（目标值 {expression}），完成值却填为“{stated}”。",
    'The indicator is measured in {computed} (target {expression}), but the achieved value is "{stated}".',
    "请按“{computed}”填写完成值。",
    "Give the achieved value in {computed}.",
    "wrong_unit",
)


def find(solution: Solution) -> Iterator[Finding]:
    """Slips of units."""
    for root in roots_of(solution, "unit"):
        relation = root.lead.relation
        right = f"{relation.stated.number:f}{relation.operands[0].quantity.unit.word}"
        words = {"equal": _EQUAL, "difference": _REST}.get(relation.formula, _SUM)
        words = replace(
            words,
            suggestion=words.suggestion.replace("{right}", right),
            suggestion_en=words.suggestion_en.replace("{right}", right),
        )
        yield told(replace(root, correction=None), NAMES, words)
    for finding in observed(solution, "percent_for_amount", NAMES, _PERCENT):
        yield replace(finding, expression="")  # the target is no proof; what should be there is the unit


CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("unit",),
    explanation="同一事项的两个金额数字相同而单位不同（万元、元），合计与分项单位不同，或以金额计量的指标填成百分数，均为单位错误。",
    explanation_en=(
        "Equal digits beside different units, a total in another unit than its parts, or a "
        "percentage for an amount are wrong units."
    ),
    basis="同一事项的金额应使用一致的计量单位（逻辑依据）。",
    failing="项目全年预算数26.4万元，执行数26.4元，已支付完毕。",
    passing="项目全年预算数26.4万元，执行数26.4万元，已支付完毕。",
    find=find,
)
