"""JX208: the text says that there is none of something whose amount it tells elsewhere."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX208", "称没有而另有金额", "None, says the text, and elsewhere an amount")
WORDS = {
    "none_told": Words(
        "文中称“{quote}”，而他处写有该项金额“{other}”。",
        'The text says "{quote}", yet elsewhere tells the amount "{other}".',
        "请核对两处，更正其中有误的一处。",
        "Check both places and correct the one that is wrong.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation=(
        "本单位称当年没有项目支出、政府性基金支出、公务接待费等，而他处写有其金额，二者矛盾。"
        "年初没有安排的不算；提到追加、调整、结转的作提示。"
    ),
    explanation_en=(
        "The body says that it had no project spending, no spending of funds, no hospitality and the like in "
        "the year, and elsewhere tells the amount. What was not planned at first does not count; where "
        "additions or carry-overs are named it is a warning."
    ),
    basis="同一事实不能既有又无。",
    failing="2023年支出合计86.40万元，其中基本支出50.20万元、项目支出36.20万元。\n2023年我单位没有安排项目支出。",
    passing="2023年支出合计86.40万元，其中基本支出86.40万元、项目支出0万元。\n2023年我单位没有安排项目支出。",
    find=partial(from_faults, names=NAMES, words=WORDS),
)
