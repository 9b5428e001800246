"""JX314: a bracket or quotation mark has no partner."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX314", "括号或引号不成对", "Bracket or quotation mark unpaired")
WORDS = {
    "unpaired_bracket": Words(
        "“{quote}”中的括号或引号不成对{many}。",
        'A bracket or quotation mark at "{quote}" has no partner{many_en}.',
        "请补上或删除一半符号。",
        "Add the partner or delete the mark.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="info",
    kinds=("text",),
    explanation="括号、书名号、引号应成对使用；全文只提示一次。",
    explanation_en=("Brackets, title marks and quotation marks come in pairs; told once for the document."),
    basis="《标点符号用法》（GB/T 15834-2011）。",
    failing="2023年我单位（安排新增资产预算10万元，用于购置办公设备。",
    passing="2023年我单位（含下属单位）安排新增资产预算10万元，用于购置办公设备。",
    find=partial(from_faults, names=NAMES, words=WORDS, unproven="info"),
)
