"""JX309: the text says that all was paid beside a rate below 100 %."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX309", "“全部支付”与执行率矛盾", "All paid, yet the rate is below 100 %")
WORDS = {
    "all_paid": Words(
        "文中称“{quote}”，而“{other}”。",
        'The text says "{quote}", yet also "{other}".',
        "请核对是否全部支付，或说明未支付的原因。",
        "Check whether all was paid, or tell why not.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation=(
        "同一句中称资金“全部支付完”而执行率低于100%为矛盾；相邻句中的作提示。按合同、"
        "审计、结算支付，预算调整、节约结余等有说明的不算。"
    ),
    explanation_en=(
        "Saying in one sentence that all funds were paid and that the rate is below "
        "100 % is a contradiction; in neighbouring sentences it is a warning. "
        "Contracts, audits, settlements, adjustments and savings explain it."
    ),
    basis="资金全部支付时，支付数等于预算数，执行率为100%。",
    failing="全年预算合计74.15万元，截至12月底已全部支付完，执行率97.27%。",
    passing="全年预算合计74.15万元，截至12月底已全部支付完，执行率100%。",
    find=partial(from_faults, names=NAMES, words=WORDS),
)
