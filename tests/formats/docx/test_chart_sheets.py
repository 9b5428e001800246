"""The workbook behind a chart, read beside what the chart keeps of it; what cannot be read is said."""

import re

import pytest
from tests.formats.docx.building import pack, unpack
from tests.formats.docx.write.drawings.making import chart, word_file

from jixiao.core.document import Block, Document
from jixiao.core.twin import Twin
from jixiao.formats.docx.chart_references import cells_of
from jixiao.formats.docx.read import read
from jixiao.pipeline import check_bytes

ROWS = (("", "支出（万元）"), ("2022年", "12.30"), ("2023年", "13.40"))
PART, BOOK = "word/charts/chart1.xml", "word/embeddings/chart1.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
NOTE = "文档中有 1 处图表的数据表不在文件里或无法读取，没有核对图上的数与数据表是否一致。"


def file() -> dict[str, bytes]:
    return unpack(word_file([chart("column", ROWS)]))


def changed(part: str, pattern: str, by: str, files: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """A file with one thing in a part replaced; ``part`` may lie in the workbook."""
    files = file() if files is None else files
    inner = files if part in files else unpack(files[BOOK])
    text, count = re.subn(pattern, by, inner[part].decode(), count=1)
    assert count == 1
    inner[part] = text.encode()
    return files if inner is files else files | {BOOK: pack(inner)}


def read_file(files: dict[str, bytes]) -> tuple[Block, Document]:
    document = read(pack(files), "a.docx")
    (block,) = (one for one in document.blocks if one.kind == "chart")
    return block, document


def stated(files: dict[str, bytes]) -> list[tuple[str, str]]:
    report = check_bytes(pack(files), "a.docx")
    return [(one.stated, one.computed) for one in report.findings if one.code == "JX207"]


def test_every_copy_of_a_cell_has_its_twin() -> None:
    block, document = read_file(file())
    assert block.twins == (
        Twin(0, 1, "支出（万元）", "workbook", sheet="Sheet1", reference="B1"),
        Twin(1, 0, "2022年", "workbook", sheet="Sheet1", reference="A2"),
        Twin(2, 0, "2023年", "workbook", sheet="Sheet1", reference="A3"),
        Twin(1, 1, "12.30", "workbook", sheet="Sheet1", reference="B2"),
        Twin(2, 1, "13.40", "workbook", sheet="Sheet1", reference="B3"),
    )
    assert document.notes == ()


@pytest.mark.parametrize(
    "files",
    [
        {name: data for name, data in file().items() if name != BOOK},
        file() | {BOOK: b"no archive"},
        file() | {BOOK: bytes(9 * 2**20)},
        changed(
            "word/charts/_rels/chart1.xml.rels",
            r'Target="[^"]*"',
            'Target="file:///a.xlsx" TargetMode="External"',
        ),
        changed(PART, r"<c:externalData.*</c:externalData>", ""),
        changed(PART, r"Sheet1!\$B\$2:\$B\$3", "Sheet2!$B$2:$B$3"),
        changed(PART, r"Sheet1!\$B\$2:\$B\$3", "Sheet1!$B$2:$B$4"),
        changed(PART, r"Sheet1!\$B\$2:\$B\$3", "[0]!支出"),
        changed(SHEET, "</worksheet>", ""),
    ],
    ids=(
        "gone",
        "damaged",
        "large",
        "external",
        "none",
        "other sheet",
        "other length",
        "name",
        "broken sheet",
    ),
)
def test_a_sheet_that_cannot_be_read_is_said_and_no_fault(files: dict[str, bytes]) -> None:
    block, document = read_file(files)
    assert (block.twins, document.notes) == ((), (NOTE,))
    assert stated(files) == []


def test_values_that_print_the_same_agree() -> None:
    for value in ("12.3", "12.300000000000001", "12.2951", "1.23E1"):
        assert stated(changed(SHEET, r"<v>12\.30</v>", f"<v>{value}</v>")) == []
    assert stated(changed(SHEET, r"<v>12\.30</v>", "<v>12.31</v>")) == [("12.30", "12.31")]
    general = changed(PART, r"<c:formatCode>0\.00</c:formatCode>", "<c:formatCode>General</c:formatCode>")
    general = changed(PART, r'<c:numFmt formatCode="0\.00" sourceLinked="0"/>', "", general)
    assert stated(changed(SHEET, r"<v>12\.30</v>", "<v>12.3041</v>", general)) == []
    assert stated(changed(SHEET, r"<v>12\.30</v>", "<v>12.41</v>", general)) == [("12.3", "12.41")]


def test_a_blank_is_no_value_but_drawn_as_zero() -> None:
    blank = changed(SHEET, r"<v>12\.30</v>", "")
    assert stated(blank) == [("12.30", "（空白）")]
    assert stated(changed(PART, r"<c:v>12\.30</c:v>", "<c:v>0</c:v>", blank)) == []
    assert stated(changed(PART, r'<c:pt idx="0"><c:v>12\.30</c:v></c:pt>', "")) == [("（空白）", "12.30")]


def test_what_is_neither_number_nor_blank_is_not_compared() -> None:
    assert stated(changed(SHEET, r'<c r="B2" s="1"><v>12\.30</v>', '<c r="B2" t="e"><v>#N/A</v>')) == []


@pytest.mark.parametrize(
    ("formula", "cells"),
    [
        ("Sheet1!$B$1", ("Sheet1", [(1, 2)])),
        ("Sheet1!B2:D2", ("Sheet1", [(2, 2), (2, 3), (2, 4)])),
        ("'数据 表''1'!$A$2:$A$3", ("数据 表'1", [(2, 1), (3, 1)])),
        ("[Chart in Microsoft Word]Sheet1!$A$1", ("Sheet1", [(1, 1)])),
        ("'[图表]Sheet 1'!$A$1", ("Sheet 1", [(1, 1)])),
        ("(Sheet1!$A$1,Sheet1!$A$3:$A$4)", ("Sheet1", [(1, 1), (3, 1), (4, 1)])),
        ("Sheet1!$A$1:$B$2", None),
        ("(Sheet1!$A$1,Sheet2!$A$1)", None),
        ("Sheet1!$A:$A", None),
        ("Sheet1!$A$1:$A$1048576", None),
        ("支出", None),
        ("", None),
        ("()", None),
    ],
)
def test_the_cells_of_a_formula(formula: str, cells: tuple[str, list[tuple[int, int]]] | None) -> None:
    assert cells_of(formula) == cells
