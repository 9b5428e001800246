"""JX101: a rate does not follow from its two amounts."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.wording import from_roots

NAMES = Names("JX101", "比率与金额不符", "Rate contradicts its amounts")

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("rate",),
    explanation="执行率、完成率、支付率等应等于实际数除以预算数（计划数），在印出的小数位数内不能吻合即为矛盾。",
    explanation_en=(
        "A rate of execution or completion must equal outturn divided by budget within the printed precision."
    ),
    basis="预算执行率 = 预算执行数 ÷ 全年预算数 × 100%（项目支出绩效自评表填报口径）。",
    failing="项目全年预算数50万元，执行数35万元，执行率80%。",
    passing="项目全年预算数50万元，执行数35万元，执行率70%。",
    find=partial(from_roots, kind="rate", names=NAMES),
)
