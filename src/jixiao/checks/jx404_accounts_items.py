"""JX404: items do not add up to the total of the year (X04)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX404", "总表各项之和与本年合计不符", "Items do not add up to the total of the year"),
    kind="accounts_items",
    rule="总表的本年收入（支出）合计应等于各项之和。",
    rule_en="Receipts or spending of the year must be the sum of the items.",
)

CHECK = coded(
    ASSERTED,
    "X04",
    (
        "本年收入合计等于各类收入之和，本年支出合计等于各功能分类支出之和。",
        "Receipts of the year are the sum of their kinds, spending that of its functional classes.",
    ),
    failing=(
        "收入支出决算总表\n"
        "单位：万元\n"
        "项目|行次|决算数|项目|行次|决算数\n"
        "一、一般公共预算财政拨款收入|1|812.46|一、一般公共服务支出|9|838.85\n"
        "二、其他收入|2|58.79|二、住房保障支出|10|27.40\n"
        "本年收入合计|3|866.25|本年支出合计|11|866.25\n"
        "使用非财政拨款结余|4|0.00|结余分配|12|0.00\n"
        "年初结转和结余|5|31.17|年末结转和结余|13|31.17\n"
        "总计|6|897.42|总计|14|897.42"
    ),
    passing=(
        "收入支出决算总表\n"
        "单位：万元\n"
        "项目|行次|决算数|项目|行次|决算数\n"
        "一、一般公共预算财政拨款收入|1|812.46|一、一般公共服务支出|9|838.85\n"
        "二、其他收入|2|53.79|二、住房保障支出|10|27.40\n"
        "本年收入合计|3|866.25|本年支出合计|11|866.25\n"
        "使用非财政拨款结余|4|0.00|结余分配|12|0.00\n"
        "年初结转和结余|5|31.17|年末结转和结余|13|31.17\n"
        "总计|6|897.42|总计|14|897.42"
    ),
)
