"""JX206: a number in a report of ours did not come from the data."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.example import NOTATION, NOTATION_EN, report
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX206", "数字不是由档案写出的", "A number that did not come from the data")
WORDS = {
    "ledger_added": Words(
        "“{quote}”不在数字台账中，是生成后用手添的{many}。",
        '"{quote}" is not in the ledger: it was typed in by hand{many_en}.',
        "请核对出处；应当长期保留的，填入绩效档案后重新生成报告。",
        "Check where it comes from; what is to stay belongs into the dossier.",
    ),
}
WITHIN = ("此段或此表", "in this paragraph or table")

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("ledger",),
    explanation=f"带台账的报告中，数字都由绩效档案写出并记入台账。台账里没有的数字没有出处可查。标题序号、日期、文号和页码不算。{NOTATION}",
    explanation_en=(
        "In a report with a ledger every number comes from the dossier. One that the ledger does "
        "not have has no source. Ordinals, dates, document numbers and page numbers do not count. "
        f"{NOTATION_EN}"
    ),
    basis="数据只填一次，报告中的数字都从绩效档案来。",
    failing="本年支出{866.74万元}，另拨付专项资金35.20万元。",
    passing="本年支出{866.74万元}，另拨付专项资金{35.20万元}。",
    find=partial(from_faults, names=NAMES, words=WORDS, within=WITHIN),
    read=report,
)
