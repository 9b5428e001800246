"""JX401: receipts in all differ from spending in all (X01)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX401", "收入总计与支出总计不等", "Receipts in all differ from spending in all"),
    kind="accounts_sides",
    rule="收入支出决算总表的收入总计应等于支出总计。",
    rule_en="In the table of receipts and spending both totals must be equal.",
)

CHECK = coded(
    ASSERTED,
    "X01",
    (
        "收入支出决算总表左右两边的总计必须相等。",
        "Both sides of the table of receipts and spending have one total.",
    ),
    failing=(
        "收入支出决算总表\n"
        "单位：万元\n"
        "项目|行次|决算数|项目|行次|决算数\n"
        "一、一般公共预算财政拨款收入|1|812.46|一、一般公共服务支出|9|838.85\n"
        "二、其他收入|2|53.79|二、住房保障支出|10|27.40\n"
        "本年收入合计|3|866.25|本年支出合计|11|866.25\n"
        "使用非财政拨款结余|4|0.00|结余分配|12|4.00\n"
        "年初结转和结余|5|31.17|年末结转和结余|13|31.17\n"
        "总计|6|897.42|总计|14|901.42"
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
