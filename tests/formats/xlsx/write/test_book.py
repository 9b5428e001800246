"""A report as a workbook: read again as the same tables, figures as numbers, nothing that begins with = runs."""

import io
import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.formats.making import Kind, Making, report, score_form, styled
from tests.support import require

from jixiao.core.document import Block, Cell, Document
from jixiao.core.look import Look, Mark, TableLook
from jixiao.formats import discovery
from jixiao.formats.archive import rewrite
from jixiao.formats.xlsx.read import read
from jixiao.formats.xlsx.write import write

REPORT = report()
DATA = write(REPORT)
TABLE_SHEET = "表1 2023年度部门支出情况"
CHART_SHEET = "图1 2023年度支出预算与执行情况"
FORM_SHEET = "项目支出绩效自评表"


def grids(document: Document) -> list[list[tuple[int, int, int, int, str]]]:
    """The cells of all tables and charts."""
    return [
        [(c.row, c.column, c.row_span, c.column_span, c.text) for c in block.cells]
        for block in document.blocks
        if block.cells
    ]


def book(data: bytes = DATA) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_writer_is_found() -> None:
    assert {"docx", "html", "pdf", "xlsx"} <= set(discovery.writable())


def test_reading_it_again_yields_the_same_tables_and_charts() -> None:
    again = read(DATA, "a.xlsx")
    assert again.notes == ()
    assert grids(again) == grids(REPORT)
    assert [block.kind for block in again.blocks if block.cells] == ["table", "chart", "table"]


def test_reading_it_again_yields_every_text_once() -> None:
    again = [block.text for block in read(DATA, "a.xlsx").blocks if block.text]
    for block in REPORT.blocks:
        if block.text and not block.cells and block.look != Look("contents"):
            assert again.count(block.text) == sum(one.text == block.text for one in REPORT.blocks), block.text


def test_sheets_are_named_by_their_captions() -> None:
    assert book().sheetnames == ["正文", TABLE_SHEET, CHART_SHEET, FORM_SHEET, "数据来源"]


def test_figures_are_numbers_and_computed_ones_formulas() -> None:
    sheet = book()[TABLE_SHEET]
    shown = {
        name: (sheet[name].value, sheet[name].number_format) for name in ("B5", "D5", "C6", "B8", "D8", "D7")
    }
    assert shown == {
        "B5": (520.14, "0.00"),
        "D5": ("=ROUND(C5/B5,4)", "0.00%"),
        "C6": (1309.35, "#,##0.00"),
        "B8": ("=SUM(B5:B7)", "#,##0.00"),
        "D8": ("=ROUND(C8/B8,4)", "0.00%"),
        "D7": ("/", "General"),
    }
    form = book()[FORM_SHEET]
    assert [form[name].value for name in ("E6", "F6", "E8", "F8")] == [50, 48.5, "=SUM(E6:E7)", "=SUM(F6:F7)"]


def test_formulas_are_kept_with_the_figure_as_printed() -> None:
    values = openpyxl.load_workbook(io.BytesIO(DATA), data_only=True)[TABLE_SHEET]
    assert [values[name].value for name in ("D5", "B8", "C8", "D8")] == [0.9902, 1866.74, 1824.37, 0.9773]


def test_text_is_never_a_formula() -> None:
    cells = tuple(
        Cell(row, column, text)
        for row, texts in enumerate(
            [("=1+1", "+86", "-x", "@a"), ('=HYPERLINK("http://x")', "<r>", "http://x", "\t=1")]
        )
        for column, text in enumerate(texts)
    )
    blocks = (
        Block(0, "paragraph", "=cmd|' /C calc'!A0"),
        Block(1, "paragraph", "<r><t>a</t></r>"),
        Block(2, "table", cells=cells, table=0),
    )
    data = write(Document("x", "x", blocks))
    made = book(data)
    kinds = {cell.data_type for sheet in made for row in sheet for cell in row if cell.value is not None}
    assert kinds == {"s"}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name]
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist() if "sheet" in name)
    again = read(data, "x")
    assert [block.text for block in again.blocks[:2]] == ["=cmd|' /C calc'!A0", "<r><t>a</t></r>"]
    assert [cell.text for cell in again.blocks[2].cells] == [cell.text for cell in cells]


def test_names_of_sheets_are_what_excel_allows() -> None:
    cells = (Cell(0, 0, "甲"), Cell(0, 1, "1"))
    captions = (
        "表1 收入/支出[*?]：" + "很" * 40,
        "表1 收入/支出[*?]：" + "很" * 40,
        "'History'",
        "history",
        "正文",
    )
    blocks: list[Block] = []
    for caption in captions:
        blocks += [styled(caption, "caption", keep=True), Block(0, "table", cells=cells)]
    names = book(write(Document("x", "x", tuple(blocks)))).sheetnames
    assert len({name.lower() for name in names}) == len(names) == len(captions)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_the_chart_is_native_and_stands_on_its_cells() -> None:
    with zipfile.ZipFile(io.BytesIO(DATA)) as archive:
        charts = [name for name in archive.namelist() if name.startswith("xl/charts/chart")]
        xml = archive.read(charts[0]).decode("utf-8")
    assert len(charts) == 1
    assert f"'{CHART_SHEET}'!$B$3:$B$5" in xml
    assert "2023年度支出预算与执行情况" in xml


