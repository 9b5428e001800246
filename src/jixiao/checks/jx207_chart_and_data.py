"""JX207: a chart shows other figures than the data that it was drawn from."""

from functools import partial

from jixiao.checks.catalogue import Check, Names
from jixiao.checks.charted import NOTATION, NOTATION_EN, chart
from jixiao.checks.observed import Words, from_faults

NAMES = Names("JX207", "图上的数与图的数据不一致", "A chart and its data differ")
_SUGGESTION = "请核对哪一处正确：数据有误的改数据，图没有更新的重新生成该图，使两处一致。"
_SUGGESTION_EN = "Find out which is right, correct the data or update the chart, so that both agree."
WORDS = {
    "chart_label": Words(
        "图上印作“{stated}”，图的数据表中为“{computed}”。",
        'The drawing shows "{stated}", the data of the chart have "{computed}".',
        _SUGGESTION,
        _SUGGESTION_EN,
    ),
    "chart_share": Words(
        "图上的百分比印作“{stated}”，按图的数据计算为“{computed}”（{expression}）。",
        'The drawing shows "{stated}", the data of the chart give "{computed}" ({expression}).',
        _SUGGESTION,
        _SUGGESTION_EN,
    ),
    "chart_label_altered": Words(
        "图上标签现为“{stated}”，图的数据和台账都是“{computed}”，生成后被人改动。来源：{expression}。",
        'The label reads "{stated}"; the data of the chart and the ledger have "{computed}": it was altered '
        "by hand. Source: {expression}.",
        "把标签恢复为“{computed}”；确需改数的，请在绩效档案中更正，再重新生成报告。",
        'Restore "{computed}", or correct the dossier and write the report again.',
    ),
    "chart_workbook": Words(
        "图上显示“{stated}”，图内嵌的数据表中为“{computed}”；一旦编辑数据，图就会变。",
        'The chart shows "{stated}", the data sheet behind it has "{computed}": the chart '
        "will change as soon as somebody edits its data.",
        _SUGGESTION,
        _SUGGESTION_EN,
    ),
    "chart_cache": Words(
        "图中存的数是“{stated}”，它所引用的单元格为“{computed}”；有的软件照图中存的数显示。",
        'The chart keeps "{stated}", the cell that it refers to has "{computed}"; some '
        "programs show what the chart keeps.",
        _SUGGESTION,
        _SUGGESTION_EN,
    ),
}

CHECK = Check(
    names=NAMES,
    severity="error",
    kinds=("chart",),
    explanation=(
        "图中的每个数在文件里存有两处：显示的（网页中图的标签、Word 图表的显示值）和图的数据"
        "（图下的数据表、内嵌的工作簿；本程序写出的工作簿还有所引用的单元格）。两处不同就提示；"
        "按显示的小数位数四舍五入后相同的不算。"
        f"饼图的百分比按数据重算。坐标轴的刻度和图形的长短不在核对之列。{NOTATION}"
    ),
    explanation_en=(
        "A figure of a chart is stored twice: as shown (labels of a drawing, values that a chart of Word "
        "shows) and as data (the table below it, the embedded workbook, in workbooks of ours the cells "
        "referred to). Differences are told unless rounding to the decimals shown explains them; shares of "
        f"pies are recomputed. Numbers at the axis and the sizes of shapes are not compared. {NOTATION_EN}"
    ),
    basis="图按数据绘制，同一个数在图上和数据中应当相同（逻辑依据）。",
    failing="近两年支出\n2022年：12.30\n2023年：13.90|13.40",
    passing="近两年支出\n2022年：12.30\n2023年：13.40",
    find=partial(from_faults, names=NAMES, words=WORDS, counts=False),
    read=chart,
)
