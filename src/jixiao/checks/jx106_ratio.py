"""JX106: a structure a:b:c does not follow from its parts."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.wording import from_roots

NAMES = Names("JX106", "比例结构与金额不符", "Structure contradicts its parts")

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("ratio",),
    explanation="“比例为a:b:c”中的每一项应等于该部分除以各部分之和，在印出的小数位数内不能吻合即为矛盾。",
    explanation_en="Each member of a structure a:b:c must equal its part divided by the sum of the parts.",
    basis="结构比 = 部分 ÷ 各部分之和 × 100。",
    failing="全年教育支出268.40万元，卫生支出131.60万元，两项支出结构为71.6:28.4。",
    passing="全年教育支出268.40万元，卫生支出131.60万元，两项支出结构为67.1:32.9。",
    find=partial(from_roots, kind="ratio", names=NAMES),
)
