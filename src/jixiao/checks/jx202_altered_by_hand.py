"""JX202: a number of a report of ours is no longer the one that was printed."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.example import NOTATION, NOTATION_EN, report
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX202", "由程序写出的数字被人改动", "A number printed from the data was altered by hand")
WORDS = {
    "ledger_changed": Words(
        "生成报告时此处印的是“{computed}”，文件中现为“{stated}”，生成后被人改动。来源：{expression}。",
        'This was printed as "{computed}" and now reads "{stated}": altered by hand. Source: {expression}.',
        "恢复为“{computed}”；确需改数的，请在绩效档案中更正，再重新生成报告。",
        'Restore "{computed}", or correct the dossier and write the report again.',
    ),
    "ledger_emptied": Words(
        "生成报告时“{quote}”旁印有“{computed}”，现已被删去。来源：{expression}。",
        '"{computed}" was printed beside "{quote}" and has been removed. Source: {expression}.',
        "恢复“{computed}”；确需改数的，请在绩效档案中更正，再重新生成报告。",
        'Restore "{computed}", or correct the dossier and write the report again.',
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("ledger",),
    explanation=f"台账记载了报告中每个数字印出时的样子、来源和公式。现在的字与台账不同，就是生成后用手改过；空格不同不算。{NOTATION}",
    explanation_en=(
        "The ledger of a report tells how each number was printed, its facts and formula. What "
        "reads otherwise now was altered by hand; blanks do not count. "
        f"{NOTATION_EN}"
    ),
    basis="数据只填一次，报告中的数字都从绩效档案来。",
    failing="本年支出{868.74万元|866.74万元}。",
    passing="本年支出{866.74万元}。",
    find=partial(from_faults, names=NAMES, words=WORDS, counts=False),
    read=report,
)
