"""JX470: a part or section of a package is missing, or stands out of order (domain 6.2)."""

from collections.abc import Iterator
from dataclasses import replace

from jixiao.checks.accounts import BASIS
from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults
from jixiao.core.finding import Finding
from jixiao.core.solution import Solution

NAMES = Names("JX470", "决算公开的部分不全或次序不对", "Parts of the package missing or out of order")
WORDS = {
    "accounts_part_missing": Words(
        "没有“{computed}”部分。",
        'There is no part "{computed}".',
        "请按公开要求补齐。",
        "Add the part.",
    ),
    "accounts_section_missing": Words(
        "附表有《{computed}》，情况说明里没有相应的一节。",
        "There is the table “{computed}”, but no section of the narrative about it.",
        "请在情况说明中补写这一节；没有收支的写明没有。",
        "Add the section; where there is nothing, say so.",
    ),
    "accounts_order": Words(
        "“{stated}”排在“{computed}”之前，次序与公开格式不符。",
        '"{stated}" stands before "{computed}", other than the published format.',
        "请调整次序。",
        "Change the order.",
    ),
}


def _find(solution: Solution) -> Iterator[Finding]:
    for finding in from_faults(solution, NAMES, WORDS, counts=False):
        yield replace(finding, computed="")  # the message names what is missing; no figure should stand there


CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("accounts_parts",),
    explanation=(
        "分部分的文件要有概况、情况说明、名词解释，依次排列；附表有的表，情况说明里要有相应的一节，"
        "依次为总体、收入、支出、财政拨款、一般公共预算、基本支出、基金、国资（“三公”一节的位置各地不同，不核对）。"
    ),
    explanation_en="Parts stand in their order, and each table has its section in the narrative.",
    basis=BASIS.format("6.2"),
    failing=(
        "一、收入支出决算总体情况说明\n"
        "2023年度收、支总计均为866.25万元。\n"
        "二、支出决算情况说明\n"
        "2023年度本年支出合计866.25万元。\n"
        "三、收入决算情况说明\n"
        "2023年度本年收入合计866.25万元。\n"
        "四、财政拨款收入支出决算总体情况说明\n"
        "2023年度财政拨款收、支总计均为866.25万元。"
    ),
    passing=(
        "一、收入支出决算总体情况说明\n"
        "2023年度收、支总计均为866.25万元。\n"
        "二、收入决算情况说明\n"
        "2023年度本年收入合计866.25万元。\n"
        "三、支出决算情况说明\n"
        "2023年度本年支出合计866.25万元。\n"
        "四、财政拨款收入支出决算总体情况说明\n"
        "2023年度财政拨款收、支总计均为866.25万元。"
    ),
    find=_find,
)
