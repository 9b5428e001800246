"""JX430: last year's figure of a chart is not this year's less the change (X29)."""

from jixiao.checks.accounts import Asserted, coded
from jixiao.checks.catalogue import Names

ASSERTED = Asserted(
    names=Names("JX430", "图中上年数与增减额不符", "Last year's figure contradicts the change"),
    kind="accounts_prior",
    rule="图中上年的数应等于说明所写的本年数减去增减额。",
    rule_en="Last year's figure of a chart must be this year's less the change that is told.",
)

CHECK = coded(
    ASSERTED,
    "X29",
    (
        "变动图的上年数与说明中的本年数、增减额比较；与上年公开的决算比较要给出那份文件，由 JX603 核对。",
        "Last year's figures of charts follow from the narrative; JX603 looks at last year's own file.",
    ),
    failing=(
        "一、收入支出决算总体情况说明\n"
        "2023年度收、支总计均为866.25万元，比2022年度增加31.75万元，增长3.80%，主要原因是人员增加。\n"
        "图1 收支决算总计变动情况图\n"
        "2022年\t2023年\t843.50\t866.25\n"
        "\n"
        "收入支出决算总表\n"
        "单位：万元\n"
        "项目|决算数|项目|决算数\n"
        "一、一般公共预算财政拨款收入|866.25|一、一般公共服务支出|866.25\n"
        "本年收入合计|866.25|本年支出合计|866.25\n"
        "总计|866.25|总计|866.25"
    ),
    passing=(
        "一、收入支出决算总体情况说明\n"
        "2023年度收、支总计均为866.25万元，比2022年度增加31.75万元，增长3.80%，主要原因是人员增加。\n"
        "图1 收支决算总计变动情况图\n"
        "2022年\t2023年\t834.50\t866.25\n"
        "\n"
        "收入支出决算总表\n"
        "单位：万元\n"
        "项目|决算数|项目|决算数\n"
        "一、一般公共预算财政拨款收入|866.25|一、一般公共服务支出|866.25\n"
        "本年收入合计|866.25|本年支出合计|866.25\n"
        "总计|866.25|总计|866.25"
    ),
)
