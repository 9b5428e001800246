"""JX410: economic classes do not add up (X10)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX410", "经济分类汇总不符", "Economic classes do not add up"),
    kind="accounts_economic",
    rule="经济分类的类应等于各款之和，人员经费应等于301与303之和，公用经费应等于其余各类之和。",
    rule_en="A class must be the sum of its items; personnel cost is 301 and 303, operating cost the others.",
)

CHECK = coded(
    ASSERTED,
    "X10",
    (
        "301＝各款之和；人员经费＝工资福利支出＋对个人和家庭的补助；公用经费＝商品和服务支出＋资本性支出。",
        "A class is the sum of its items; personnel cost is 301 and 303, operating cost 302 and 310.",
    ),
    failing=(
        "一般公共预算财政拨款基本支出决算表\n"
        "单位：万元\n"
        "科目编码|科目名称|决算数|科目编码|科目名称|决算数\n"
        "301|工资福利支出|514.72|302|商品和服务支出|57.38\n"
        "30101|基本工资|211.38|30201|办公费|52.17\n"
        "30102|津贴补贴|330.34|30217|公务接待费|5.21\n"
        "303|对个人和家庭的补助|36.95|310|资本性支出|18.66\n"
        "30305|生活补助|36.95|31002|办公设备购置|18.66\n"
        " |人员经费合计|551.67| |公用经费合计|76.04\n"
        " |合计|627.71| | | "
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
