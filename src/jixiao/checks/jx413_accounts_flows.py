"""JX413: funds or state capital do not balance (X13)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX413", "基金、国资收支不平衡", "Funds or state capital do not balance"),
    kind="accounts_flows",
    rule="每一行应平衡：年初结转和结余＋本年收入－本年支出＝年末结转和结余。",
    rule_en="Each row must balance: brought forward + received − spent = carried forward.",
)

CHECK = coded(
    ASSERTED,
    "X13",
    (
        "政府性基金、国有资本经营预算表逐行平衡。",
        "The tables of funds and state capital balance row by row.",
    ),
    failing=(
        "政府性基金预算财政拨款收入支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|年初结转和结余|本年收入|本年支出合计|基本支出|项目支出|年末结转和结余\n"
        "212|城乡社区支出|7.25|46.50|41.33|0.00|41.33|12.42\n"
        " |合计|7.25|46.50|41.33|0.00|41.33|14.22"
    ),
    passing=(
        "政府性基金预算财政拨款收入支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|年初结转和结余|本年收入|本年支出合计|基本支出|项目支出|年末结转和结余\n"
        "212|城乡社区支出|7.25|46.50|41.33|0.00|41.33|12.42\n"
        " |合计|7.25|46.50|41.33|0.00|41.33|12.42"
    ),
)
