"""A report with everything that the Word writer prints."""

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from jixiao.core.document import Block, Cell, Document
from jixiao.core.ledger import Entry, Ledger
from jixiao.core.look import (
    CellLook,
    ChartLook,
    DiagramLook,
    Look,
    Mark,
    Node,
    Properties,
    TableLook,
    TextStyle,
)

HEAD = CellLook(head=True)
BUDGET = "全年预算数2974.04万元，执行数2823.13万元，预算执行率94.93%，比上年提高1.20个百分点。"


def figures(text: str, *printed: str, first: int) -> tuple[Mark, ...]:
    """Marks of figures in the order of printing."""
    marks: list[Mark] = []
    start = 0
    for number, one in enumerate(printed, start=first):
        start = text.index(one, start)
        marks.append(Mark(start, start + len(one), "figure", f"_jx{number:05}"))
        start += len(one)
    return tuple(marks)


def entry(name: str, printed: str, unit: str) -> Entry:
    number = printed.removesuffix(unit)
    decimals = len(number.partition(".")[2])
    return Entry(name, printed, Decimal(number), unit, decimals, "fact", ("budget.adjusted",))


def _text(
    text: str,
    style: TextStyle = "body",
    *,
    keep: bool = False,
    page: Literal["", "portrait", "landscape"] = "",
) -> Block:
    return Block(0, "paragraph", text, look=Look(style, page, keep))


def _heading(text: str, number: str, level: int) -> Block:
    return Block(0, "heading", text, level=level, number=number, look=Look())


def _grid(rows: list[list[str]], first: int = 900) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            marks: tuple[Mark, ...] = ()
            if row and column and text.replace(".", "").isdigit():
                marks = (Mark(0, len(text), "figure", f"_jx{first:05}"),)
                first += 1
            cells.append(Cell(row, column, text, marks=marks))
    return tuple(cells)


SPENDING = _grid(
    [
        ["序号", "项目名称", "年初预算数", "调整预算数", "执行数", "执行率"],
        ["1", "农村公路日常养护", "866.74", "843.08", "843.08", "100.00%"],
        ["2", "城乡居民基本医疗保险财政补助资金", "1500.00", "1480.00", "1329.09", "89.80%"],
        ["3", "乡村振兴衔接资金", "607.30", "650.96", "650.96", "100.00%"],
        ["", "合计", "2974.04", "2974.04", "2823.13", "94.93%"],
    ]
)

FORM = (
    Cell(0, 0, "项目名称", look=HEAD),
    Cell(0, 1, "城乡居民基本医疗保险财政补助资金", column_span=6),
    Cell(1, 0, "主管部门", look=HEAD),
    Cell(1, 1, "某某县医疗保障局", column_span=3),
    Cell(1, 4, "实施单位", look=HEAD),
    Cell(1, 5, "县医疗保险服务中心", column_span=2),
    Cell(2, 0, "项目资金\n（万元）", row_span=3, look=HEAD),
    Cell(2, 1, "", column_span=2, look=HEAD),
    Cell(2, 3, "年初预算数", look=HEAD),
    Cell(2, 4, "全年预算数", look=HEAD),
    Cell(2, 5, "全年执行数", look=HEAD),
    Cell(2, 6, "执行率", look=HEAD),
    Cell(3, 1, "年度资金总额", column_span=2, look=HEAD),
    Cell(3, 3, "1500.00"),
    Cell(3, 4, "1480.00"),
    Cell(3, 5, "1329.09"),
    Cell(3, 6, "89.80%"),
    Cell(4, 1, "其中：当年财政拨款", column_span=2, look=HEAD),
    Cell(4, 3, "1500.00"),
    Cell(4, 4, "1480.00"),
    Cell(4, 5, "1329.09"),
    Cell(4, 6, "89.80%"),
    Cell(5, 0, "绩效指标", row_span=3, look=HEAD),
    Cell(5, 1, "一级指标", look=HEAD),
    Cell(5, 2, "二级指标", look=HEAD),
    Cell(5, 3, "三级指标", look=HEAD),
    Cell(5, 4, "年度指标值", look=HEAD),
    Cell(5, 5, "实际完成值", look=HEAD),
    Cell(5, 6, "得分", look=HEAD),
    Cell(6, 1, "产出指标", row_span=2),
    Cell(6, 2, "数量指标"),
    Cell(6, 3, "参保人数"),
    Cell(6, 4, "≥30万人"),
    Cell(6, 5, "31.20万人"),
    Cell(6, 6, "10"),
    Cell(7, 2, "时效指标"),
    Cell(7, 3, "补助资金拨付及时率"),
    Cell(7, 4, "100%"),
    Cell(7, 5, "97.27%"),
    Cell(7, 6, "9.73"),
    Cell(8, 0, "存在问题及改进措施", look=HEAD),
    Cell(8, 1, "部分乡镇参保登记进度偏慢。\n下一步将提前启动参保动员。", column_span=6),
    Cell(9, 0, "单位意见", look=HEAD),
    Cell(9, 1, "负责人（签字）：　　　　　　（盖章）　　　　年　　月　　日", column_span=6),
)

