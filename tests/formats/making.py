"""A report as the composer would make it, with everything that a writer may meet; for the tests of writers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from jixiao.core.document import Block, Cell, Document
from jixiao.core.ledger import Constant, Entry, Expression, Ledger, Operation, Term, Total, terms, written
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

Kind = Literal["column", "bar", "pie", "line"]
HUNDRED = Constant(Decimal(100))
NAMES = ("基本支出", "项目支出", "其他支出")
BUDGETS = ("520.14", "1,346.60", "0.00")
OUTTURNS = ("515.02", "1,309.35", "0.00")


def term(number: int, role: str) -> Term:
    """A fact of a line of the table."""
    return Term(f"spending.s{number}.{role}")


def total(role: str) -> Total:
    """The sum of a column."""
    return Total(tuple(term(number, role) for number in range(len(NAMES))))


def rate(part: Expression, whole: Expression) -> Expression:
    """A percentage."""
    return Operation("*", Operation("/", part, whole), HUNDRED)


class Making:
    """Texts with marks: ``{printed|unit|expression name}`` becomes a figure, ``[[…]]`` a gap, ``**…**`` strong."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def figure(self, printed: str, unit: str, expression: Expression | None, value: str = "") -> str:
        """Note an entry; returns its name."""
        name = f"_jx{len(self.entries) + 1:05d}"
        digits = re.sub(r"[^\d.\-]", "", printed)
        self.entries.append(
            Entry(
                name=name,
                printed=printed,
                value=Decimal(value or digits),
                unit=unit,
                decimals=len(digits.partition(".")[2]),
                origin="template"
                if expression is None
                else "fact"
                if isinstance(expression, Term)
                else "computed",
                facts=("papers/self_evaluation.md:3",) if expression is None else terms(expression),
                formula="" if expression is None or isinstance(expression, Term) else written(expression),
                expression=expression,
            )
        )
        return name

    def cell(self, row: int, column: int, printed: str, unit: str, expression: Expression | None) -> Cell:
        """A cell that is one figure."""
        name = self.figure(printed, unit, expression)
        return Cell(row, column, printed, marks=(Mark(0, len(printed), "figure", name),))

    def text(self, words: str, *figures: tuple[str, str, Expression | None]) -> Block:
        """A paragraph; ``{}`` stand for figures in order, ``[…]`` for gaps, ``*…*`` for emphasis."""
        marks: list[Mark] = []
        made = ""
        left = iter(figures)
        for piece in re.split(r"(\{\}|\[[^]]*\]|\*[^*]*\*)", words):
            start = len(made)
            if piece == "{}":
                printed, unit, expression = next(left)
                made += printed
                marks.append(Mark(start, len(made), "figure", self.figure(printed, unit, expression)))
            elif piece[:1] in ("[", "*") and len(piece) > 1:
                made += f"〔{piece[1:-1]}〕" if piece[0] == "[" else piece[1:-1]
                marks.append(Mark(start, len(made), "gap" if piece[0] == "[" else "strong"))
            else:
                made += piece
        return Block(0, "paragraph", made, marks=tuple(marks))


def styled(
    text: str, style: TextStyle, *, keep: bool = False, page: Literal["", "portrait", "landscape"] = ""
) -> Block:
    """A paragraph of a style."""
    return Block(0, "paragraph", text, look=Look(style, page, keep))


def heading(level: int, number: str, text: str) -> Block:
    """A numbered heading; its level is that which a reader gives its number."""
    return Block(0, "heading", number + text, level=level, number=number)


HEAD = CellLook(head=True)


def spending_table(making: Making) -> Block:
    """Merged heads, three lines, a total; rates in percent."""
    cells = [
        Cell(0, 0, "支出类别", row_span=2, look=HEAD),
        Cell(0, 1, "金额（万元）", column_span=2, look=HEAD),
        Cell(0, 3, "执行率", row_span=2, look=HEAD),
        Cell(0, 4, "说明", row_span=2, look=HEAD),
        Cell(1, 1, "预算数", look=HEAD),
        Cell(1, 2, "执行数", look=HEAD),
    ]
    rates = ("99.02%", "97.23%", "")
    for number, name in enumerate(NAMES):
        row = number + 2
        budget, outturn = term(number, "budget"), term(number, "outturn")
        cells += [
            Cell(row, 0, name, look=HEAD),
            making.cell(row, 1, BUDGETS[number], "万元", budget),
            making.cell(row, 2, OUTTURNS[number], "万元", outturn),
            making.cell(row, 3, rates[number], "%", rate(outturn, budget))
            if rates[number]
            else Cell(row, 3, "/"),
            Cell(row, 4, "=按实际支付数填列，含上年结转资金在本年度形成的支出" if number == 1 else ""),
        ]
    cells += [
        Cell(5, 0, "合计", look=HEAD),
        making.cell(5, 1, "1,866.74", "万元", total("budget")),
        making.cell(5, 2, "1,824.37", "万元", total("outturn")),
        making.cell(5, 3, "97.73%", "%", rate(total("outturn"), total("budget"))),
        Cell(5, 4, ""),
    ]
    look = Look(table=TableLook(header_rows=2, widths=(3, 2, 2, 2, 4)))
    return Block(0, "table", cells=tuple(cells), look=look)


