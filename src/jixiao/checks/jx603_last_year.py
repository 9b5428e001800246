"""JX603: last year's figure as told this year is not that of last year's own document."""

from functools import partial

from jixiao.checks.across import from_comparisons
from jixiao.checks.catalogue import Check, Names

NAMES = Names("JX603", "上年数与上年的文件不一致", "Last year's figure differs from last year's own document")

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("across",),
    explanation="今年文件里的上年决算数，应当与上年公开的决算一致。用 --previous 给出上年的文件时核对。",
    explanation_en=(
        "Last year's outturn, told this year to compare with, is the one published last year. Compared where "
        "--previous gives last year's document."
    ),
    basis="上年数以上年批复、公开的决算为准。",
    failing=(
        "【上年文件：2022年决算.txt】\n测试局2022年度部门决算\n本年支出合计398.60万元。\n"
        "【文件：2023年决算.txt】\n测试局2023年度部门决算\n本年支出合计356.20万元，2022年度决算数为389.60万元。"
    ),
    passing=(
        "【上年文件：2022年决算.txt】\n测试局2022年度部门决算\n本年支出合计398.60万元。\n"
        "【文件：2023年决算.txt】\n测试局2023年度部门决算\n本年支出合计356.20万元，2022年度决算数为398.60万元。"
    ),
    find=partial(from_comparisons, kind="prior_year", names=NAMES),
    several=True,
)
