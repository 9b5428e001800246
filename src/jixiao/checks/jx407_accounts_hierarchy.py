"""JX407: codes do not add up (X07)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX407", "类、款、项汇总不符", "Codes do not add up"),
    kind="accounts_hierarchy",
    rule="上级科目应等于其下级科目之和，合计应等于各类之和。",
    rule_en="A code must be the sum of those below it, the total that of the classes.",
)

CHECK = coded(
    ASSERTED,
    "X07",
    (
        "功能分类按类、款、项逐级汇总：类＝各款之和，款＝各项之和，合计＝各类之和。",
        "类 is the sum of its 款, 款 that of its 项, and the total that of the 类.",
    ),
    failing=(
        "一般公共预算财政拨款项目支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称（项目）|金额\n"
        "2010302|一般行政管理事务|184.75\n"
        " |合计|148.75"
    ),
    passing=(
        "一般公共预算财政拨款项目支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称（项目）|金额\n"
        "2010302|一般行政管理事务|184.75\n"
        " |合计|184.75"
    ),
)