def chart(making: Making, kind: Kind = "column") -> Block:
    """Two series over three categories, with a blank."""
    title = "2023年度支出预算与执行情况"
    cells = [Cell(0, 0, ""), Cell(0, 1, "预算数", look=HEAD), Cell(0, 2, "执行数", look=HEAD)]
    for number, name in enumerate(NAMES):
        cells.append(Cell(number + 1, 0, name))
        for column, values in ((1, BUDGETS), (2, OUTTURNS)):
            role = "budget" if column == 1 else "outturn"
            cells.append(
                making.cell(number + 1, column, values[number].replace(",", ""), "万元", term(number, role))
            )
    look = Look(chart=ChartLook(kind, title, "万元"))
    return Block(0, "chart", title, cells=tuple(cells), look=look)


def score_form(making: Making) -> Block:
    """A form: rows of labels and values, a wide text, a row for signatures."""
    score, full = Term("score.lines.l1.points"), Term("score.lines.l1.full")
    cells = [
        Cell(0, 0, "项目名称", look=HEAD),
        Cell(0, 1, "城区路灯维护", column_span=5),
        Cell(1, 0, "一级指标", look=HEAD),
        Cell(1, 1, "三级指标", look=HEAD),
        Cell(1, 2, "年度指标值", look=HEAD),
        Cell(1, 3, "实际完成值", look=HEAD),
        Cell(1, 4, "分值", look=HEAD),
        Cell(1, 5, "得分", look=HEAD),
        Cell(2, 0, "产出指标", row_span=2, look=HEAD),
        Cell(2, 1, "维护路灯数量"),
        Cell(2, 2, "≥1200盏"),
        Cell(2, 3, "1236盏"),
        making.cell(2, 4, "50", "分", full),
        making.cell(2, 5, "48.5", "分", score),
        Cell(3, 1, "亮灯率"),
        Cell(3, 2, "≥98%"),
        Cell(3, 3, "98.6%"),
        making.cell(3, 4, "50", "分", Term("score.lines.l2.full")),
        making.cell(3, 5, "50", "分", Term("score.lines.l2.points")),
        Cell(4, 0, "总分", column_span=4, look=HEAD),
        making.cell(4, 4, "100", "分", Total((full, Term("score.lines.l2.full")))),
        making.cell(4, 5, "98.5", "分", Total((score, Term("score.lines.l2.points")))),
        Cell(5, 0, "主管部门意见", look=HEAD),
        Cell(5, 1, "同意。\n（盖章）", column_span=5, look=CellLook(align="left")),
    ]
    look = Look(table=TableLook(header_rows=0, widths=(2, 4, 3, 3, 1, 1), small=True, tall_rows=(5,)))
    return Block(0, "table", cells=tuple(cells), look=look)


def _blocks(making: Making, chart_kind: Kind) -> Iterator[Block]:
    yield styled("某某县城市管理局2023年度部门整体支出绩效自评报告", "title")
    yield styled("某某县城市管理局", "subtitle")
    yield styled("目录", "contents")
    yield heading(2, "一、", "部门基本情况")
    yield heading(3, "（一）", "部门职能")
    yield making.text("负责城区市容环境卫生、市政公用设施 <维护> & 管理。*主要职责以机构编制文件为准。*")
    yield heading(3, "（二）", "预算执行情况")
    yield making.text(
        "2023年度部门支出预算{}，执行{}，执行率{}。年末结转资金[待补：年末结转]。",
        ("1866.74万元", "万元", total("budget")),
        ("1824.37万元", "万元", total("outturn")),
        ("97.73%", "%", rate(total("outturn"), total("budget"))),
    )
    yield heading(4, "1.", "支出结构")
    yield making.text("各类支出见表1、图1。")
    yield styled("表1 2023年度部门支出情况", "caption", keep=True)
    yield styled("单位：万元", "unit", keep=True)
    yield spending_table(making)
    yield styled("注：执行率＝执行数÷预算数×100%。", "note")
    yield chart(making, chart_kind)
    yield styled("图1 2023年度支出预算与执行情况", "caption")
    yield heading(2, "二、", "绩效自评工作情况")
    nodes = (Node("局长"), Node("财务股", 0), Node("业务股", 0), Node("路灯所", 2))
    yield Block(0, "paragraph", "", look=Look(diagram=DiagramLook("tree", "绩效自评领导小组", nodes)))
    yield styled("图2 绩效自评领导小组", "caption")
    yield Block(0, "item", "逐项核对预算、执行和支付凭证。", level=1)
    yield Block(0, "item", "形成自评结论并报局党组审定。", level=1)
    yield styled("某某县城市管理局", "signature")
    yield styled("（盖章）", "seal")
    yield styled("2024年3月15日", "date")
    yield styled("附件1", "attachment", page="landscape")
    yield styled("项目支出绩效自评表", "title")
    yield styled("（2023年度）", "subtitle")
    yield score_form(making)
    yield styled("填表人：　　　　联系电话：", "note")


def report(*, draft: bool = False, chart_kind: Kind = "column") -> Document:
    """The report, with the indexes, tables numbers and the ledger that a composer gives it."""
    making = Making()
    blocks: list[Block] = []
    tables = 0
    for index, block in enumerate(_blocks(making, chart_kind)):
        numbered = block.kind in ("table", "chart")
        blocks.append(replace(block, index=index, table=tables if numbered else None))
        tables += numbered
    ledger = Ledger(
        kind="self_evaluation",
        department="某某县城市管理局",
        year=2023,
        rulebook="430406-yanfeng",
        facts_digest="0" * 64,
        entries=tuple(making.entries),
    )
    properties = Properties(
        title="某某县城市管理局2023年度部门整体支出绩效自评报告",
        author="某某县城市管理局",
        subject="部门整体支出绩效自评",
        keywords="绩效,自评,2023",
        created="2024-03-15",
        draft=draft,
    )
    return Document("report", "docx", tuple(blocks), ledger=ledger, properties=properties)
