"""JX302: numbers of one list are printed in different styles."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX302", "编号样式不一致", "Numbers in mixed styles")
WORDS = {
    "numbering_style": Words(
        "序号“{stated}”与同一列表其他各项的样式不一致。",
        ('The numbers "{stated}" are printed in another style than the rest of their lists.'),
        "请统一同级序号的样式。",
        "Use one style for the numbers of a level.",
    ),
    "numbering_separator": Words(
        "序号“{stated}”后的标点与同一列表其他各项不一致。",
        'The sign after "{stated}" differs from the other numbers of its list.',
        "请统一序号后的标点。",
        "Use one sign after the numbers of a list.",
    ),
}

CHECK = Check(
    names=NAMES,
    severity="warning",
    kinds=("numbering",),
    explanation=(
        "同一列表应使用同一种序号样式。序号连续而样式混用（如“一、2、三、"
        "”）时全文只提示一次，也可能由文字处理软件的自动编号转换而来。"
    ),
    explanation_en=(
        "One list uses one style of numbers. Mixed styles in an unbroken sequence (一、"
        "2、三、) are told once for the document; a conversion of automatic numbering "
        "may be the cause."
    ),
    basis=("《党政机关公文格式》（GB/T 9704-2012）7.3.3：结构层次序数依次使用“一、”“（一）”“1.”“（1）”。"),
    failing=(
        "2023年度绩效自评报告\n"
        "一、基本情况\n"
        "本单位设三个股室。\n"
        "2、预算执行情况\n"
        "预算已按期下达。\n"
        "三、存在的问题\n"
        "绩效目标不够细化。"
    ),
    passing=(
        "2023年度绩效自评报告\n"
        "一、基本情况\n"
        "本单位设三个股室。\n"
        "二、预算执行情况\n"
        "预算已按期下达。\n"
        "三、存在的问题\n"
        "绩效目标不够细化。"
    ),
    find=partial(from_faults, names=NAMES, words=WORDS),
)
