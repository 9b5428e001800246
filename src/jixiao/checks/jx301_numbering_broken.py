"""JX301: a numbered list repeats or leaves out a number."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX301", "编号重复或缺漏", "Number repeated or missing")
WORDS = {
    "numbering_repeat": Words(
        "编号“{stated}”重复，前面已有“{other}”，按顺序应为“{computed}”。",
        'The number "{stated}" is used twice; in sequence it should be "{computed}".',
        "请将此处编号改为“{computed}”，并核对其后各项。",
        'Number this item "{computed}" and check those after it.',
    ),
    "numbering_gap": Words(
        "编号由“{other}”跳到“{stated}”，缺“{computed}”。",
        'The numbers jump from "{other}" to "{stated}"; "{computed}" is missing.',
        "请补上“{computed}”项或顺次改号。",
        'Add item "{computed}" or renumber the list.',
    ),
    "numbering_order": Words(
        "编号“{stated}”与前后不连续，前一项为“{other}”，此处应为“{computed}”。",
        ('The number "{stated}" breaks the sequence after "{other}"; it should be "{computed}".'),
        "请将此处编号改为“{computed}”。",
        'Number this item "{computed}".',
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("numbering",),
    explanation=(
        "同一层级的序号应从一起连续，不重复、不跳号；"
        "三项以上的列表中编号重复或跳号即为错误，"
        "缺号处另有无编号的短行或表格时只作提示。"
    ),
    explanation_en=(
        "Numbers of one level run without repetition or gap. In a list of three or "
        "more a repeat or gap is an error; where a table or a short unnumbered line "
        "may hold the missing item it is a warning."
    ),
    basis=("《党政机关公文格式》（GB/T 9704-2012）7.3.3：结构层次序数依次使用“一、”“（一）”“1.”“（1）”。"),
    failing=(
        "2023年度绩效自评报告\n"
        "一、基本情况\n"
        "本单位设三个股室。\n"
        "二、预算执行情况\n"
        "预算已按期下达。\n"
        "二、存在的问题\n"
        "绩效目标不够细化。\n"
        "四、改进措施\n"
        "细化绩效目标。"
    ),
    passing=(
        "2023年度绩效自评报告\n"
        "一、基本情况\n"
        "本单位设三个股室。\n"
        "二、预算执行情况\n"
        "预算已按期下达。\n"
        "三、存在的问题\n"
        "绩效目标不够细化。\n"
        "四、改进措施\n"
        "细化绩效目标。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
