"""Findings become comments on the cells; nothing else in the workbook changes."""

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

from jixiao.core.document import Document
from jixiao.core.finding import Finding, Related
from jixiao.core.place import Place
from jixiao.formats.xlsx.annotate import annotate
from jixiao.formats.xlsx.read import read


def written(*, comment: bool = False, chart: bool = False) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("表1")
    sheet.write_row(0, 0, ["2023年度收支表"])
    sheet.write_row(1, 0, ["项目", "预算", "决算"])
    sheet.write_row(2, 0, ["甲", 1, 2])
    sheet.write_formula(3, 1, "=SUM(B3:B3)", None, 1)
    sheet.write(3, 0, "合计")
    if comment:
        sheet.write_comment("B3", "原有批注")
    if chart:
        drawing = book.add_chart({"type": "column"})
        drawing.add_series({"values": "=表1!$B$3:$C$3"})
        sheet.insert_chart("E2", drawing)
    book.add_worksheet("表2").write_row(0, 0, ["丙", 1])
    book.close()
    return stream.getvalue()


def finding(
    cell: str | None,
    sheet: str | None = "表1",
    block: int = 1,
    *,
    code: str = "JX101",
    title_en: str = "",
    message: str = "合计应为 3。",
) -> Finding:
    return Finding(
        code,
        "error",
        "sum",
        "合计不符",
        message,
        "The total should be 3.",
        "2",
        Place(block, 0, 1, sheet=sheet, cell=cell),
        related=(Related("1", Place(1, 0, 1, sheet="表1", cell="B3")),),
        expression="1 + 2",
        stated="2",
        computed="3",
        suggestion="改为 3",
        title_en=title_en,
    )


def comments(data: bytes) -> dict[str, str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None
    }


def marked(data: bytes, *findings: Finding, language: str = "zh") -> bytes:
    result = annotate(data, read(data, "x.xlsx"), findings, language)
    assert blocks(result) == blocks(data)
    return result


def blocks(data: bytes) -> Document:
    return read(data, "x.xlsx")


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_comment_says_everything() -> None:
    assert comments(marked(written(), finding("C3"))) == {
        "表1!C3": "【错误】JX101 合计不符\n合计应为 3。\n算式：1 + 2，应为 3，表中 2\n建议：改为 3\n另见：“1”（表1!B3）"
    }
    english = comments(marked(written(), finding("C3", title_en="Wrong total"), language="en"))["表1!C3"]
    assert english.startswith(
        "[Error] JX101 Wrong total\nThe total should be 3.\nCalculation: 1 + 2, computed 3, stated 2"
    )


def test_several_sheets_cells_and_findings() -> None:
    data = marked(
        written(),
        finding("C3"),
        finding("C3", code="JX102"),
        finding("B3"),
        finding("B1", "表2"),
        finding(None, None, 0),
    )
    found = comments(data)
    assert set(found) == {"表1!C3", "表1!B3", "表2!B1", "表1!A1"}
    assert "JX101" in found["表1!C3"]
    assert "JX102" in found["表1!C3"]


def test_existing_comments_stay() -> None:
    found = comments(marked(written(comment=True), finding("B3"), finding("C3")))
    assert found["表1!B3"].startswith("原有批注\n\n【错误】")
    assert found["表1!C3"].startswith("【错误】")
    book = openpyxl.load_workbook(io.BytesIO(written()))
    book["表1"]["A1"].comment = Comment("甲", "乙")
    stream = io.BytesIO()
    book.save(stream)
    assert set(comments(annotate(stream.getvalue(), blocks(stream.getvalue()), [finding("C3")]))) == {
        "表1!A1",
        "表1!C3",
    }


def test_annotating_twice() -> None:
    data = marked(marked(written(), finding("C3")), finding("C3", code="JX102"), finding("B3"))
    assert set(comments(data)) == {"表1!C3", "表1!B3"}
    ids = re.findall(rb'id="(_x0000_s\d+)"', next(v for k, v in parts(data).items() if k.endswith(".vml")))
    assert len(ids) == len(set(ids)) == 2


def test_nothing_else_changes() -> None:
    data = written(chart=True)  # once: a workbook holds the second in which it was written
    before, after = parts(data), parts(marked(data, finding("C3")))
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "[Content_Types].xml",
        "xl/comments_jixiao1.xml",
        "xl/drawings/vmlDrawing_jixiao1.vml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
    }
    assert before.keys() <= after.keys()
    assert after["xl/worksheets/sheet1.xml"].index(b"<drawing") < after["xl/worksheets/sheet1.xml"].index(
        b"<legacyDrawing"
    )


def test_no_findings_no_change() -> None:
    data = written()
    assert annotate(data, blocks(data), []) is data


def test_characters_that_xml_forbids() -> None:
    assert "坏\ufffd" not in comments(marked(written(), finding("C3", message="坏\x00\ud800了")))["表1!C3"]


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed: comments are not rendered"
)
def test_an_office_program_sees_the_comments(tmp_path: Path) -> None:
    source = tmp_path / "a.xlsx"
    source.write_bytes(marked(written(comment=True, chart=True), finding("C3"), finding("B1", "表2")))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "fods", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "a.fods").read_text(encoding="utf-8").count("【错误】JX101 合计不符") == 2
