"""JX602: this year's opening balance is not last year's closing balance."""

from functools import partial

from jixiao.checks.across import from_comparisons
from jixiao.checks.catalogue import Check, Names

NAMES = Names(
    "JX602", "年初结转结余与上年年末不一致", "The opening balance is not last year's closing balance"
)

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("across",),
    explanation="本年年初结转和结余应当等于上年决算的年末结转和结余。用 --previous 给出上年的文件时核对。",
    explanation_en=(
        "What a year begins with is what the year before ended with. Compared where --previous gives last "
        "year's document."
    ),
    basis="上年年末数结转为本年年初数。",
    failing=(
        "【上年文件：2022年决算.txt】\n测试局2022年度部门决算\n年末结转和结余35.27万元。\n"
        "【文件：2023年决算.txt】\n测试局2023年度部门决算\n年初结转和结余32.57万元。"
    ),
    passing=(
        "【上年文件：2022年决算.txt】\n测试局2022年度部门决算\n年末结转和结余35.27万元。\n"
        "【文件：2023年决算.txt】\n测试局2023年度部门决算\n年初结转和结余35.27万元。"
    ),
    find=partial(from_comparisons, kind="carried_over", names=NAMES),
    several=True,
)
