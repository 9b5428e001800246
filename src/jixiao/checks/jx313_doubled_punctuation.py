"""JX313: two punctuation marks stand side by side."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX313", "标点重复", "Punctuation doubled")
WORDS = {
    "doubled_punctuation": Words(
        "标点“{quote}”重复{many}。",
        'The punctuation "{quote}" is doubled{many_en}.',
        "请删除多余的标点。",
        "Delete the extra mark.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="info",
    kinds=("text",),
    explanation="两个标点连用，如“，，”“；。”；全文只提示一次。",
    explanation_en="Two punctuation marks in a row; told once for the document.",
    basis="《标点符号用法》（GB/T 15834-2011）。",
    failing="我单位严格执行财务制度，，会计核算规范。",
    passing="我单位严格执行财务制度，会计核算规范。",
    find=partial(from_faults, names=NAMES, words=WORDS, unproven="info"),
)
