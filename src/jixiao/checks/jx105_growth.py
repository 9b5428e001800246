"""JX105: a rate of growth does not follow from its amounts."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.wording import from_roots

NAMES = Names("JX105", "增减幅度与金额不符", "Growth contradicts its amounts")

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("growth",),
    explanation="增长率、下降率应等于增减额除以上年数；上年数未印出时由本年数与增减额推得。",
    explanation_en=(
        "A rate of growth must equal the change divided by last year's figure, which may be implied."
    ),
    basis="增长率 = 增减额 ÷ 上年数 × 100%，上年数 = 本年数 ∓ 增减额。",
    failing="全年收入110.00万元，比上年增加10.00万元，增长12.00%。",
    passing="全年收入110.00万元，比上年增加10.00万元，增长10.00%。",
    find=partial(from_roots, kind="growth", names=NAMES),
)
