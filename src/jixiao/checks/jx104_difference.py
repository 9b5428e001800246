"""JX104: a change or balance does not follow from its two amounts."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.wording import from_roots

NAMES = Names("JX104", "差额与两数不符", "Difference contradicts its amounts")

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("difference",),
    explanation="增减额、节约额、结余等应等于两数之差。",
    explanation_en="A change, saving or balance must equal the difference of its two amounts.",
    basis="增减额 = 本年数 − 上年数；节约额 = 预算数 − 实际数；结余 = 收入 − 支出。",
    failing="2023年支出110.50万元，比上年的100.00万元增加12.50万元。",
    passing="2023年支出110.50万元，比上年的100.00万元增加10.50万元。",
    find=partial(from_roots, kind="difference", names=NAMES),
)
