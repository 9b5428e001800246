"""JX305: a placeholder of the template was left in the text."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX305", "模板占位内容未填写", "Placeholder left unfilled")
WORDS = {
    "placeholder": Words(
        "“{quote}”是模板中未填写的内容{many}。",
        '"{quote}" was left over from the template{many_en}.',
        "请填写实际内容或删除。",
        "Fill in the content or delete it.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("text",),
    explanation=(
        "“XX万元”“占 %”“支出 万元”等缺少数字的地方为错误；空书名号、“×××”、"
        "括号内的填写说明、“增加（减少）”未择一等作提示。空白单元格不算。"
    ),
    explanation_en=(
        "Missing figures (XX万元, 占 %) are errors; empty title marks, ×××, "
        "instructions in brackets and alternatives not chosen are warnings. Empty "
        "cells are not reported."
    ),
    basis="报告应据实填写完整；占位内容说明此处未填写。",
    failing="2023年度本单位收入合计500.00万元，其中财政拨款收入XX万元，其他收入20.00万元。",
    passing=("2023年度本单位收入合计500.00万元，其中财政拨款收入480.00万元，其他收入20.00万元。"),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
