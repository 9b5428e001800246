"""JX203: numbers that were printed are no longer in the report, or nobody can tell where."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.example import NOTATION, NOTATION_EN, report
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX203", "台账中的数字在文件中找不到", "Numbers of the ledger are not found in the file")
WORDS = {
    "ledger_anchor_lost": Words(
        "台账记载的数字在文件中已没有位置标记：{stated}。可能连同所在的段落或表格行被删去，也可能改写后标记丢失，无法核对。",
        "Numbers of the ledger have no anchor in the file: {stated}. They were removed or written anew.",
        "核对所列数字是否应当删去；改写的内容请在绩效档案或模板中更正后重新生成。",
        "See whether they were to be removed; write the report again where its words were to change.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("ledger",),
    explanation=f"生成的报告为每个数字留有位置标记（书签）。标记随文字一起删去后，这个数字就不能再与台账核对。{NOTATION}",
    explanation_en=(
        "Each number of a report that we wrote is anchored by a bookmark. Without it the number "
        "cannot be compared. "
        f"{NOTATION_EN}"
    ),
    basis="没有核对过的数字不能当作没有问题。",
    failing="本年支出{866.74万元}。\n（标记丢失：59.17万元）",
    passing="本年支出{866.74万元}，其中项目支出{59.17万元}。",
    find=partial(from_faults, names=NAMES, words=WORDS),
    read=report,
)
