"""JX411: basic spending is not its two parts (X11)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX411", "基本支出与人员、公用经费不符", "Basic spending is not its two parts"),
    kind="accounts_basic",
    rule="基本支出合计应等于人员经费与公用经费之和。",
    rule_en="Basic spending must be personnel and operating cost.",
)

CHECK = coded(
    ASSERTED,
    "X11",
    (
        "基本支出＝人员经费＋公用经费。",
        "Basic spending is personnel cost and operating cost.",
    ),
    failing=(
        "一般公共预算财政拨款基本支出决算表\n"
        "单位：万元\n"
        "科目编码|科目名称|决算数|科目编码|科目名称|决算数\n"
        "301|工资福利支出|514.72|302|商品和服务支出|57.38\n"
        "30101|基本工资|211.38|30201|办公费|52.17\n"
        "30102|津贴补贴|303.34|30217|公务接待费|5.21\n"
        "303|对个人和家庭的补助|36.95|310|资本性支出|18.66\n"
        "30305|生活补助|36.95|31002|办公设备购置|18.66\n"
        " |人员经费合计|551.67| |公用经费合计|76.04\n"
        " |合计|672.71| | | "
    ),
    passing=(
        "一般公共预算财政拨款基本支出决算表\n"
        "单位：万元\n"
        "科目编码|科目名称|决算数|科目编码|科目名称|决算数\n"
        "301|工资福利支出|514.72|302|商品和服务支出|57.38\n"
        "30101|基本工资|211.38|30201|办公费|52.17\n"
        "30102|津贴补贴|303.34|30217|公务接待费|5.21\n"
        "303|对个人和家庭的补助|36.95|310|资本性支出|18.66\n"
        "30305|生活补助|36.95|31002|办公设备购置|18.66\n"
        " |人员经费合计|551.67| |公用经费合计|76.04\n"
        " |合计|627.71| | | "
    ),
)
