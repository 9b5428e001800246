"""JX431: a code bears another name than the classification of the year gives it (X28)."""

from functools import partial

from jixiao.checks.accounts import BASIS, faults
from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words

NAMES = Names("JX431", "科目名称与政府收支分类不符", "A code's name is not that of the classification")
WORDS = Words(
    "科目 {expression} 写为“{stated}”，当年政府收支分类科目为“{computed}”。",
    'Code {expression} is called "{stated}"; the classification of the year says "{computed}".',
    "请核对编码和名称。",
    "Check code and name.",
)

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("accounts_classified",),
    explanation=(
        "各表的科目名称应与当年政府收支分类科目一致，旧名、简称不算错；只核对公开表样里见到的科目，"
        "其余照印。各表名称互不一致的由 JX428 报告。"
    ),
    explanation_en="Codes that published forms prove bear their names, older or shorter ones included.",
    basis=BASIS.format("X28"),
    failing=(
        "2023年度部门决算\n"
        "收入决算表\n"
        "单位：万元\n"
        "科目编码|科目名称|本年收入合计|财政拨款收入|其他收入\n"
        "221|住房保障支出|27.40|27.40|0.00\n"
        "22102|城乡社区住宅|27.40|27.40|0.00"
    ),
    passing=(
        "2023年度部门决算\n"
        "收入决算表\n"
        "单位：万元\n"
        "科目编码|科目名称|本年收入合计|财政拨款收入|其他收入\n"
        "221|住房保障支出|27.40|27.40|0.00\n"
        "22102|住房改革支出|27.40|27.40|0.00"
    ),
    find=partial(faults, names=NAMES, kind="accounts_classified", words=WORDS),
)
