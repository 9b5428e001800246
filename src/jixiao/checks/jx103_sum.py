"""JX103: parts do not add up to their total."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.wording import from_roots

NAMES = Names("JX103", "分项之和与合计不符", "Parts do not add up to the total")

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("sum",),
    explanation="列全的各分项之和应等于合计，四舍五入造成的尾差除外。",
    explanation_en="The parts of a complete list must add up to the total, apart from rounding.",
    basis="合计 = 各分项之和；印出的数代表其四舍五入前的区间。",
    failing="本年支出合计200.00万元，其中：基本支出120.00万元，项目支出90.00万元。",
    passing="本年支出合计200.00万元，其中：基本支出120.00万元，项目支出80.00万元。",
    find=partial(from_roots, kind="sum", names=NAMES),
)
