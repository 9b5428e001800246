"""JX308: a clause stands twice in a row."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX308", "文字重复粘贴", "Clause pasted twice")
WORDS = {
    "clause_twice": Words(
        "“{quote}”与紧接其前的文字重复。",
        '"{quote}" repeats the words directly before it.',
        "请删除重复的文字，并核对语句是否完整。",
        "Delete the repetition and check that the sentence is complete.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation=(
        "十字以上的语句紧接着自身重复，为复制粘贴所致；整句（十五字以上）重复为错误，"
        "分句重复作提示。不同章节中相同的内容不算。"
    ),
    explanation_en=(
        "Ten or more characters directly followed by themselves come from pasting. A "
        "whole sentence of fifteen or more is an error, a clause a warning; the same "
        "words in other sections are fine."
    ),
    basis="同一语句连续出现两次没有意义。",
    failing=(
        "绩效目标编制较为完整。下一步将加强绩效监控，及时纠正执行偏差。"
        "下一步将加强绩效监控，及时纠正执行偏差。"
    ),
    passing=(
        "绩效目标编制较为完整。下一步将加强绩效监控，及时纠正执行偏差。同时强化结果应用，完善奖惩机制。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
