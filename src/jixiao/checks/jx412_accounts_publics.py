"""JX412: the three publics do not add up (X12)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX412", "“三公”经费合计与各项不符", "The three publics do not add up"),
    kind="accounts_publics",
    rule="合计应等于出国（境）、公务用车、公务接待之和，公务用车应等于购置与运行之和。",
    rule_en="The three publics must be the sum of their items, vehicles that of purchase and running.",
)

CHECK = coded(
    ASSERTED,
    "X12",
    (
        "预算数、决算数都要相符：合计＝三项之和，公务用车＝购置费＋运行维护费。",
        "In budget and outturn the whole is its three items, vehicles their purchase and running.",
    ),
    failing=(
        "财政拨款“三公”经费支出决算表\n"
        "单位：万元\n"
        "项目|预算数|决算数\n"
        "合计|19.80|18.14\n"
        "1.因公出国（境）费|0.00|0.00\n"
        "2.公务用车购置及运行维护费|12.50|11.36\n"
        "（1）公务用车购置费|0.00|0.00\n"
        "（2）公务用车运行维护费|12.50|11.36\n"
        "3.公务接待费|7.30|8.76"
    ),
    passing=(
        "财政拨款“三公”经费支出决算表\n"
        "单位：万元\n"
        "项目|预算数|决算数\n"
        "合计|19.80|18.14\n"
        "1.因公出国（境）费|0.00|0.00\n"
        "2.公务用车购置及运行维护费|12.50|11.36\n"
        "（1）公务用车购置费|0.00|0.00\n"
        "（2）公务用车运行维护费|12.50|11.36\n"
        "3.公务接待费|7.30|6.78"
    ),
)
