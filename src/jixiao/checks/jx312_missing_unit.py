"""JX312: an amount stands without its unit."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX312", "金额缺少单位", "Amount without unit")
WORDS = {
    "missing_unit": Words(
        "金额“{quote}”后缺少单位。",
        'The amount "{quote}" has no unit.',
        "请补写单位。",
        "Add the unit.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("text",),
    explanation="金额后没有单位，而全文同一数字或同段其他金额都有单位。",
    explanation_en=(
        "An amount without a unit, where the same figure elsewhere or the other "
        "amounts of the paragraph have one."
    ),
    basis="没有单位的金额无法确定大小。",
    failing=(
        "一、决算总体情况\n"
        "2023年度支出决算为188.05万元，与预算持平。\n"
        "二、决算具体情况\n"
        "2023年度支出决算数为188.05，完成预算100%。"
    ),
    passing=(
        "一、决算总体情况\n"
        "2023年度支出决算为188.05万元，与预算持平。\n"
        "二、决算具体情况\n"
        "2023年度支出决算数为188.05万元，完成预算100%。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
