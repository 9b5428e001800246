"""JX428: one code has two names in the tables of a package (X28)."""

from functools import partial

from jixiao.checks.accounts import BASIS, faults
from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words

NAMES = Names("JX428", "同一科目编码名称不一", "One code with two names")
WORDS = Words(
    "科目 {expression} 此处为“{stated}”，另一张表为“{computed}”。",
    'Code {expression} is "{stated}" here and "{computed}" in another table.',
    "请按当年政府收支分类科目统一名称或更正编码。",
    "Use the name of the year's classification, or correct the code.",
)

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("accounts_names",),
    explanation="收入表、支出表、基金表等各表中，同一功能科目编码的名称应当一致；末尾有无“支出”二字不论。",
    explanation_en="A code has the same name in all tables; 支出 at its end may be left out.",
    basis=BASIS.format("X28"),
    failing=(
        "收入决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年收入合计|财政拨款收入|其他收入\n"
        "2010301|行政运行|712.35|700.31|12.04\n"
        "\n"
        "支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出\n"
        "2010301|机关服务|718.66|600.31|118.35"
    ),
    passing=(
        "收入决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年收入合计|财政拨款收入|其他收入\n"
        "2010301|行政运行|712.35|700.31|12.04\n"
        "\n"
        "支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出\n"
        "2010301|行政运行|718.66|600.31|118.35"
    ),
    find=partial(faults, names=NAMES, kind="accounts_names", words=WORDS),
)