@pytest.mark.parametrize("kind", ["column", "bar", "pie", "line"])
def test_every_kind_of_chart(kind: Kind) -> None:
    block = next(block for block in report(chart_kind=kind).blocks if block.kind == "chart")
    data = write(Document("x", "x", (block,)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        xml = archive.read("xl/charts/chart1.xml").decode("utf-8")
    assert {"column": "barChart", "bar": "barChart", "pie": "pieChart", "line": "lineChart"}[kind] in xml
    found = read(data, "x").blocks
    assert [(one.kind, one.text) for one in found] == [("chart", block.text)]
    assert grids(Document("x", "x", found)) == grids(Document("x", "x", (block,)))


def test_every_number_has_its_source() -> None:
    assert REPORT.ledger is not None
    sheet = book()["数据来源"]
    rows = list(sheet.iter_rows(min_row=8, values_only=True))
    assert [row[0] for row in rows] == [entry.name for entry in REPORT.ledger.entries]
    assert [row[3] for row in rows] == [entry.printed for entry in REPORT.ledger.entries]
    assert all(row[1] for row in rows)
    at = next(row for row in rows if row[3] == "1,866.74")
    assert at[1] == f"{TABLE_SHEET}!B8"
    assert at[9] == "{spending.s0.budget} + {spending.s1.budget} + {spending.s2.budget}"


def test_pages_are_those_of_the_report() -> None:
    made = book()
    assert [made[name].page_setup.orientation for name in (TABLE_SHEET, FORM_SHEET)] == [
        "portrait",
        "landscape",
    ]
    assert all(sheet.page_setup.paperSize == 9 for sheet in made)
    assert made[TABLE_SHEET].print_title_rows == "$3:$4"
    assert made.properties.title == "某某县城市管理局2023年度部门整体支出绩效自评报告"
    assert made.properties.creator == "某某县城市管理局"
    assert str(made.properties.created) == "2024-03-15 00:00:00"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert write(report()) == DATA


def test_a_draft_says_so() -> None:
    def headers(data: bytes) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
            return [name for name in sheets if "草　稿" in archive.read(name).decode("utf-8")]

    assert len(headers(write(report(draft=True)))) == 5
    assert not headers(DATA)


def test_gaps_are_coloured() -> None:
    gap = Cell(0, 0, "〔待补：执行数〕", marks=(Mark(0, 8, "gap"),))
    sheet = book(write(Document("x", "x", (Block(0, "table", cells=(gap, Cell(0, 1, "甲"))),))))["表1"]
    assert sheet["A1"].fill.fgColor.rgb == "FFFFE9A8"
    assert sheet["B1"].fill.fill_type is None


def test_a_column_has_room_for_its_numbers() -> None:
    cells = (Cell(0, 0, "甲" * 30), Cell(0, 1, "9,548,199.71"))
    for widths in ((9, 1), ()):
        block = Block(0, "table", cells=cells, look=Look(table=TableLook(widths=widths)))
        sheet = book(write(Document("x", "x", (block,))))["表1"]
        assert sheet.column_dimensions["B"].width > len("9,548,199.71") + 2


def test_a_form_alone_needs_no_sheet_for_text() -> None:
    form = score_form(Making())
    blocks = (styled("项目支出绩效自评表", "title"), form, styled("填表人：", "note"))
    assert book(write(Document("x", "x", blocks))).sheetnames == ["项目支出绩效自评表"]


def test_a_document_without_anything() -> None:
    assert book(write(Document("x", "x", ()))).sheetnames == ["正文"]


def test_long_texts_and_odd_characters() -> None:
    text = "长" * 40_000 + "😀" * 10 + "\x0b\ud800_x0041_"
    blocks = (Block(0, "paragraph", text), Block(1, "table", cells=(Cell(0, 0, text), Cell(0, 1, "1"))))
    again = read(write(Document("x", "x", blocks)), "x")
    assert "".join(b.text for b in again.blocks if not b.cells) == text.replace("\ud800", "\ufffd")


def without_values(data: bytes) -> bytes:
    """The workbook without the results of its formulas, so that a program must compute them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {
            name: re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", archive.read(name))
            for name in archive.namelist()
            if name.startswith("xl/worksheets/sheet")
        }
    return rewrite(data, parts)


def test_libreoffice_computes_what_is_printed(tmp_path: Path) -> None:
    office = require("soffice")
    bare = without_values(DATA)
    assert grids(read(bare, "a.xlsx")) != grids(REPORT)
    (tmp_path / "a.xlsx").write_bytes(bare)
    command = [
        office,
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
    ]
    subprocess.run(
        [
            *command,
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(tmp_path / "out"),
            str(tmp_path / "a.xlsx"),
        ],
        check=True,
        capture_output=True,
    )
    again = read((tmp_path / "out" / "a.xlsx").read_bytes(), "a.xlsx")
    assert grids(again) == grids(REPORT)
