"""JX426: running cost is not operating cost (X26)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX426", "机关运行经费与公用经费不一致", "Running cost is not operating cost"),
    kind="accounts_running",
    rule="机关运行经费（行政单位）应等于基本支出决算表的公用经费合计。",
    rule_en="The running cost of an administration must be the operating cost of basic spending.",
    severity="warning",
)

CHECK = coded(
    ASSERTED,
    "X26",
    (
        "机关运行经费是行政（参公）单位的公用经费；部门内有其他事业单位的，应当说明口径。",
        "Running cost is that of administrative units; where a department has others, it should say so.",
    ),
    failing=(
        "（一）机关运行经费支出情况\n"
        "2023年度，机关运行经费支出67.04万元。\n"
        "\n"
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
    passing=(
        "（一）机关运行经费支出情况\n"
        "2023年度，机关运行经费支出76.04万元。\n"
        "\n"
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
