"""JX445: a change against the year before is told without its reason (X45)."""

from functools import partial

from jixiao.checks.accounts import BASIS, faults
from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words

NAMES = Names("JX445", "增减变动没有说明原因", "Change without a reason")
WORDS = Words(
    "写了变动“{stated}”，没有说明原因。",
    'The change "{stated}" is told without its reason.',
    "请补充增减变动的主要原因。",
    "Add the main reason of the change.",
)

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("accounts_reason",),
    explanation="决算总体、财政拨款、一般公共预算、“三公”经费各节写有增减变动的，本段或下一段应说明主要原因；没有附表、多数变动都不写原因的节选不核对。",
    explanation_en="A section that tells a change gives its main reason there or in the next paragraph.",
    basis=BASIS.format("X45"),
    failing=(
        "一、收入支出决算总体情况说明\n"
        "2023年度收、支总计均为866.25万元。与2022年度相比，收、支总计各增加31.75万元，增长3.80%。\n"
        "二、收入决算情况说明\n"
        "2023年度本年收入合计866.25万元。\n"
        "三、支出决算情况说明\n"
        "2023年度本年支出合计866.25万元。\n"
        "四、财政拨款收入支出决算总体情况说明\n"
        "2023年度财政拨款收、支总计均为866.25万元，比上年增加31.75万元。主要原因是人员增加。\n"
        "五、一般公共预算财政拨款支出决算情况说明\n"
        "2023年度一般公共预算财政拨款支出866.25万元，比上年增加31.75万元。主要原因是人员增加。"
    ),
    passing=(
        "一、收入支出决算总体情况说明\n"
        "2023年度收、支总计均为866.25万元。与2022年度相比，收、支总计各增加31.75万元，增长3.80%。"
        "主要原因是人员增加。\n"
        "二、收入决算情况说明\n"
        "2023年度本年收入合计866.25万元。\n"
        "三、支出决算情况说明\n"
        "2023年度本年支出合计866.25万元。\n"
        "四、财政拨款收入支出决算总体情况说明\n"
        "2023年度财政拨款收、支总计均为866.25万元，比上年增加31.75万元。主要原因是人员增加。\n"
        "五、一般公共预算财政拨款支出决算情况说明\n"
        "2023年度一般公共预算财政拨款支出866.25万元，比上年增加31.75万元。主要原因是人员增加。"
    ),
    find=partial(faults, names=NAMES, kind="accounts_reason", words=WORDS),
)
