"""JX403: spending in all does not add up (X03)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX403", "支出总计与其构成不符", "Spending in all does not add up"),
    kind="accounts_spending_total",
    rule="支出总计应等于本年支出合计、结余分配、年末结转和结余之和。",
    rule_en="Spending in all must be that of the year, surplus distributed and what is carried forward.",
)

CHECK = coded(
    ASSERTED,
    "X03",
    (
        "支出总计由本年支出、结余分配、年末结转和结余三部分组成。",
        "Spending in all consists of that of the year, surplus distributed and what is carried forward.",
    ),
    failing=(
        "收入支出决算总表\n"
        "单位：万元\n"
        "项目|行次|决算数|项目|行次|决算数\n"
        "一、一般公共预算财政拨款收入|1|812.46|一、一般公共服务支出|9|838.85\n"
        "二、其他收入|2|53.79|二、住房保障支出|10|27.40\n"
        "本年收入合计|3|866.25|本年支出合计|11|866.25\n"
        "使用非财政拨款结余|4|0.00|结余分配|12|0.00\n"
        "年初结转和结余|5|31.17|年末结转和结余|13|36.17\n"
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
