"""JX204: a report of ours has lost its ledger, or all that ties its numbers to it."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.example import NOTATION, NOTATION_EN, report
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX204", "数字台账丢失", "The ledger of numbers is lost")
WORDS = {
    "ledger_lost": Words(
        "文件中有 {stated} 个数字位置标记，却没有数字台账，无法核对数字是否被改动。",
        "The file has anchors of numbers ({stated}) but no ledger: none can be compared.",
        "请重新生成报告，或找回生成时的原件。",
        "Write the report again, or find the file as it was written.",
    ),
    "ledger_unanchored": Words(
        "文件带有数字台账，但其中 {stated} 个数字的位置标记全部丢失，无法核对数字是否被改动。",
        "The file has a ledger, but all anchors of its numbers ({stated}) are gone: none can be compared.",
        "请重新生成报告，或找回生成时的原件。",
        "Write the report again, or find the file as it was written.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("ledger",),
    explanation=f"报告原由程序写出，带有数字台账；台账或全部位置标记在转存、复制时丢失，就不能再说数字未被改动。{NOTATION}",
    explanation_en=(
        "The report was written with a ledger. Where that, or all anchors, got lost, nothing can "
        "be said of its numbers. "
        f"{NOTATION_EN}"
    ),
    basis="没有核对过的数字不能当作没有问题。",
    failing="本年支出{866.74万元}。\n（台账丢失）",
    passing="本年支出{866.74万元}。",
    find=partial(from_faults, names=NAMES, words=WORDS, counts=False),
    read=report,
)
