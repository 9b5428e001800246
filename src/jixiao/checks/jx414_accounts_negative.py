"""JX414: a negative amount where none can be (X14)."""

from functools import partial

from jixiao.checks.accounts import BASIS, faults
from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words

NAMES = Names("JX414", "收入、支出为负数", "Negative receipts or spending")
WORDS = Words(
    "“{computed}”一行写为“{stated}”：除结转结余外，决算表的收入、支出不应为负数。",
    'The line "{computed}" has "{stated}": other than balances, amounts are not negative.',
    "请核对正负号；确属冲减以前年度收支的，请在说明中写明。",
    "Check the sign; where it offsets earlier years, say so in the narrative.",
)

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("accounts_negative",),
    explanation=(
        "决算各表的收入、支出不应为负数；结转、结余各行各栏和含结余的总计除外。"
        "比重超出 0–100% 由 JX110 核对。"
    ),
    explanation_en="Amounts of the tables are not negative, balances apart; JX110 looks at shares.",
    basis=BASIS.format("X14"),
    failing=(
        "收入支出决算总表\n"
        "单位：万元\n"
        "项目|决算数|项目|决算数\n"
        "一、一般公共预算财政拨款收入|812.46|一、一般公共服务支出|838.85\n"
        "二、其他收入|55.79|二、住房保障支出|27.40\n"
        "三、事业收入|-2.00||\n"
        "本年收入合计|866.25|本年支出合计|866.25\n"
        "总计|866.25|总计|866.25"
    ),
    passing=(
        "收入支出决算总表\n"
        "单位：万元\n"
        "项目|决算数|项目|决算数\n"
        "一、一般公共预算财政拨款收入|812.46|一、一般公共服务支出|838.85\n"
        "二、其他收入|53.79|二、住房保障支出|27.40\n"
        "三、事业收入|0.00||\n"
        "本年收入合计|866.25|本年支出合计|866.25\n"
        "总计|866.25|总计|866.25"
    ),
    find=partial(faults, names=NAMES, kind="accounts_negative", words=WORDS, proof=False),
)