CHART = _grid(
    [["", "预算数", "执行数"], ["2021年", "2500.10", "2400.00"], ["2022年", "2731.50", "2559.42"]], 800
)

BLOCKS = (
    _text("2023年度某某县医疗保障局部门整体支出绩效自评报告", "title"),
    _text("某某县医疗保障局", "subtitle"),
    _text("目录", "contents"),
    _heading("一、部门基本情况", "一、", 1),
    _heading("（一）主要职能", "（一）", 2),
    _text(
        "贯彻执行国家和省、市有关医疗保障工作的法律法规和方针政策，组织实施“三医”联动改革，"
        "负责全县城乡居民基本医疗保险、生育保险、医疗救助等工作。"
    ),
    _heading("（二）预算执行情况", "（二）", 2),
    replace(_text(BUDGET), marks=figures(BUDGET, "2974.04万元", "2823.13万元", "94.93%", "1.20", first=1)),
    _text("表1　2023年度项目支出预算执行情况", "caption", keep=True),
    _text("单位：万元", "unit", keep=True),
    Block(
        0,
        "table",
        cells=SPENDING,
        look=Look(table=TableLook(header_rows=1, widths=(8, 36, 16, 16, 16, 14))),
    ),
    _text("注：数据来源于财政预算管理一体化系统。", "note"),
    _heading("1.项目支出", "1.", 3),
    _text("项目支出1329.09万元，其中：一是参保补助；二是能力建设。"),
    _heading("（1）参保补助", "（1）", 4),
    replace(
        _text("参保补助资金【缺：实际到位数】，已于年底前全部拨付。严格执行国库集中支付。"),
        marks=(Mark(6, 15, "gap"), Mark(26, 36, "strong")),
    ),
    Block(
        0,
        "chart",
        "近两年预算执行情况",
        cells=CHART,
        look=Look(keep=True, chart=ChartLook("column", "近两年预算执行情况", "万元")),
    ),
    _text("图1　近两年预算执行情况", "caption"),
    _heading("二、评价工作开展情况", "二、", 1),
    Block(
        0,
        "paragraph",
        "评价组织机构",
        look=Look(
            keep=True,
            diagram=DiagramLook(
                "tree", "评价组织机构", (Node("领导小组"), Node("办公室", 0), Node("业务股室", 0))
            ),
        ),
    ),
    _text("图2　评价组织机构", "caption"),
    *(
        _text(
            f"第{number}个方面，按照“谁支出、谁自评”的原则，成立绩效评价工作组，对照年初设定的绩效目标，"
            "逐项收集佐证材料，核实指标完成值，按照评分标准逐项打分，形成自评结论。"
        )
        for number in range(1, 9)
    ),
    _text("某某县医疗保障局", "signature"),
    _text("（盖章）", "seal"),
    _text("2024年3月15日", "date"),
    _text("附件1", "attachment", page="landscape"),
    _text("项目支出绩效自评表", "title"),
    _text("（2023年度）", "subtitle"),
    Block(
        0,
        "table",
        cells=FORM,
        look=Look(table=TableLook(widths=(14, 12, 12, 18, 16, 16, 12), tall_rows=(9,), small=True)),
    ),
    _text("附件2", "attachment", page="portrait"),
    _heading("一、填报说明", "一、", 1),
    _text("本表由项目单位填报。"),
)

DOCUMENT = Document(
    "报告",
    "docx",
    tuple(replace(block, index=number) for number, block in enumerate(BLOCKS)),
    ledger=Ledger(
        "self_evaluation",
        "某某县医疗保障局",
        2023,
        "cn",
        "0" * 64,
        (
            entry("_jx00001", "2974.04万元", "万元"),
            entry("_jx00002", "2823.13万元", "万元"),
            entry("_jx00003", "94.93%", "%"),
            entry("_jx00004", "1.20", ""),
        ),
    ),
    properties=Properties(
        "2023年度部门整体支出绩效自评报告",
        "某某县医疗保障局",
        "绩效自评",
        "绩效；自评",
        "2024-03-15",
        draft=True,
    ),
)
