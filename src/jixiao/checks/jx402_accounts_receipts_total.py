"""JX402: receipts in all do not add up (X02)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX402", "收入总计与其构成不符", "Receipts in all do not add up"),
    kind="accounts_receipts_total",
    rule="收入总计应等于本年收入合计、使用非财政拨款结余、年初结转和结余之和。",
    rule_en="Receipts in all must be those of the year, surplus used and what was brought forward.",
)

CHECK = coded(
    ASSERTED,
    "X02",
    (
        "收入总计由本年收入、使用非财政拨款结余、年初结转和结余三部分组成。",
        "Receipts in all consist of those of the year, surplus used and what was brought forward.",
    ),
    failing=(
        "收入支出决算总表\n"
        "单位：万元\n"
        "项目|行次|决算数|项目|行次|决算数\n"
        "一、一般公共预算财政拨款收入|1|812.46|一、一般公共服务支出|9|838.85\n"
        "二、其他收入|2|53.79|二、住房保障支出|10|27.40\n"
        "本年收入合计|3|866.25|本年支出合计|11|866.25\n"
        "使用非财政拨款结余|4|0.00|结余分配|12|0.00\n"
        "年初结转和结余|5|38.17|年末结转和结余|13|31.17\n"
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
