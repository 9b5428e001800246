"""The workbook and the return notice, opened again."""

from io import BytesIO

from docx import Document
from openpyxl import load_workbook
from tests.renderers.factory import report, unreadable

from jixiao.renderers.letters import deserves_letter, letter
from jixiao.renderers.summary import summarise
from jixiao.renderers.xlsx import workbook


def test_workbook_has_a_row_per_file_and_per_finding() -> None:
    data = workbook([summarise(report()), summarise(unreadable())])
    book = load_workbook(BytesIO(data))
    files, findings = book["文件"], book["问题"]
    assert [cell.value for cell in files[2]][:9] == [
        "folder/report.txt", "某某办公室", 2023, "self_evaluation", 1, 0, 0, 0.6667, 1.5,
    ]  # fmt: skip
    assert files.cell(3, 10).value == "文件已损坏。"
    assert findings.cell(2, 4).value == "JX101"
    assert (files.freeze_panes, findings.auto_filter.ref) == ("B2", "A1:K2")


def test_text_that_looks_like_a_formula_stays_text() -> None:
    data = workbook([summarise(report('=HYPERLINK("http://x")', title="=1+1\x01"))])
    book = load_workbook(BytesIO(data))
    assert book["文件"].cell(2, 1).data_type == "s"
    assert (book["问题"].cell(2, 5).value, book["问题"].cell(2, 5).data_type) == ("=1+1", "s")


def test_empty_workbook_opens() -> None:
    assert load_workbook(BytesIO(workbook([]))).sheetnames == ["文件", "问题"]


def test_letter_names_body_place_problem_proof_and_fix() -> None:
    word = Document(BytesIO(letter(report())))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "某某办公室：" in text
    assert "2023年度" in text
    assert "年    月    日" in text
    row = [cell.text for cell in word.tables[0].rows[1].cells]
    assert row == [
        "1", "第2行", "比率与金额不符。执行率应为100%。", "305.65 / 305.65 = 100%，文中写 1009%", "请更正。",
    ]  # fmt: skip


def test_only_faulty_reports_get_a_letter() -> None:
    assert deserves_letter(report())
    assert not deserves_letter(report(findings=()))
    assert not deserves_letter(unreadable())
