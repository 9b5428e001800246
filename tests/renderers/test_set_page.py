"""The page of a set: nothing fetched, all escaped, the figure marked in its sentence or in its rows."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from jixiao.core.document import Block, Cell, Document
from jixiao.core.finding import Finding, Related
from jixiao.core.place import Place
from jixiao.core.report import Report
from jixiao.core.set_report import LeftOut, NotRun, SetReport
from jixiao.renderers.sets.page import page

ROWS = [
    ["项目", "决算数", "决算数"],
    ["", "甲", "乙"],
    *([f"第{number}项", f"{number}.10", f"{number}.20"] for number in range(1, 30)),
]


def first(node: LexborNode, selector: str) -> LexborNode:
    found = node.css_first(selector)
    assert found is not None, selector
    return found


def table() -> Block:
    cells = [
        Cell(row, column, text)
        for row, texts in enumerate(ROWS)
        for column, text in enumerate(texts)
        if not (row == 0 and column == 2) and not (row == 1 and column == 0)
    ]
    merged = [
        Cell(0, 0, "项目", row_span=2) if (one.row, one.column) == (0, 0)
        else Cell(0, 1, "决算数", column_span=2) if (one.row, one.column) == (0, 1)
        else one
        for one in cells
    ]  # fmt: skip
    return Block(2, "table", cells=tuple(merged), table=0)


def document(name: str, figure: str) -> Document:
    sentence = f"{'前文' * 200}本年支出{figure}，其中<b>基本</b>支出{'后文' * 200}"
    return Document(
        name, "txt", (Block(0, "heading", "一、<支出>", level=1), Block(1, "paragraph", sentence), table())
    )


def report() -> SetReport:
    at = 404
    sides = [("a.docx", "12.10万元"), ("b.docx", "12.20万元")]
    places = [Place(1, at, at + 7, file=name) for name, _ in sides]
    cell = Place(2, 0, 5, table=0, row=13, column=1, file="b.docx")
    finding = Finding(
        "JX601", "error", "restated", "同一事项", "两处<不>一致", "different", "2.本年支出12.10万元", places[0],
        (Related("12.20万元", places[1]), Related("12.10", cell), Related("无处可寻", Place(99, 0, 1, file="c.docx"))),
    )  # fmt: skip
    reports = tuple(
        Report(f"{name}", "docx", document=document(name, figure), body="测试局", year="2023")
        for name, figure in sides
    )
    return SetReport(
        "set", reports, (finding,), "测试局", 2023, 5,
        (LeftOut("b.docx", "年度<不同>", "another year"),), (NotRun("JX604", "没有单位", "no units"),),
    )  # fmt: skip


def test_the_page_is_self_contained_and_escaped() -> None:
    shown = page(report())
    assert not re.search(r"(src|href)=\"(https?:)?//", shown)
    assert " style=" not in shown
    assert "<script" not in shown
    assert "两处&lt;不&gt;一致" in shown
    assert "其中&lt;b&gt;基本" in shown
    assert "年度&lt;不同&gt;" in shown


def test_figures_are_marked_in_a_short_context() -> None:
    sides = LexborHTMLParser(page(report())).css(".one")
    assert [[mark.text() for mark in side.css("mark")] for side in sides] == [
        ["12.10万元"], ["12.20万元"], ["12.10"], ["无处可寻"],
    ]  # fmt: skip
    assert [first(side, "mark").attributes["class"] for side in sides] == [
        "error",
        "side",
        "error",
        "side",
    ]
    sentence = first(sides[0], ".words").text()
    assert sentence.startswith("…")
    assert sentence.endswith("…")
    assert len(sentence) < 400
    assert first(sides[0], ".trail").text() == "一、<支出>"


def test_a_cell_stands_in_its_rows_under_the_head() -> None:
    side = LexborHTMLParser(page(report())).css(".one")[2]
    rows = [[cell.text() for cell in row.css("td")] for row in side.css("tr")]
    assert rows == [
        ["项目", "决算数"],
        ["甲", "乙"],
        ["第11项", "11.10", "11.20"],
        ["第12项", "12.10", "12.20"],
        ["第13项", "13.10", "13.20"],
    ]
    assert first(side, "td").attributes["rowspan"] == "2"
    assert [row.attributes.get("class") for row in side.css("tr")] == [None, None, "gap", None, None]


def test_nothing_found_is_said_with_what_was_not_run() -> None:
    clean = SetReport("set", (), (), "", None, 0, (), (NotRun("JX604", "没有单位", "no units"),))
    shown = page(clean)
    assert "文件之间没有发现不一致" in shown
    assert "JX604</span> 没有核对：没有单位" in shown
