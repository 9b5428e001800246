"""JX480: a chart differs from the tables."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX480", "图与决算表不一致", "A chart differs from the tables"),
    kind="accounts_charts",
    rule="图的数据应与决算表一致。",
    rule_en="The data of a chart must be those of the tables.",
)

CHECK = coded(
    ASSERTED,
    "X80",
    (
        "收支总计、收入结构、支出结构、“三公”经费等图，逐项与决算表比较；只列比重的图不比。",
        "Charts of totals and structures are compared with the tables; charts of shares are not.",
    ),
    failing=(
        "图3 支出决算结构图\n"
        "基本支出\t项目支出\t经营支出\t627.71\t245.38\t0.00\n"
        "\n"
        "支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出|经营支出\n"
        "201|一般公共服务支出|838.85|600.31|238.54|0.00\n"
        "20103|政府办公厅（室）及相关机构事务|838.85|600.31|238.54|0.00\n"
        "221|住房保障支出|27.40|27.40|0.00|0.00\n"
        "22102|住房改革支出|27.40|27.40|0.00|0.00\n"
        " |合计|866.25|627.71|238.54|0.00"
    ),
    passing=(
        "图3 支出决算结构图\n"
        "基本支出\t项目支出\t经营支出\t627.71\t238.54\t0.00\n"
        "\n"
        "支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出|经营支出\n"
        "201|一般公共服务支出|838.85|600.31|238.54|0.00\n"
        "20103|政府办公厅（室）及相关机构事务|838.85|600.31|238.54|0.00\n"
        "221|住房保障支出|27.40|27.40|0.00|0.00\n"
        "22102|住房改革支出|27.40|27.40|0.00|0.00\n"
        " |合计|866.25|627.71|238.54|0.00"
    ),
)
