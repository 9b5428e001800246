"""JX405: sources do not add up to the receipts of a row (X05)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX405", "收入表各来源之和与合计不符", "Sources do not add up to the receipts of a row"),
    kind="accounts_sources",
    rule="收入决算表每一行的合计应等于各来源之和。",
    rule_en="Each row of the table of receipts must be the sum of its sources.",
)

CHECK = coded(
    ASSERTED,
    "X05",
    (
        "每一行：合计＝财政拨款＋上级补助＋事业＋经营＋附属单位上缴＋其他收入。",
        "Each row of receipts is the sum of appropriations and all other sources.",
    ),
    failing=(
        "收入决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|其他收入\n"
        "201|一般公共服务支出|838.85|758.06|12.00|41.79\n"
        "221|住房保障支出|27.40|27.40|0.00|0.00"
    ),
    passing=(
        "收入决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|其他收入\n"
        "201|一般公共服务支出|838.85|785.06|12.00|41.79\n"
        "221|住房保障支出|27.40|27.40|0.00|0.00"
    ),
)
