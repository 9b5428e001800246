"""Binary workbooks: what they may hold beyond others, and what is broken in them."""

import struct

import pytest
from bench.workbooks.xlsb import Formats, binary, number, pack, record, row_head, string
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.grids.making import shown

from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.xlsb.read import read
from jixiao.formats.xlsb.records import packed, records

SHEET = "xl/worksheets/sheet1.bin"
ENTRY = record(156, struct.pack("<II", 0, 1) + string("rId1") + string("表"))


def made(*cells: bytes, sheets: bytes = ENTRY, styles: bytes = b"") -> bytes:
    """A workbook of one sheet with these records in it."""
    return pack({SHEET: b"".join(cells), "xl/workbook.bin": record(131) + sheets, "xl/styles.bin": styles})


def cells(data: bytes) -> dict[str | None, str]:
    return {cell.reference: cell.text for block in read(data, "a.xlsb").blocks for cell in block.cells}


def cell(kind: int, column: int, body: bytes, style: int = 0) -> bytes:
    return record(kind, struct.pack("<II", column - 1, style) + body)


def short(kind: int, body: bytes) -> bytes:
    """A cell that tells no column."""
    return record(kind, bytes(4) + body)


def test_every_kind_of_cell() -> None:
    found = cells(
        made(
            row_head(2),
            cell(6, 1, string("项目")),
            short(16, struct.pack("<d", 2.5)),
            short(13, struct.pack("<I", 4 << 2 | 2)),
            short(14, b"\x07"),
            short(15, b"\x01"),
            short(12, b""),
            short(17, string("说明")),
            cell(62, 8, b"\0" + string("几种字体")),
            row_head(3),
            cell(1, 1, b""),
            cell(8, 2, string("结果")),
            cell(10, 3, b"\0"),
            cell(11, 4, b"\x2a"),
            cell(99, 5, b""),
        )
    )
    assert {name: text for name, text in found.items() if text} == {
        "A2": "项目",
        "B2": "2.5",
        "C2": "4",
        "D2": "#DIV/0!",
        "E2": "TRUE",
        "G2": "说明",
        "H2": "几种字体",
        "B3": "结果",
        "C3": "FALSE",
        "D3": "#N/A",
    }


@pytest.mark.parametrize(
    ("value", "code", "expected"), [(0.9067, 10, "90.67%"), (1253.4, '#,##0.00"元"', "1,253.40元")]
)
def test_numbers_are_shown_by_their_format(value: float, code: int | str, expected: str) -> None:
    formats = Formats()
    style = formats.style(code)
    data = made(
        row_head(1), number(value, column=1, style=style), number(1, column=2, style=0), styles=formats.part()
    )
    assert cells(data)["A1"] == expected


@given(st.integers(-(2**29), 2**29 - 1), st.booleans())
def test_packed_whole_numbers(value: int, hundredths: bool) -> None:  # noqa: FBT001 - drawn by position
    assert packed((value << 2 & 0xFFFFFFFC) | 2 | hundredths) == (value / 100 if hundredths else value)


@given(st.lists(st.tuples(st.integers(0, 0x3FFF), st.binary(max_size=300))))
def test_records_come_back(made_of: list[tuple[int, bytes]]) -> None:
    assert list(records(b"".join(record(kind, body) for kind, body in made_of))) == made_of


def test_places_beyond_a_sheet_are_passed_over() -> None:
    far = row_head(2**31), number(1, column=1, style=0), row_head(1), number(1, column=20_000, style=0)
    merged = record(176, struct.pack("<IIII", 0, 2**32 - 1, 0, 2**32 - 1))
    assert cells(made(*far, number(1, column=1, style=0), number(2, column=2, style=0), merged)) == {
        "A1": "1",
        "B1": "2",
    }


def refusal(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        discovery.read(data, "a.xlsb")
    assert caught.value.message.endswith("。")
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (made(row_head(1), b"\x05\x7f"), "damaged_workbook"),
        (made(row_head(1), b"\x85"), "damaged_workbook"),
        (made(row_head(1), record(5, b"\0\0\0\0")), "damaged_workbook"),
        (made(row_head(1), cell(4, 1, b"")), "damaged_workbook"),
        (made(row_head(1), cell(6, 1, b"\xff\xff\xff\x0f")), "damaged_workbook"),
        (made(record(0, b"")), "damaged_workbook"),
        (made(sheets=b""), "no_sheets"),
        (made(sheets=record(156, b"\0")), "damaged_workbook"),
        (made(sheets=ENTRY * 501), "too_many_sheets"),
        (made(styles=record(44, b"\0")), "damaged_workbook"),
        (binary(shown())[:900], "damaged_archive"),
    ],
)
def test_broken(data: bytes, expected: str) -> None:
    assert refusal(data) == expected


def test_an_empty_sheet_is_noted() -> None:
    assert read(made(), "a.xlsb").notes == ("工作簿中没有文字和数字，内容可能是图片。",)
