"""JX306: the title of a table names another body than the report."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX306", "表题所写单位与本报告不符", "Table title names another body")
WORDS = {
    "other_body": Words(
        "表题写的是“{stated}”，而本报告的单位是“{computed}”。",
        'The title names "{stated}", but the report is of "{computed}".',
        "请核对表题及表内数据是否属于本单位。",
        "Check that title and figures belong to this body.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation=(
        "表题为“年度＋单位＋表”而单位不是本报告单位、且全文几乎不再提及时，多为套用其他单位的报告。表内金额就是正文所述本单位金额的，表题必有误。"
    ),
    explanation_en=(
        "A table titled by year and body whose body is not the report's, and is hardly "
        "named elsewhere, usually comes from another report. Where the table has the amounts that the text "
        "tells of the report's own body, the title is wrong."
    ),
    basis="报告及其附表应当反映本单位的情况。",
    failing=(
        "青山县档案中心\n"
        "部门整体支出绩效评价报告\n"
        "青山县档案中心2023年支出95.82万元，其中基本支出61.38万元，项目支出34.44万元。资金执行情况如下。\n"
        "2023年度县卫生健康局资金预算执行表\n"
        "支出（万元）|基本支出（万元）|项目支出（万元）\n"
        "95.82|61.38|34.44\n"
        "以上资金由档案中心统一管理。"
    ),
    passing=(
        "青山县档案中心\n"
        "部门整体支出绩效评价报告\n"
        "青山县档案中心2023年预算收入95.00万元。资金执行情况如下。\n"
        "2023年度县档案中心资金预算执行表\n"
        "以上资金由档案中心统一管理。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
