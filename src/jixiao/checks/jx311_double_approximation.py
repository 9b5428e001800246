"""JX311: a number is called approximate twice: 约80多条."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX311", "约数重复表达", "Approximate twice")
WORDS = {
    "double_approximation": Words(
        "“{quote}”中约数重复表达{many}。",
        '"{quote}" says twice that the number is approximate{many_en}.',
        "请保留一种表达，或写明准确数字。",
        "Keep one of the two, or give the exact number.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="info",
    kinds=("text",),
    explanation="“约”“近”“逾”与“余”“多”“左右”同时修饰一个数字，表意重复；全文只提示一次。",
    explanation_en=("A number marked as approximate both before and after; told once for the document."),
    basis="《出版物上数字用法》（GB/T 15835-2011）：“约”“近”等不与“余”“左右”并用。",
    failing="全年撤回往年公开的稿件约80多条。",
    passing="全年撤回往年公开的稿件80多条。",
    find=partial(from_faults, names=NAMES, words=WORDS, unproven="info"),
)
