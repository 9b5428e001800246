"""Workbooks of Excel 97 and WPS: with and without container, older ones, broken and hostile ones."""

import struct

import pytest
from bench.hostile.old import compound
from bench.workbooks.xls import FILEPASS, GLOBALS, WORKSHEET, begin, record, stream
from tests.formats.grids.making import old, shown, told

from jixiao.core.errors import ReadError
from jixiao.formats import discovery
from jixiao.formats.xls import records
from jixiao.formats.xls.read import read

STREAM = stream(shown())
END = record(0x0A)


def made(*cells: bytes, head: bytes = b"", version: int = 0x600) -> bytes:
    """A workbook of one sheet with these records of cells."""
    name = b"\x01\x00a" if version == 0x600 else b"\x01a"
    style = record(0xE0, bytes(20 if version == 0x600 else 16))
    start = begin(GLOBALS, version) + head + style
    offset = len(start) + len(record(0x85, bytes(6) + name)) + len(END)
    entry = record(0x85, struct.pack("<IBB", offset, 0, 0) + name)
    return start + entry + END + begin(WORKSHEET, version) + b"".join(cells) + END


def number(row: int, column: int, value: float = 1.5) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def text(row: int, column: int, words: bytes) -> bytes:
    """A text of a workbook of Excel 95: bytes of a code page."""
    return record(0x204, struct.pack("<HHHH", row, column, 0, len(words)) + words)


def cells(data: bytes) -> dict[str | None, str]:
    return {cell.reference: cell.text for block in read(data, "a.xls").blocks for cell in block.cells}


def test_the_container_may_be_missing() -> None:
    assert discovery.detect(STREAM, "a") == "xls"
    assert told(read(STREAM, "a.xls")) == told(read(old(shown()), "a.xls"))


def test_the_old_name_of_the_stream() -> None:
    assert told(discovery.read(compound("Book", STREAM), "a.et")) == told(read(STREAM, "a.xls"))


@pytest.mark.parametrize("head", [b"", record(0x42, struct.pack("<H", 936))])
def test_excel_95_in_chinese_with_or_without_a_code_page(head: bytes) -> None:
    rows = (
        text(0, 0, "项目".encode("gbk")),
        text(0, 1, "预算数".encode("gbk")),
        text(1, 0, b"a"),
        number(1, 1),
    )
    assert cells(made(*rows, head=head, version=0x500)) == {
        "A1": "项目",
        "B1": "预算数",
        "A2": "a",
        "B2": "1.5",
    }


def test_far_corners_cost_nothing() -> None:
    assert cells(made(number(0, 0), number(0, 1), number(65_535, 255))) == {
        "A1": "1.5",
        "B1": "1.5",
        "IV65536": "1.5",
    }


@pytest.mark.parametrize(
    ("value", "expected"), [(float("inf"), "#NUM!"), (float("nan"), "#NUM!"), (-0.0, "0")]
)
def test_odd_numbers(value: float, expected: str) -> None:
    assert cells(made(number(0, 0, value), number(0, 1)))["A1"] == expected


def test_too_many_filled_cells_are_cut_and_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jixiao.formats.grids.verbs.MAX_CELLS", 4)
    document = read(made(*(number(row, column) for row in range(4) for column in range(2))), "a.xls")
    assert len(document.blocks[0].cells) == 4
    assert len(document.notes) == 1


def refusal(data: bytes, name: str = "a.xls") -> str:
    with pytest.raises(ReadError) as caught:
        discovery.read(data, name)
    assert caught.value.message.endswith("。")
    assert caught.value.message_en.endswith(".")
    return caught.value.code


def test_encrypted() -> None:
    locked = compound("Workbook", begin(GLOBALS) + record(FILEPASS, bytes(54)) + STREAM[20:])
    assert refusal(locked) == "encrypted"


def test_too_many_stored_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    blank = [record(0xBE, struct.pack("<HH", row, 0) + bytes(2 * 256) + b"\xff\0") for row in range(8)]
    assert read(made(*blank, number(9, 0)), "a.xls").blocks
    monkeypatch.setattr(records, "MAX_STORED", 2000)
    assert refusal(made(*blank)) == "too_many_cells"


def test_cells_too_far_apart() -> None:
    assert refusal(made(*(number(row, 255) for row in range(32_000)))) == "too_many_cells"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (compound("Workbook", b""), "damaged_workbook"),
        (compound("Workbook", STREAM[:20] + b"\xff" * 400), "damaged_workbook"),
        (compound("Workbook", begin(GLOBALS) + END), "no_sheets"),
        (made(record(0x203, b"\0\0")), "damaged_workbook"),
        (old(shown())[:600], "damaged_archive"),
        (old(shown())[:2200], "damaged_workbook"),
        (begin(GLOBALS), "damaged_workbook"),
        (STREAM[:-4], "damaged_workbook"),
        (STREAM[: len(STREAM) // 2], "damaged_workbook"),
    ],
)
def test_broken(data: bytes, expected: str) -> None:
    assert refusal(data) == expected


def test_a_word_file_with_a_workbook_is_none() -> None:
    assert discovery.detect(compound("WordDocument", STREAM), "a.xls") != "xls"
