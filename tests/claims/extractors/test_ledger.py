"""Reports of ours against their ledger."""

import io

import docx
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.docx.building import cell, paragraph, run, table
from tests.formats.docx.ledgers import entry, figure, file, ledger

from jixiao.checks.example import report
from jixiao.claims.extractors import ledger as extractor
from jixiao.claims.reading.document import read_document
from jixiao.core.document import Block, Cell, Document
from jixiao.core.ledger import Entry, Ledger
from jixiao.core.look import Mark
from jixiao.core.observation import Observation
from jixiao.formats.docx.annotate import annotate
from jixiao.formats.docx.read import read
from jixiao.pipeline import check_bytes, check_document


def faults(document: Document) -> list[Observation]:
    return [one for one in extractor.extract(read_document(document)) if one.verdict == "fails"]


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.fault, one.stated, one.computed) for one in faults(report(text))]


def test_what_is_as_printed_holds() -> None:
    found = list(extractor.extract(read_document(report("支出{866.74万元}，占{97.27%}。"))))
    assert [(one.verdict, one.stated, one.expression) for one in found] == [
        ("holds", "866.74万元", "facts.1"),
        ("holds", "97.27%", "facts.2"),
    ]


def test_documents_without_ledger_are_none_of_its_business() -> None:
    assert told("支出866.74万元。\n（台账丢失）") == []


def test_each_fault_is_told() -> None:
    assert told("支出{868.74万元|866.74万元}。") == [("ledger_changed", "868.74万元", "866.74万元")]
    assert told("支出共计{|866.74万元}。") == [("ledger_emptied", "支出共计", "866.74万元")]
    assert told("{|866.74万元}为支出。") == [("ledger_emptied", "为支出。", "866.74万元")]
    assert told("支出{5万元}。\n（标记丢失：6万元）\n（标记丢失：7万元）") == [
        ("ledger_anchor_lost", "6万元、7万元", "")
    ]
    assert told("支出5万元。\n（标记丢失：6万元）") == [("ledger_unanchored", "1", "")]
    assert told("支出{5万元}、{6万元}。\n（台账丢失）") == [("ledger_lost", "2", "")]
    assert told("支出{5万元}。\n（台账损坏）") == [("ledger_unreadable", "缺少来源", "")]
    assert told("支出{5万元}，拨付6万元、7万元。") == [("ledger_added", "6万元", "2")]


def test_a_number_pasted_without_its_anchor_is_lost_but_not_typed_in() -> None:
    assert told("支出{5万元}，拨付6万元。\n（标记丢失：6万元）") == [("ledger_anchor_lost", "6万元", "")]


def test_figures_of_charts_alone_are_no_anchors() -> None:
    cells = (Cell(0, 1, "决算"), Cell(1, 1, "5.00", marks=(Mark(0, 4, "figure", "_jx1"),)))
    blocks = (
        Block(0, "chart", cells=cells, table=0, part="chart"),
        Block(1, "paragraph", "支出6.00万元。"),
    )
    entries = tuple(
        Entry(f"_jx{n}", text, None, "", 2, "fact", ()) for n, text in ((1, "5.00"), (2, "6.00万元"))
    )
    made = Document("a", "docx", blocks, ledger=Ledger("k", "d", 2023, "cn", "", entries))
    assert [one.fault for one in faults(made)] == ["ledger_unanchored"]


def test_many_lost_anchors_are_told_in_one_sentence() -> None:
    lost = "\n".join(f"（标记丢失：{number}万元）" for number in range(20))
    ((fault, stated, _),) = told("支出{5万元}。\n" + lost)
    assert fault == "ledger_anchor_lost"
    assert stated == "0万元、1万元、2万元、3万元、4万元、5万元、6万元、7万元等 20 个"


def test_ordinals_dates_and_names_of_papers_are_no_numbers_of_the_ledger() -> None:
    text = (
        "一、2023年支出情况\n"
        "1.支出{5万元}。\n"
        "（一）根据财预〔2018〕167号，2023年12月31日止，见表1、图2。\n"
        "2024年3月15日"
    )
    assert told(text) == []


