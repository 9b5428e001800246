"""JX501: a section that the place prescribes is missing, or stands in another order."""

from collections.abc import Iterator
from dataclasses import replace

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

NAMES = Names("JX501", "缺少规定的部分或顺序不符", "Prescribed section missing or out of order")
WORDS = {
    "missing_section": Words(
        "没有“{stated}”（依据：{computed}）。",
        "There is no section “{stated}” (prescribed by: {computed}).",
        "请按规定的格式补上。",
        "Add what is missing.",
    ),
    "section_order": Words(
        "“{stated}”一节的位置与规定的顺序不符（依据：{computed}）。",
        'The section "{stated}" does not stand where it is prescribed (by: {computed}).',
        "请按规定的顺序排列各节。",
        "Put the sections into the prescribed order.",
    ),
}


def _find(solution: Solution) -> Iterator[Finding]:
    for finding in from_faults(solution, NAMES, WORDS):
        yield replace(finding, computed="", keys=(*finding.keys, finding.stated))  # the source is no figure


CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("section",),
    explanation=(
        "规则库写明某种报告应有的各节时，逐节核对标题和顺序；规定未经核实的（依据往年报告推定）只作提醒。"
        "写报告（jixiao report）时自动核对；检查已有文件时用 --rulebook 指明规则库。"
    ),
    explanation_en=(
        "Where a rulebook states the sections of a kind of report, headings and their order are compared; a "
        "prescription that no document proves gives a warning only. Reports that are written here are always "
        "compared, other files where --rulebook names the rulebook."
    ),
    basis="各地规则库中的 sections，逐条注明依据。",
    failing="",
    passing="",
    find=_find,
)
"""The examples are empty: a text alone does not say which place prescribes it."""
