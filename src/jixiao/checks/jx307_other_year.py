"""JX307: the title of a table names another year than the report."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX307", "表题年度与本报告不符", "Table title names another year")
WORDS = {
    "other_year": Words(
        "表题写的是{stated}，而本报告的年度是{computed}。",
        "The title names {stated}, but the report is for {computed}.",
        "请核对表题年度及表内数据。",
        "Check the year of the title and of the figures.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("text",),
    explanation=(
        "报告标题只写一个年度，而自评表、决算表、预算执行表的标题写成另一年度时提示；正文中引用以前年度不算。"
    ),
    explanation_en=(
        "Told where the report's title names one year and the title of its own "
        "self-evaluation or accounts table another; prior years in running text are "
        "fine."
    ),
    basis="附表应与报告年度一致。",
    failing=(
        "2023年度部门整体支出绩效自评报告\n"
        "青山县档案中心2023年预算收入95.00万元，2023年支出95.00万元。\n"
        "2022年度青山县档案中心部门整体支出绩效自评表\n"
        "2023年度目标均已完成。"
    ),
    passing=(
        "2023年度部门整体支出绩效自评报告\n"
        "青山县档案中心2023年预算收入95.00万元，2023年支出95.00万元。\n"
        "2023年度青山县档案中心部门整体支出绩效自评表\n"
        "2023年度目标均已完成。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
