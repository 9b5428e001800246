"""JX102: a share does not follow from part and whole."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.wording import from_roots

NAMES = Names("JX102", "占比与金额不符", "Share contradicts its amounts")

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("share",),
    explanation="“占百分之几”应等于部分除以整体，在印出的小数位数内不能吻合即为矛盾。",
    explanation_en="A share must equal the part divided by the whole within the printed precision.",
    basis="占比 = 部分 ÷ 整体 × 100%。",
    failing="本年支出合计200.00万元，其中：基本支出120.00万元，占60.00%；项目支出80.00万元，占42.00%。",
    passing="本年支出合计200.00万元，其中：基本支出120.00万元，占60.00%；项目支出80.00万元，占40.00%。",
    find=partial(from_roots, kind="share", names=NAMES),
)
