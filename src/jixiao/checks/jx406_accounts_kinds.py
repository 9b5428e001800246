"""JX406: kinds of spending do not add up to a row (X06)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX406", "支出表各类支出之和与合计不符", "Kinds of spending do not add up to a row"),
    kind="accounts_kinds",
    rule="支出表每一行的合计应等于基本支出、项目支出等之和。",
    rule_en="Each row of a table of spending must be the sum of its kinds.",
)

CHECK = coded(
    ASSERTED,
    "X06",
    (
        "支出决算表、一般公共预算财政拨款支出决算表每一行的合计等于基本支出、项目支出等之和。",
        "Each row of spending is basic spending, projects and the other kinds.",
    ),
    failing=(
        "一般公共预算财政拨款支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|合计|基本支出|项目支出\n"
        "201|一般公共服务支出|785.06|600.31|148.75\n"
        "221|住房保障支出|27.40|27.40|0.00"
    ),
    passing=(
        "一般公共预算财政拨款支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|合计|基本支出|项目支出\n"
        "201|一般公共服务支出|785.06|600.31|184.75\n"
        "221|住房保障支出|27.40|27.40|0.00"
    ),
)
