"""JX502: the text says that all targets were met beside an indicator that misses its own."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX502", "称目标全部实现而有指标未达标", "All targets met, yet one is missed")
WORDS = {
    "all_met": Words(
        "文中称“{quote}”，而有指标未达到目标值：{expression}。",
        'The text says "{quote}", yet these indicators miss their targets: {expression}.',
        "请按实际完成值更正表述，或核对指标的目标值和完成值。",
        "Correct the wording, or check target and achieved value of these indicators.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation=(
        "正文称目标（指标）全部完成或实现100%，而指标的完成值未达到目标值，二者矛盾；"
        "“基本完成”、只就一类指标或多个项目中的一个项目所说的不算。"
    ),
    explanation_en=(
        "The text says that all targets (indicators) were met or met by 100 % while an achieved value misses "
        "its target. What is said of one class, or of one project among several, does not count."
    ),
    basis="全部目标实现时，每个指标的完成值都应达到目标值。",
    failing=(
        "本部门绩效目标实现100%。\n1、公众满意度，年度指标值：≥95%，实际完成值：91%，分值10分，得分9分。"
    ),
    passing=(
        "本部门绩效目标实现100%。\n1、公众满意度，年度指标值：≥95%，实际完成值：97%，分值10分，得分10分。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
