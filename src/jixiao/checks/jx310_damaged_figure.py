"""JX310: a figure is damaged: two decimal points, a lost or wrong group of digits, blanks inside."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX310", "数字书写有误", "Figure damaged")
WORDS = {
    "damaged_figure": Words(
        "“{quote}”不是正确的数字写法。",
        '"{quote}" is not a well-formed figure.',
        "请按原始数据更正。",
        "Correct it from the source.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation=(
        "一个数字中有两个小数点，或丢失首段且全文另有完整数字的，为错误；"
        "千分位分组不为三位、数字中夹有空格或字母的作提示。"
    ),
    explanation_en=(
        "Two decimal points, or a lost first group whose whole figure is printed "
        "elsewhere, are errors; groups not of three digits, blanks or letters inside a "
        "figure are warnings."
    ),
    basis=("《出版物上数字用法》（GB/T 15835-2011）：一个数字只有一个小数点，千分位每三位一组。"),
    failing="2023年度收入合计34.568.64万元，比上年有所增加。",
    passing="2023年度收入合计34568.64万元，比上年有所增加。",
    find=partial(from_faults, names=NAMES, words=WORDS),
)
