"""Documents written as Word files read back as they were."""

import io

import docx
import pytest
from tests.formats.docx.building import build, cell, paragraph, run, table
from tests.formats.docx.test_annotate import finding
from tests.support import require

from jixiao.core.document import Block, Cell, Document
from jixiao.formats.docx.annotate import annotate
from jixiao.formats.docx.read import read
from jixiao.formats.docx.render import find_office, to_pdf
from jixiao.formats.docx.write import write

CELLS = (
    Cell(0, 0, "科目", row_span=2),
    Cell(0, 1, "金额", column_span=2),
    Cell(1, 1, "预算"),
    Cell(1, 2, "决算"),
    Cell(2, 0, "合计"),
    Cell(2, 1, "10.00"),
    Cell(2, 2, "9.5\n（调整）"),
)
DOCUMENT = Document(
    "报告",
    "txt",
    (
        Block(0, "heading", "一、基本情况", level=2, number="一、"),
        Block(1, "paragraph", "全年支出2974.04万元，执行率94.92%。"),
        Block(2, "item", "1.会议费5万元，执行数4万元。", level=4, number="1."),
        Block(3, "table", cells=CELLS, table=0),
        Block(4, "heading", "二、支出", level=2, number="二、"),
    ),
)


def test_reads_back_as_it_was() -> None:
    assert read(write(DOCUMENT), "报告").blocks == DOCUMENT.blocks


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(DOCUMENT) == write(DOCUMENT)


def test_charts_become_tables_under_their_title() -> None:
    chart = Block(
        0, "chart", "收支", cells=(Cell(0, 0, ""), Cell(0, 1, "收入"), Cell(1, 0, "2023"), Cell(1, 1, "5"))
    )
    blocks = read(write(Document("a", "docx", (chart,))), "a").blocks
    assert [(block.kind, block.text) for block in blocks] == [("paragraph", "收支"), ("table", "")]


def test_signs_that_xml_cannot_hold_and_tables_too_wide_for_word() -> None:
    wide = tuple(Cell(0, column, str(column)) for column in range(70))
    blocks = (Block(0, "paragraph", "支\x00出"), Block(1, "table", cells=wide, table=0))
    found = read(write(Document("a", "txt", blocks)), "a").blocks
    assert found[0].text == "支�出"
    assert found[1].text.startswith("0\t1\t2")


def test_another_library_opens_what_we_annotate() -> None:
    data = write(DOCUMENT)
    document = read(data, "a")
    result = annotate(data, document, [finding(document, "94.92%", 1)])
    word = docx.Document(io.BytesIO(result))
    assert [comment.author for comment in word.comments] == ["jixiao 绩效检查"]
    assert len(word.tables) == 1


def test_libreoffice_shows_the_comments() -> None:
    require("soffice")
    body = paragraph(run("全年支出2974.04万元") + run("，执行率94.92%。", "<w:b/>")) + table(
        cell("甲") + cell("5")
    )
    for data in (write(DOCUMENT), build(paragraph("前") + body)):
        document = read(data, "a")
        pdf = to_pdf(annotate(data, document, [finding(document, "94.92%", 1)]), comments=True)
        assert pdf is not None
        assert pdf.startswith(b"%PDF")
        assert b"/Subtype/Text" in pdf.replace(b" ", b""), "no note in the PDF"


def test_no_office_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert find_office() is None
    assert to_pdf(b"") is None
