"""A sheet becomes titles, captions, tables and notes, each with its place."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.formats.test_archive import pack

from jixiao.core.document import Block, Document
from jixiao.core.errors import ReadError
from jixiao.formats.xlsx import read as module
from jixiao.formats.xlsx.read import read
from jixiao.formats.xlsx.recognise import recognise


def workbook(
    *rows: list[object], merges: tuple[str, ...] = (), formats: dict[str, str] | None = None
) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "表1"
    for row in rows:
        sheet.append(row)
    for merge in merges:
        sheet.merge_cells(merge)
    for cell, code in (formats or {}).items():
        sheet[cell].number_format = code
    return save(book)


def save(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def edit(data: bytes, part: str, old: str, new: str) -> bytes:
    """A copy with a regular expression replaced in one part."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                changed = re.sub(old, new, content.decode("utf-8"), count=1, flags=re.DOTALL)
                assert changed.encode() != content
                content = changed.encode()
            copy.writestr(name, content)
    return target.getvalue()


def shape(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def table(document: Document, number: int = 0) -> Block:
    return [block for block in document.blocks if block.kind == "table"][number]


def grid(block: Block) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    for cell in block.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return list(rows.values())


SHEET = "xl/worksheets/sheet1.xml"
REPORT = workbook(
    ["2023年度部门收支决算总表"],
    ["公开01表"],
    ["部门：某某县民政局", None, None, "金额单位：万元"],
    ["项目", "行次", "年初预算", "决算数"],
    ["一、基本支出", 1, 1253.4, 1235.4],
    ["二、项目支出", 2, 300, None],
    ["合计", 3, 1553.4, 0.9467],
    ["注：本表反映部门本年度的总收支情况。"],
    ["2.数据来源于决算报表。"],
    merges=("A1:D1", "A8:D8"),
    formats={"C5": "#,##0.00", "D5": "#,##0.00", "C6": "0.00", "C7": "0.00", "D7": "0.00%"},
)


def test_titles_captions_table_and_notes() -> None:
    document = read(REPORT, "决算.xlsx")
    assert shape(document) == [
        ("heading", "2023年度部门收支决算总表"),
        ("paragraph", "公开01表"),
        ("paragraph", "部门：某某县民政局"),
        ("paragraph", "金额单位：万元"),
        ("table", ""),
        ("paragraph", "注：本表反映部门本年度的总收支情况。"),
        ("item", "2.数据来源于决算报表。"),
    ]
    assert grid(table(document)) == [
        ["项目", "行次", "年初预算", "决算数"],
        ["一、基本支出", "1", "1,253.40", "1,235.40"],
        ["二、项目支出", "2", "300.00", ""],
        ["合计", "3", "1553.40", "94.67%"],
    ]
    assert document.notes == ()


def test_places_name_sheet_and_cell() -> None:
    block = table(read(REPORT, "x.xlsx"))
    cell = next(cell for cell in block.cells if cell.text == "1,235.40")
    place = block.place(0, 8, cell)
    assert (place.sheet, place.cell, place.row, place.column, place.part, place.table) == (
        "表1",
        "D5",
        1,
        3,
        "sheet",
        0,
    )


def test_text_blocks_know_their_cells() -> None:
    document = module.read(REPORT, "x.xlsx")
    assert [block.reference for block in document.blocks] == [
        "A1",
        "A2",
        "A3",
        "D3",
        None,
        "A8",
        "A9",
    ]


def test_merged_cells_are_told_once() -> None:
    data = workbook(
        ["指标", None, "完成"],
        ["产出", "数量", 5],
        [None, "质量", 6],
        merges=("A1:B1", "A2:A3"),
    )
    cells = table(read(data, "x.xlsx")).cells
    assert [(c.reference, c.text, c.row_span, c.column_span) for c in cells] == [
        ("A1", "指标", 1, 2),
        ("C1", "完成", 1, 1),
        ("A2", "产出", 2, 1),
        ("B2", "数量", 1, 1),
        ("C2", "5", 1, 1),
        ("B3", "质量", 1, 1),
        ("C3", "6", 1, 1),
    ]


def test_blank_rows_part_tables_only_before_a_header() -> None:
    data = workbook(["项目", "金额"], ["甲", 1], [], ["乙", 2], [], ["第二张表"], ["项目", "人数"], ["丙", 3])
    document = read(data, "x.xlsx")
    assert [kind for kind, _ in shape(document)] == ["table", "heading", "table"]
    assert grid(table(document)) == [["项目", "金额"], ["甲", "1"], ["", ""], ["乙", "2"]]
    assert table(document, 1).table == 1


def test_a_label_inside_a_table_stays() -> None:
    data = workbook(["项目", "金额"], ["一、基本支出"], ["人员", 1], ["其他"], merges=("A2:B2",))
    assert grid(table(read(data, "x.xlsx"))) == [
        ["项目", "金额"],
        ["一、基本支出"],
        ["人员", "1"],
        ["其他", ""],
    ]


def test_header_over_two_rows_is_no_title() -> None:
    data = workbook(["项目"], [None, "预算", "决算"], ["甲", 1, 2], merges=("A1:A2",))
    assert grid(table(read(data, "x.xlsx"))) == [["项目", "", ""], ["预算", "决算"], ["甲", "1", "2"]]


def test_dates_booleans_errors_and_rich_strings() -> None:
    data = workbook(["日期", "真", "文"], [date(2023, 12, 31), True, "甲"], formats={"A2": "yyyy-mm-dd"})
    data = edit(data, SHEET, r'<c r="C2".*?</c>', '<c r="C2" t="e"><v>#DIV/0!</v></c>')
    assert grid(table(read(data, "x.xlsx")))[1] == ["2023-12-31", "TRUE", "#DIV/0!"]
    rich = '<is><r><t>35</t></r><r><t>.32_x000D_&#10;万元</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is>'
    data = edit(data, SHEET, r'<c r="C2".*?</c>', f'<c t="inlineStr">{rich}</c>')
    assert grid(table(read(data, "x.xlsx")))[1][2] == "35.32\n万元"


def test_formulas_show_their_cached_value_or_a_note() -> None:
    data = workbook(["项目", "金额"], ["甲", "=1+1"])
    document = read(data, "x.xlsx")
    assert grid(table(document))[1] == ["甲", ""]
    assert "1 个公式没有保存计算结果" in document.notes[0]
    data = edit(data, SHEET, r"<f>1\+1</f><v ?/?>(</v>)?", "<f>1+1</f><v>2</v>")
    assert grid(table(read(data, "x.xlsx")))[1] == ["甲", "2"]


def test_hidden_sheets_and_rows_are_read_and_noted() -> None:
    book = openpyxl.load_workbook(io.BytesIO(REPORT))
    book["表1"].row_dimensions[5].hidden = True
    book["表1"].column_dimensions["B"].hidden = True
    second = book.create_sheet("底稿")
    second.append(["甲", 1])
    second.sheet_state = "hidden"
    document = read(save(book), "x.xlsx")
    assert [block.sheet for block in document.blocks][-1] == "底稿"
    assert document.notes == (
        "工作表“表1”有隐藏的内容（1 行、1 处列），也已读取。",
        "工作表“底稿”是隐藏的，也已读取。",
    )


def test_an_empty_workbook_is_noted() -> None:
    document = read(workbook(), "x.xlsx")
    assert (document.blocks, document.notes) == ((), ("工作簿中没有文字和数字，内容可能是图片。",))


def test_cells_without_references_stand_in_order() -> None:
    data = edit(REPORT, SHEET, r'<row r="5".*?</row>', "<row><c><v>7</v></c><c><v>8</v></c></row>")
    assert grid(table(read(data, "x.xlsx")))[1][:2] == ["7", "8"]


def test_giant_and_overlapping_merges() -> None:
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A2:B2"/><mergeCell ref="A1:ZZZ9"/><mergeCell/>'
    data = edit(REPORT, SHEET, r"<mergeCells.*?>", merges)
    document = read(data, "x.xlsx")
    assert sum(len(block.cells) for block in document.blocks) <= 4 * 9


def test_far_apart_cells_are_no_dense_table() -> None:
    rows = "".join(
        f'<row r="{i}"><c r="A{i}"><v>1</v></c><c r="XFD{i}"><v>2</v></c></row>' for i in range(1, 200)
    )
    document = read(
        edit(REPORT, SHEET, r"<sheetData>.*</sheetData>", f"<sheetData>{rows}</sheetData>"), "x.xlsx"
    )
    assert len(table(document).cells) == 2 * 199
    assert any("空单元格没有记录" in note for note in document.notes)


def test_too_many_cells_are_cut_and_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_CELLS", 6)
    book = openpyxl.load_workbook(io.BytesIO(REPORT))
    book.create_sheet("二").append(["甲", 1])
    document = read(save(book), "x.xlsx")
    assert any("“表1”只读取了前面的部分" in note for note in document.notes)
    assert any("“二”没有读取" in note for note in document.notes)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pack(("xl/workbook.xml", b"<workbook/>")), "no_sheets"),
        (pack(("xl/workbook.bin", b"x")), "unsupported_xlsb"),
        (pack(("a", b"")), "missing_part"),
        (b"PK", "not_a_zip"),
        (edit(REPORT, SHEET, "</row>.*", ""), "bad_xml"),
        (edit(REPORT, SHEET, "<worksheet", '<!DOCTYPE x [<!ENTITY e "x">]><worksheet'), "doctype"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_error(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "x.xlsx")
    assert caught.value.code == code


def test_recognised_by_content() -> None:
    assert recognise(REPORT, "a.txt")
    assert not recognise(REPORT[:500], "a.xlsx")
    assert not recognise(b"text", "a.xlsx")
    assert not recognise(pack(("word/document.xml", b"<x/>")), "a.xlsx")


def test_a_place_in_a_text_names_its_cell() -> None:
    block = module.read(REPORT, "x.xlsx").blocks[1]
    assert (block.place(0, 1).sheet, block.place(0, 1).cell) == (block.sheet, "A2")
