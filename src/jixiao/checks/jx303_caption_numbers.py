"""JX303: figures or tables are not numbered one after the other."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX303", "图表编号不连续", "Figures or tables misnumbered")
WORDS = {
    "caption_repeat": Words(
        "编号“{stated}”已用于另一图表，此处应为“{computed}”。",
        ('"{stated}" already names another figure or table; this one should be "{computed}".'),
        "请将此处改为“{computed}”。",
        'Number this one "{computed}".',
    ),
    "caption_gap": Words(
        "图表编号由“{other}”跳到“{stated}”，缺“{computed}”。",
        'The captions jump from "{other}" to "{stated}"; "{computed}" is missing.',
        "请补上“{computed}”或顺次改号。",
        'Add "{computed}" or renumber.',
    ),
    "caption_order": Words(
        "图表编号“{stated}”与前后不连续，应为“{computed}”。",
        'The caption "{stated}" breaks the sequence; it should be "{computed}".',
        "请将此处改为“{computed}”。",
        'Number this one "{computed}".',
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("numbering",),
    explanation=(
        "图、表的编号应从一起连续，不同的图表不得使用同一编号；图题可能在转换中丢失，缺号只作提示。"
    ),
    explanation_en=(
        "Figures and tables are numbered from one without repetition. Captions may be "
        "lost in conversion, so a gap is only a warning."
    ),
    basis="编号用于正文引用，同一编号只能指一个图或表。",
    failing=("2023年度部门决算说明\n图1：收入总体情况\n图2：收入结构\n图2：支出结构\n图4：项目支出变动情况"),
    passing=("2023年度部门决算说明\n图1：收入总体情况\n图2：收入结构\n图3：支出结构\n图4：项目支出变动情况"),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
