"""JX205: the ledger of a report of ours is damaged."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.example import NOTATION, NOTATION_EN, report
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX205", "数字台账无法读取", "The ledger of numbers cannot be read")
WORDS = {
    "ledger_unreadable": Words(
        "文件带有数字台账，但无法读取：{stated}。无法核对数字是否被改动。",
        "The file has a ledger that cannot be read ({stated}): nobody can tell whether numbers were altered.",
        "请重新生成报告，或找回生成时的原件。",
        "Write the report again, or find the file as it was written.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("ledger",),
    explanation=f"台账有一处不合规定就整个不用，以免拿损坏的台账作保。{NOTATION}",
    explanation_en=(
        "A ledger that breaks any of its rules is not used at all, lest a damaged one vouch for a number. "
        f"{NOTATION_EN}"
    ),
    basis="没有核对过的数字不能当作没有问题。",
    failing="本年支出{866.74万元}。\n（台账损坏）",
    passing="本年支出{866.74万元}。",
    find=partial(from_faults, names=NAMES, words=WORDS),
    read=report,
)