def test_rows_may_be_counted_and_charts_drawn_without_entries() -> None:
    def figure_cell(row: int, column: int, text: str, name: str) -> Cell:
        return Cell(row, column, text, marks=(Mark(0, len(text), "figure", name),))

    head = tuple(Cell(0, column, text) for column, text in enumerate(("序号", "项目", "决算数")))
    rows = (
        Cell(1, 0, "1"), Cell(1, 1, "会议费"), figure_cell(1, 2, "5.00", "_jx1"),
        Cell(2, 0, "2"), Cell(2, 1, "培训费"), figure_cell(2, 2, "6.00", "_jx2"),
    )  # fmt: skip
    chart = (Cell(0, 0, ""), Cell(0, 1, "决算"), Cell(1, 0, "会议费"), Cell(1, 1, "5.00"))
    blocks = (
        Block(0, "table", cells=head + rows, table=0),
        Block(1, "chart", cells=chart, table=1, part="chart"),
    )
    entries = tuple(
        Entry(f"_jx{n}", text, None, "万元", 2, "fact", ()) for n, text in ((1, "5.00"), (2, "6.00"))
    )
    made = Document("a", "docx", blocks, ledger=Ledger("k", "d", 2023, "cn", "", entries))
    assert faults(made) == []


@st.composite
def altered(draw: st.DrawFn) -> tuple[list[str], int, str]:
    """Printed numbers, which of them somebody altered, and how it reads now."""
    number = st.from_regex(r"-?(?:0|[1-9]\d{0,6})(?:\.\d{1,4})?", fullmatch=True)
    unit = st.sampled_from(["", "万元", "元", "%", "分", "个"])
    printed = draw(st.lists(st.builds(str.__add__, number, unit), min_size=1, max_size=8))
    which = draw(st.integers(0, len(printed) - 1))
    text = printed[which]
    at = draw(st.sampled_from([index for index, sign in enumerate(text) if sign.isdigit()]))
    digit = draw(st.sampled_from([sign for sign in "0123456789" if sign != text[at]]))
    return printed, which, text[:at] + digit + text[at + 1 :]


def written(printed: list[str], now: list[str]) -> bytes:
    """A Word file with a paragraph and a table of numbers; each is split over two runs where it can be."""

    def shown(number: int) -> str:
        text = now[number]
        inner = figure(f"_jx{number}", text, number)
        return inner if len(text) < 2 else inner.replace(run(text), run(text[:1]) + run(text[1:], "<w:b/>"))

    half = len(now) // 2
    body = paragraph(run("其中：") + "".join(shown(number) + run("，") for number in range(half)))
    body += table(*(cell("支出") + cell(paragraph(shown(number))) for number in range(half, len(now))))
    return file(body, ledger("".join(entry(f"_jx{n}", text) for n, text in enumerate(printed))))


_OF_THE_LEDGER = frozenset(("JX202", "JX203", "JX204", "JX205", "JX206"))
"""Numbers at random may yet contradict each other: 1000.01万元 beside 1000.01元."""


@given(altered())
def test_any_digit_altered_by_hand_is_found(case: tuple[list[str], int, str]) -> None:
    printed, which, now = case
    clean = check_bytes(written(printed, printed), "a.docx")
    assert [one.code for one in clean.findings if one.code in _OF_THE_LEDGER] == []
    changed = check_bytes(written(printed, [*printed[:which], now, *printed[which + 1 :]]), "a.docx")
    found = [one for one in changed.findings if one.code == "JX202"]
    assert [(one.severity, one.stated, one.computed) for one in found] == [("error", now, printed[which])]


def test_comments_stand_at_the_numbers() -> None:
    printed = ["866.74万元", "9.50"]
    data = written(printed, ["868.74万元", "8.50"])
    checked = check_bytes(data, "a.docx")
    assert checked.document is not None
    result = annotate(data, checked.document, checked.findings, "zh")
    assert read(result, "a.docx").ledger == checked.document.ledger
    again = check_bytes(result, "a.docx")
    assert [one.stated for one in again.findings if one.code == "JX202"] == ["868.74万元", "8.50"]
    comments = [one.text for one in docx.Document(io.BytesIO(result)).comments]
    assert any("866.74万元" in text for text in comments)
    assert any("9.50" in text for text in comments)


def test_the_message_names_fact_and_formula() -> None:
    made = Entry("_jx1", "97.27%", None, "%", 2, "computed", ("a", "b"), "{a} ÷ {b} × 100")
    block = Block(0, "paragraph", "执行率97.72%。", marks=(Mark(3, 9, "figure", "_jx1"),))
    document = Document("a", "docx", (block,), ledger=Ledger("k", "d", 2023, "cn", "", (made,)))
    (finding,) = check_document(document).findings
    assert "{a} ÷ {b} × 100" in finding.message
    assert "“97.27%”" in finding.message
    assert "“97.72%”" in finding.message
