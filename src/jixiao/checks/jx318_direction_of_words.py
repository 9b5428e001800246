"""JX318: words of comparison against the figures before them."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX318", "增减说明与数字矛盾", "Words of comparison against the figures")
WORDS = {
    "direction": Words(
        "文中称“{quote}”，而前面的数字“{other}”表明并非如此。",
        'The text says "{quote}", yet "{other}" before it shows otherwise.',
        "请核对数字，或改正“大于/小于/持平”“增加/减少”的说法。",
        "Check the figures, or correct the words.",
    ),
    "from_nothing": Words(
        "增加额“{other}”等于本期全部金额，上年为零，不存在增长“{quote}”。",
        'The increase "{other}" is the whole amount: nothing was before it, so nothing grew by "{quote}".',
        "请核对上年数；上年确为零的，不写增长率，说明上年未发生即可。",
        "Check the figure of the year before; where it was nil, say so and give no rate.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation=(
        "决算公开要求说明决算数与预算数、上年数的差异及原因。说明中的“大于”“小于”“持平”“增加”“减少”"
        "与同一段所列的完成预算比例、预算数或增减数方向相反的，必有一处有误。比例恰为100%而未列预算数的不判断。"
    ),
    explanation_en=(
        "Final accounts explain how the outturn differs from the budget and from the year before. Where the "
        "words (above, below, equal, more, less) contradict the rate, the budget or the change told in the "
        "same paragraph, one of them is wrong. A rate of 100 % without a printed budget proves nothing."
    ),
    basis="决算数与预算数的大小关系由完成预算的比例决定：低于100%即决算数小于预算数。",
    failing="公务接待费支出决算为1.10万元，完成预算的91.7%，决算数大于预算数的主要原因是接待增加。",
    passing="公务接待费支出决算为1.10万元，完成预算的91.7%，决算数小于预算数的主要原因是厉行节约。",
    find=partial(from_faults, names=NAMES, words=WORDS),
)
