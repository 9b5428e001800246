"""One workbook in every format: the same blocks, cells, notes and findings, each in its cell."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from tests.formats.grids.making import binary, converted, old, shown, told
from tests.support import ROOT

from jixiao.core.finding import Finding
from jixiao.formats import discovery
from jixiao.formats.txt.read import read_text
from jixiao.formats.xlsx.write import write
from jixiao.pipeline import check_bytes

SHOWN = shown()
REPORTS = sorted((ROOT / "examples").glob("*/report-as-published-figures.txt"))
TEXTS = {
    "B5": "1,253.40",
    "C6": "-300.00",
    "D5": "90.67%",
    "D6": "100.50%",
    "E6": "/",
    "B7": "0.00",
    "C7": "",
    "E7": "无",
    "B8": "#DIV/0!",
    "C8": "TRUE",
    "D8": "2023年12月31日",
    "E8": "0.3",
    "E9": "20231231",
}


def books() -> dict[str, bytes]:
    """The reports of the examples as workbooks, and one of ours with its ledger."""
    texts = {path.parent.name: path.read_text(encoding="utf-8") for path in REPORTS}
    return {name: write(read_text(text, "报告.txt")) for name, text in texts.items()}


def finding(one: Finding) -> tuple[str, ...]:
    places = [one.place, *(other.place for other in one.related)]
    return (
        one.code,
        one.severity,
        one.stated,
        one.computed,
        *(f"{place.sheet}!{place.cell}" for place in places),
    )


def test_a_sheet_is_read_as_it_shows_itself() -> None:
    document = discovery.read(SHOWN, "a.xlsx")
    cells = {cell.reference: cell.text for block in document.blocks for cell in block.cells}
    assert {name: cells[name] for name in TEXTS} == TEXTS
    assert len(document.notes) == 2  # what is hidden


@pytest.mark.parametrize(("kind", "make"), [("xls", old), ("xlsb", binary)])
def test_made_by_hand(kind: str, make: Callable[[bytes], bytes]) -> None:
    expected = discovery.read(SHOWN, "a.xlsx")
    found = discovery.read(make(SHOWN), f"a.{kind}")
    assert found.format == kind
    assert told(found) == told(expected)
    assert found.notes == expected.notes


def test_another_reader_sees_the_binary_workbook_made_by_hand() -> None:
    ours, theirs = (CalamineWorkbook.from_filelike(io.BytesIO(data)) for data in (SHOWN, binary(SHOWN)))
    assert theirs.sheet_names == ours.sheet_names
    for name in ours.sheet_names:
        assert values(theirs, name) == values(ours, name)


def values(book: CalamineWorkbook, name: str) -> list[list[str]]:
    rows = [[str(value) for value in row] for row in book.get_sheet_by_name(name).to_python()]
    return [row for row in rows if any(row)]


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_made_by_an_office_program(tmp_path: Path, kind: str) -> None:
    made = converted(tmp_path, {"a": SHOWN}, kind)["a"]
    expected = discovery.read(SHOWN, "a.xlsx")
    found = discovery.read(made, f"a.{kind}")
    assert found.format == kind
    assert told(found) == told(expected)
    assert found.notes == expected.notes


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_the_same_findings_in_the_same_cells(tmp_path: Path, kind: str) -> None:
    files = books()
    for name, data in converted(tmp_path, files, kind).items():
        expected, found = check_bytes(files[name], f"{name}.xlsx"), check_bytes(data, f"{name}.{kind}")
        assert found.error is None
        assert found.format == kind
        assert [finding(one) for one in found.findings] == [finding(one) for one in expected.findings]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_the_same_findings_in_binary_workbooks(path: Path) -> None:
    data = write(read_text(path.read_text(encoding="utf-8"), "报告.txt"))
    expected = check_bytes(data, "a.xlsx")
    found = check_bytes(binary(data), "a.xlsb")
    assert [finding(one) for one in found.findings] == [finding(one) for one in expected.findings]
    assert expected.document is not None
    assert found.document == replace(expected.document, name="a.xlsb", format="xlsb")


def test_the_name_decides_nothing() -> None:
    assert discovery.detect(old(SHOWN), "a.xlsx") == "xls"
    assert discovery.detect(binary(SHOWN), "a.xls") == "xlsb"
    assert discovery.detect(SHOWN, "a.et") == "xlsx"
