"""Findings in a copy: for every format of workbooks that nothing here writes, an xlsx with comments."""

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from tests.formats.csv.test_read import TABLE
from tests.formats.grids.making import binary, old, shown
from tests.formats.ods.test_read import cell, made, row, sheet

from jixiao.cli.support.application import application
from jixiao.core.document import Document
from jixiao.core.finding import Finding
from jixiao.core.place import Place
from jixiao.formats import discovery
from jixiao.formats.grids.grid import Grid
from jixiao.formats.grids.workbook import Sheet, given
from jixiao.formats.xlsx.copying import annotated_copy

SHOWN = shown()
ROWS = row(cell("项目"), cell("执行率")) + row(cell("a"), cell("90.67%"))
FORMATS: dict[str, Callable[[], bytes]] = {
    "xls": lambda: old(SHOWN),
    "xlsb": lambda: binary(SHOWN),
    "csv": TABLE.encode,
    "ods": lambda: made(sheet(row(cell("表：说明"), "") + ROWS, 'table:name="a/b:c"')),
}
each_format = pytest.mark.parametrize("kind", sorted(FORMATS))


def finding(place: Place, title: str = "比率不符") -> Finding:
    return Finding("JX101", "error", "rate", title, "原文有误。", "The text is wrong.", "90.67%", place)


def content(document: Document) -> list[object]:
    return [
        (
            block.kind,
            block.text,
            [(one.reference, one.text, one.row_span, one.column_span) for one in block.cells],
        )
        for block in document.blocks
    ]


def read(kind: str) -> tuple[bytes, Document]:
    data = FORMATS[kind]()
    return data, discovery.read(data, f"a.{kind}")


@each_format
def test_the_copy_reads_as_the_original_does(kind: str) -> None:
    data, document = read(kind)
    copy = discovery.annotate(kind, data, document, [])
    assert content(discovery.read(copy, "a.xlsx")) == content(document)
    assert copy == discovery.annotate(kind, data, document, [])


@each_format
def test_comments_stand_on_their_cells(kind: str) -> None:
    data, document = read(kind)
    table = next(block for block in document.blocks if block.cells)
    text = next(block for block in document.blocks if not block.cells)
    last = next(one for one in reversed(table.cells) if one.text)
    places = [table.place(0, 1, last), table.place(0, 1, last), text.place(0, 1)]
    copy = discovery.annotate(kind, data, document, [finding(place) for place in places])
    book = openpyxl.load_workbook(io.BytesIO(copy))
    comments = {
        (one.value, one.comment.text.count("【错误】JX101 比率不符"))
        for page in book
        for cells in page.iter_rows()
        for one in cells
        if one.comment is not None
    }
    assert comments == {(last.text, 2), (text.text, 1)}


def test_hidden_sheets_stay_hidden_and_merged_cells_merged() -> None:
    data, document = read("xls")
    book = openpyxl.load_workbook(io.BytesIO(discovery.annotate("xls", data, document, [])))
    assert [page.sheet_state for page in book] == ["visible", "hidden"]
    assert {str(area) for area in book.worksheets[0].merged_cells.ranges} == {
        "A1:E1",
        "A3:A4",
        "B3:C3",
        "D3:D4",
        "E3:E4",
    }


def test_odd_grids_are_written_too() -> None:
    grid = Grid(rows={1: {1: "甲", 2: "1"}, 3: {2: "长" * 20_000}}, hidden=True)
    grid.merges += [(1, 1, 1, 2), (1, 2, 2, 3), (5, 5, 4_000, 9), (3, 2, 3, 16_384)]
    place = Place(0, 0, 1, sheet="没有", cell="C1")
    copy = annotated_copy(
        [Sheet("", given(grid)), Sheet("=1+1", given(Grid()))], [finding(place, "长" * 40_000)]
    )
    book = openpyxl.load_workbook(io.BytesIO(copy))
    assert book.sheetnames == ["表格", "=1+1"]
    assert book.worksheets[0]["C1"].comment is not None


def test_the_command_names_the_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in ("xls", "csv"):
        (tmp_path / f"收支.{kind}").write_bytes(FORMATS[kind]())
    (tmp_path / "收支.xlsx").write_bytes(SHOWN)
    names = [str(path) for path in sorted(tmp_path.iterdir())]
    application(["check", *names, "--annotate", str(tmp_path / "批注")])
    copies = sorted(path.name for path in (tmp_path / "批注").iterdir())
    assert copies == ["收支-2.xlsx", "收支-3.xlsx", "收支.xlsx"]
    assert capsys.readouterr().err.count("副本只含原文件显示的内容") == 2


def test_a_name_that_does_not_fit_the_copy_gets_its_extension(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(FORMATS["xls"]())
    application(["check", str(tmp_path / "a.xls"), "--annotate", str(tmp_path / "b.xls")])
    assert (tmp_path / "b.xls.xlsx").is_file()
    assert not (tmp_path / "b.xls").exists()
