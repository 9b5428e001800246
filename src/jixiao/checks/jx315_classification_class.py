"""JX315: one item of the functional classification stands under two classes."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX315", "同一功能科目归入不同的类", "Item under two classes")
WORDS = {
    "classification_class": Words(
        "此处归入“{stated}”，另一处归入“{computed}”。",
        'It stands under "{stated}" here and under "{computed}" elsewhere.',
        "请按《政府收支分类科目》更正，并核对该类合计。",
        ("Correct it by the official classification and check the totals of both classes."),
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation=("款、项相同的支出功能科目在文中归入不同的类，其中一处有误。类的名称只差一字的作提示。"),
    explanation_en=(
        "The same 款 and 项 stand under two 类 in one document, so one place is wrong; "
        "names that differ by one character are a warning."
    ),
    basis="《政府收支分类科目》：每一项只属于一个款，每一款只属于一个类。",
    failing=(
        "1.社会保障和就业（类）住房改革支出（款）住房公积金（项）：支出决算为77.51万元。\n"
        "名词解释\n"
        "1.住房保障（类）住房改革支出（款）住房公积金（项）：指为职工缴纳的住房公积金。"
    ),
    passing=(
        "1.住房保障（类）住房改革支出（款）住房公积金（项）：支出决算为77.51万元。\n"
        "名词解释\n"
        "1.住房保障（类）住房改革支出（款）住房公积金（项）：指为职工缴纳的住房公积金。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
