"""JX429: an empty table without the sentence that there is nothing, or that sentence beside figures (X24)."""

from collections.abc import Iterator

from jixiao.checks.accounts import BASIS
from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

NAMES = Names("JX429", "空表没有说明", "An empty table without its sentence")
WORDS = {
    "accounts_nothing_untold": Words(
        "《{stated}》是空表，表下和说明里都没有写明本单位没有此项收支。",
        "The table “{stated}” is empty, and nothing says that there is no such money.",
        "没有此项收支的，请在表下注明“本部门没有……，本表无数据”；有的，请补填。",
        "Say below the table that there is none, or fill it in.",
    ),
    "accounts_none_contradicted": Words(
        "此处写“{stated}”，而决算表中有这项支出。",
        'Here stands "{stated}", but the table has such spending.',
        "请核对说明与决算表。",
        "Check the narrative against the table.",
    ),
}


def _find(solution: Solution) -> Iterator[Finding]:
    yield from from_faults(solution, NAMES, WORDS, counts=False)


CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("accounts_none_told",),
    explanation="政府性基金、国有资本经营预算的表为空时，表下或说明要写明没有此项收支；表中有数的，说明不能写没有。",
    explanation_en="An empty table of funds or state capital says so; one with figures is not denied.",
    basis=BASIS.format("X24"),
    failing=(
        "政府性基金预算财政拨款收入支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|年初结转和结余|本年收入|本年支出合计|年末结转和结余\n"
        "|合计| | | | "
    ),
    passing=(
        "政府性基金预算财政拨款收入支出决算表\n"
        "单位：万元\n"
        "功能分类科目编码|科目名称|年初结转和结余|本年收入|本年支出合计|年末结转和结余\n"
        "|合计| | | | \n"
        "\n"
        "注：本部门没有政府性基金预算收入和支出，本表无数据。"
    ),
    find=_find,
)
