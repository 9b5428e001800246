"""JX316: a date does not exist."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX316", "日期不存在", "Impossible date")
WORDS = {
    "impossible_date": Words(
        "日期“{quote}”不存在。",
        'The date "{quote}" does not exist.',
        "请更正日期。",
        "Correct the date.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation="月份超过12，或日期超过当月天数。",
    explanation_en="A month after December, or a day that the month does not have.",
    basis="公历。",
    failing="项目于2023年11月31日前完成验收。",
    passing="项目于2023年11月30日前完成验收。",
    find=partial(from_faults, names=NAMES, words=WORDS),
)
