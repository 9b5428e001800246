"""JX460: what the narrative tells of self-evaluation differs from the forms annexed (X66, X68)."""

from collections.abc import Iterator

from jixiao.checks.accounts import BASIS, Asserted, contradictions, faults
from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

KIND = "accounts_performance"
NAMES = Names("JX460", "绩效自评情况与所附自评表不一致", "Self-evaluations differ from the forms")
ASSERTED = Asserted(
    names=NAMES,
    kind=KIND,
    rule="绩效管理情况所写的自评金额应等于所附各张自评表的全年预算之和。",
    rule_en="The money of the self-evaluations must be the budgets of the forms together.",
)
WORDS = Words(
    "此处写自评“{stated}”，所附的项目自评表有{computed}。",
    'Here stands "{stated}" of self-evaluations, but more forms are annexed.',
    "请核对项目个数。",
    "Check the number of projects.",
)


def _find(solution: Solution) -> Iterator[Finding]:
    yield from contradictions(solution, ASSERTED)
    yield from faults(solution, NAMES, KIND, WORDS)


CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=(KIND,),
    explanation="绩效管理情况所写的项目自评个数、金额，与同一文件所附的项目自评表一致；只附了一部分的不核对。",
    explanation_en="Number and money of self-evaluations are those of the forms, where all are annexed.",
    basis=BASIS.format("X66、X68"),
    failing=(
        "一、收入支出决算总体情况说明\n"
        "2023年度收、支总计均为866.25万元。\n"
        "二、收入决算情况说明\n"
        "2023年度本年收入合计866.25万元。\n"
        "三、支出决算情况说明\n"
        "2023年度本年支出合计866.25万元。\n"
        "四、财政拨款收入支出决算总体情况说明\n"
        "2023年度财政拨款收、支总计均为866.25万元。\n"
        "五、预算绩效管理情况\n"
        "2023年度开展项目绩效自评2个（涉及资金88.70万元）。\n"
        "项目支出绩效自评表\n"
        "单位：万元\n"
        "项目名称|河道清淤|||||\n"
        "项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
        "年度资金总额|46.50|46.50|46.50|10|100%|10\n"
        "总分||||100||100\n"
        "\n"
        "项目支出绩效自评表\n"
        "单位：万元\n"
        "项目名称|校舍修缮|||||\n"
        "项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
        "年度资金总额|38.20|38.20|38.20|10|100%|10\n"
        "总分||||100||100\n"
    ),
    passing=(
        "一、收入支出决算总体情况说明\n"
        "2023年度收、支总计均为866.25万元。\n"
        "二、收入决算情况说明\n"
        "2023年度本年收入合计866.25万元。\n"
        "三、支出决算情况说明\n"
        "2023年度本年支出合计866.25万元。\n"
        "四、财政拨款收入支出决算总体情况说明\n"
        "2023年度财政拨款收、支总计均为866.25万元。\n"
        "五、预算绩效管理情况\n"
        "2023年度开展项目绩效自评2个（涉及资金84.70万元）。\n"
        "项目支出绩效自评表\n"
        "单位：万元\n"
        "项目名称|河道清淤|||||\n"
        "项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
        "年度资金总额|46.50|46.50|46.50|10|100%|10\n"
        "总分||||100||100\n"
        "\n"
        "项目支出绩效自评表\n"
        "单位：万元\n"
        "项目名称|校舍修缮|||||\n"
        "项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分\n"
        "年度资金总额|38.20|38.20|38.20|10|100%|10\n"
        "总分||||100||100\n"
    ),
    find=_find,
)
