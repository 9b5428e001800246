"""JX604: the units of a department do not sum to what the department tells."""

from functools import partial

from jixiao.checks.across import from_comparisons
from jixiao.checks.catalogue import Check, Names

NAMES = Names("JX604", "部门数不等于各单位之和", "The units do not sum to the department")

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("across",),
    explanation="部门汇总数应当等于本级和各所属单位之和。只在文件夹里有部门写明的全部单位的文件时核对；单位之间有往来的，只作提醒。",
    explanation_en=(
        "The department is the sum of its own office and its units. Compared only where the set holds the "
        "documents of as many units as the department tells of; a warning where units pay each other."
    ),
    basis="部门决算由所属各单位决算汇总而成。",
    failing=(
        "【文件：部门.txt】\n测试局2023年度部门决算\n纳入决算编制范围的预算单位共2个：测试局本级、测试局服务中心。\n本年支出合计356.20万元。\n"
        "【文件：本级.txt】\n测试局（本级）2023年度单位决算\n本年支出合计210.45万元。\n"
        "【文件：中心.txt】\n测试局服务中心2023年度单位决算\n本年支出合计154.75万元。"
    ),
    passing=(
        "【文件：部门.txt】\n测试局2023年度部门决算\n纳入决算编制范围的预算单位共2个：测试局本级、测试局服务中心。\n本年支出合计356.20万元。\n"
        "【文件：本级.txt】\n测试局（本级）2023年度单位决算\n本年支出合计210.45万元。\n"
        "【文件：中心.txt】\n测试局服务中心2023年度单位决算\n本年支出合计145.75万元。"
    ),
    find=partial(from_comparisons, kind="sum_of_units", names=NAMES),
    several=True,
)
