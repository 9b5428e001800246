"""JX317: one item of the functional classification stands under two groups of a class."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX317", "同一功能科目归入不同的款", "Item under two groups")
WORDS = {
    "classification_group": Words(
        "此处归入“{stated}”，另一处归入“{computed}”。",
        'It stands under "{stated}" here and under "{computed}" elsewhere.',
        "请统一款的名称。",
        "Use one name of the 款.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("text",),
    explanation=(
        "类、项相同的支出功能科目在文中归入不同的款，或款的名称新旧混用。“行政运行”等各款通用的项不算。"
    ),
    explanation_en=(
        "The same 项 of one 类 stands under two 款, or an old and a new name are "
        "mixed; items that every 款 has (行政运行) are left out."
    ),
    basis="《政府收支分类科目》：每一项只属于一个款。",
    failing=(
        "1.社会保障和就业（类）行政事业单位养老（款）机关事业单位职业年金缴费（项）：支出决算为14.03万元。\n"
        "名词解释\n"
        "1.社会保障和就业（类）行政单位离退休（款）机关事业单位职业年金缴费（项）：指单位缴纳的职业年金支出。"
    ),
    passing=(
        "1.社会保障和就业（类）行政事业单位养老（款）机关事业单位职业年金缴费（项）：支出决算为14.03万元。\n"
        "名词解释\n"
        "1.社会保障和就业（类）行政事业单位养老（款）机关事业单位职业年金缴费（项）：指单位缴纳的职业年金支出。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
