"""The page of a report: what it shows, what it says of each figure, and that its looks are never read as text."""

import json
import re
from typing import Literal

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.formats.making import report

from jixiao.core.document import Block, Cell, Document
from jixiao.core.look import CellLook, Look, Mark, Properties, TableLook
from jixiao.formats.html.read import read
from jixiao.formats.html.write import write

REPORT = report(draft=True)
PAGE = write(REPORT).decode("utf-8")
TREE = LexborHTMLParser(PAGE)


def test_reading_it_again_yields_the_texts_and_tables_of_the_report() -> None:
    again = read(PAGE.encode("utf-8"), "a.html")
    assert again.notes == ()
    expected = [block for block in REPORT.blocks if block.text or block.cells]
    assert [block.text for block in again.blocks] == [block.text for block in expected]
    for one, other in zip(expected, again.blocks, strict=True):
        if one.kind in ("heading", "table", "chart"):
            assert (other.kind, other.level, other.number) == (one.kind, one.level, one.number)
        assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in other.cells] == [
            (c.row, c.column, c.row_span, c.column_span, c.text) for c in one.cells
        ]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert write(report(draft=True)).decode("utf-8") == PAGE


def test_it_fetches_nothing_and_runs_nothing() -> None:
    assert not re.search(r"""\b(?:src|href)="(?!#)""", PAGE)
    assert "@import" not in PAGE
    assert "url(" not in PAGE
    kinds = [node.attributes.get("type") for node in TREE.css("script")]
    assert kinds == ["application/json"]
    assert "default-src 'none'" in PAGE


def test_every_figure_tells_its_value_facts_and_formula() -> None:
    assert REPORT.ledger is not None
    shown = TREE.css("data.figure")
    assert [node.attributes["data-entry"] for node in shown] == [e.name for e in REPORT.ledger.entries]
    for node, entry in zip(shown, REPORT.ledger.entries, strict=True):
        assert node.text() == entry.printed
        assert node.attributes["value"] == f"{entry.value:f}"
        assert node.attributes["data-facts"] == " ".join(entry.facts)
        assert entry.formula in str(node.attributes["title"])
        assert entry.facts[0] in str(node.attributes["title"])


def test_the_ledger_is_there_for_programs() -> None:
    node = TREE.css_first("script#jixiao-ledger")
    assert node is not None
    found = json.loads(node.text())
    assert REPORT.ledger is not None
    assert found["department"] == REPORT.ledger.department
    assert [entry["printed"] for entry in found["entries"]] == [e.printed for e in REPORT.ledger.entries]
    assert found["entries"][0]["value"] == f"{REPORT.ledger.entries[0].value:f}"


def test_words_of_a_report_cannot_break_out() -> None:
    evil = "</script><script>alert(1)</script>\"'<b>"
    made = report()
    assert made.ledger is not None
    entry = made.ledger.entries[0].__class__("_jx1", evil, None, evil, 0, "words", (evil,), evil)
    ledger = made.ledger.__class__("k", evil, 2023, "r", "", (entry,))
    block = Block(0, "paragraph", evil, marks=(Mark(0, len(evil), "figure", "_jx1"),))
    page = write(Document(evil, "x", (block,), ledger=ledger, properties=Properties(title=evil, author=evil)))
    tree = LexborHTMLParser(page.decode("utf-8"))
    assert len(tree.css("script")) == 1
    assert not tree.css("b")
    assert json.loads(tree.css("script")[0].text())["entries"][0]["printed"] == evil
    assert [found.text for found in read(page, "x").blocks] == [evil]


def test_gaps_and_emphasis_are_elements_and_text() -> None:
    gap = TREE.css_first("mark.gap")
    assert gap is not None
    assert gap.text() == "〔待补：年末结转〕"
    assert [node.text() for node in TREE.css("strong")] == ["主要职责以机构编制文件为准。"]


def test_heads_of_tables_are_told_to_screen_readers() -> None:
    table = TREE.css("table")[0]
    assert [node.text() for node in table.css("caption p")] == ["表1 2023年度部门支出情况", "单位：万元"]
    heads = [(node.text(), node.attributes["scope"]) for node in table.css("th")]
    assert heads[:6] == [
        (text, "col") for text in ("支出类别", "金额（万元）", "执行率", "说明", "预算数", "执行数")
    ]
    assert heads[6:] == [(text, "row") for text in ("基本支出", "项目支出", "其他支出", "合计")]
    assert len(table.css("thead tr")) == 2
    assert len(table.css("colgroup col")) == 5


def test_a_head_never_cuts_a_merged_cell() -> None:
    cells = (
        Cell(0, 0, "甲", row_span=2),
        Cell(0, 1, "乙"),
        Cell(1, 1, "丙"),
        Cell(2, 0, "丁"),
        Cell(2, 1, "1"),
    )
    block = Block(0, "table", cells=cells, table=0, look=Look(table=TableLook(header_rows=1)))
    again = read(write(Document("x", "x", (block,))), "x").blocks[0]
    assert [(c.row, c.column, c.row_span) for c in again.cells] == [
        (c.row, c.column, c.row_span) for c in cells
    ]


def test_landscape_forms_have_a_section_of_their_own() -> None:
    sheets = TREE.css("section.sheet")
    assert [("wide" in str(node.attributes["class"])) for node in sheets] == [False, True]
    assert sheets[1].text().strip().startswith("附件1")
    assert "size: A4 landscape" in PAGE


def test_a_draft_says_so_without_words_in_the_text() -> None:
    assert '<body class="draft">' in PAGE
    assert "（草稿）" in PAGE.partition("</title>")[0]
    assert 'class="draft"' not in write(report()).decode("utf-8")
    assert not any("草" in block.text for block in read(PAGE.encode("utf-8"), "x").blocks)


def test_contents_lead_to_every_heading() -> None:
    links = [str(node.attributes["href"])[1:] for node in TREE.css("nav a")]
    assert len(links) == sum(block.kind == "heading" for block in REPORT.blocks)
    assert all(TREE.css_first(f"#{name}") is not None for name in links)


@pytest.mark.parametrize("align", ["left", "center", "right"])
def test_alignment_is_that_of_the_cell(align: Literal["left", "center", "right"]) -> None:
    look = CellLook(align=align)
    block = Block(0, "table", cells=(Cell(0, 0, "甲", look=look), Cell(0, 1, "乙")), table=0)
    cell = LexborHTMLParser(write(Document("x", "x", (block,)))).css_first("td")
    assert cell is not None
    assert cell.attributes.get("class") == (None if align == "left" else align)


def test_several_spaces_are_kept() -> None:
    block = Block(0, "paragraph", "填表人：    联系电话：     日期： 年")
    again = read(write(Document("x", "x", (block,))), "x").blocks[0]
    assert again.text == block.text
