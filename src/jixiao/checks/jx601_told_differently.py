"""JX601: documents of one body and year tell the same fact with different figures."""

from functools import partial

from jixiao.checks.across import from_comparisons
from jixiao.checks.catalogue import Check, Names

NAMES = Names("JX601", "同一事项各文件数字不一致", "Documents of one set tell the same fact differently")

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("across",),
    explanation="同一单位、同一年度的决算、自评报告、自评表、预算和填报数据，同一事项、同一口径的数字应当一致。事项、口径、年度中有推断的，只作提醒。",
    explanation_en=(
        "Final accounts, self-evaluation report and forms, budget and workbook of one body and year tell the "
        "same figure of the same thing. Where item, stage or year was inferred, it is only a warning."
    ),
    basis="同一事实只有一个数。",
    failing=(
        "【文件：部门决算.txt】\n测试局2023年度部门决算\n本年支出合计356.20万元，其中：基本支出210.45万元，项目支出145.75万元。\n"
        "【文件：自评报告.txt】\n测试局2023年度部门整体支出绩效自评报告\n全年基本支出201.45万元，主要用于人员经费。"
    ),
    passing=(
        "【文件：部门决算.txt】\n测试局2023年度部门决算\n本年支出合计356.20万元，其中：基本支出210.45万元，项目支出145.75万元。\n"
        "【文件：自评报告.txt】\n测试局2023年度部门整体支出绩效自评报告\n全年基本支出2104512.30元，主要用于人员经费。"
    ),
    find=partial(from_comparisons, kind="same", names=NAMES),
    several=True,
)
