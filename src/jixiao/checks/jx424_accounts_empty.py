"""JX424: funds or state capital differ from their own table, or that table is empty (X24)."""

from collections.abc import Iterator

from jixiao.checks.accounts import BASIS, Asserted, contradictions, faults
from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

KIND = "accounts_empty"
NAMES = Names("JX424", "基金、国资支出与各自的表不一致", "Funds or state capital differ from their table")
ASSERTED = Asserted(
    names=NAMES,
    kind=KIND,
    rule="财政拨款总表中政府性基金、国有资本经营预算的支出应等于各自决算表的合计。",
    rule_en="Spending from funds and state capital must be the total of their own tables.",
)
WORDS = Words(
    "财政拨款总表中这一预算有支出“{stated}”，而《{computed}》是空表。",
    'Spending "{stated}" of this budget stands here, but the table “{computed}” is empty.',
    "请补填该表，或核对财政拨款总表。",
    "Fill in that table, or check the table of appropriations.",
)


def _find(solution: Solution) -> Iterator[Finding]:
    yield from contradictions(solution, ASSERTED)
    yield from faults(solution, NAMES, KIND, WORDS, proof=False)


CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=(KIND,),
    explanation="财政拨款总表中的基金、国资支出为零时，各自的表是空表；不为零时，表要填列，合计要相等。",
    explanation_en="Where such spending is not nil, its own table has it, with the same total.",
    basis=BASIS.format("X24"),
    failing=(
        "财政拨款收入支出决算总表\n"
        "单位：万元\n"
        "项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款\n"
        "一、一般公共预算财政拨款|812.46|一、一般公共服务支出|812.46|812.46|0.00\n"
        "二、政府性基金预算财政拨款|46.50|二、城乡社区支出|46.50|0.00|46.50\n"
        "本年收入合计|858.96|本年支出合计|858.96|812.46|46.50\n"
        "\n"
        "政府性基金预算财政拨款收入支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出\n"
        "212|城乡社区支出|45.60|0.00|45.60\n"
        " |合计|45.60|0.00|45.60"
    ),
    passing=(
        "财政拨款收入支出决算总表\n"
        "单位：万元\n"
        "项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款\n"
        "一、一般公共预算财政拨款|812.46|一、一般公共服务支出|812.46|812.46|0.00\n"
        "二、政府性基金预算财政拨款|46.50|二、城乡社区支出|46.50|0.00|46.50\n"
        "本年收入合计|858.96|本年支出合计|858.96|812.46|46.50\n"
        "\n"
        "政府性基金预算财政拨款收入支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出\n"
        "212|城乡社区支出|46.50|0.00|46.50\n"
        " |合计|46.50|0.00|46.50"
    ),
    find=_find,
)
