"""Files that are no workbook, or want to do harm: one clear sentence each."""

import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.dossiers.workbook.making import dossier

from jixiao.dossiers.faults import DossierError
from jixiao.dossiers.workbook import read_workbook, write_workbook
from jixiao.dossiers.workbook.reading import reader
from jixiao.dossiers.workbook.reading.grid import Grid
from jixiao.formats.xlsx.raw import RawCell, RawGrid

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def refused(data: bytes) -> str:
    """The one sentence that the reader says."""
    with pytest.raises(DossierError) as caught:
        read_workbook(data, "x.xlsx")
    assert len(caught.value.faults) == 1
    fault = caught.value.faults[0]
    assert fault.fix
    assert fault.message_en
    assert fault.fix_en
    return fault.message


def changed(parts: dict[str, bytes]) -> bytes:
    """A workbook with some of its parts replaced or added."""
    source = zipfile.ZipFile(io.BytesIO(write_workbook(dossier())))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, parts.get(name, source.read(name)))
        for name in parts.keys() - set(source.namelist()):
            archive.writestr(name, parts[name])
    return stream.getvalue()


def test_no_zip() -> None:
    assert "应当是压缩包" in refused(b"PDF-1.7 ...")


def test_an_old_workbook() -> None:
    assert "旧版办公软件" in refused(OLE + b"\x00" * 600)


def test_an_encrypted_workbook() -> None:
    assert "已加密" in refused(OLE + "EncryptedPackage".encode("utf-16-le"))


def test_a_truncated_file() -> None:
    assert "损坏" in refused(write_workbook(dossier())[:-300])


def test_another_workbook() -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["A1"] = "工资表"
    stream = io.BytesIO()
    book.save(stream)
    assert "不是绩效填报工作簿" in refused(stream.getvalue())


def test_an_entity_is_not_expanded() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    assert "DOCTYPE" in refused(changed({"xl/worksheets/sheet2.xml": bomb}))


def test_a_sheet_of_too_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_CELLS", 500)
    assert "有内容的单元格超过" in refused(write_workbook(dossier()))


def test_a_sheet_that_inflates_without_end() -> None:
    assert "压缩比" in refused(changed({"xl/worksheets/sheet2.xml": b"<worksheet>" + b" " * 2**25}))


def test_a_million_claimed_rows_cost_nothing() -> None:
    name = "xl/worksheets/sheet2.xml"
    sheet = zipfile.ZipFile(io.BytesIO(write_workbook(dossier()))).read(name)
    at = sheet.index(b"<dimension ref=")
    end = sheet.index(b"/>", at)
    claimed = sheet[:at] + b'<dimension ref="A1:XFD1048576"' + sheet[end:]
    claimed = claimed.replace(b"</sheetData>", b'<row r="1048576"><c r="A1048576"/></row></sheetData>')
    assert read_workbook(changed({name: claimed}), "x.xlsx") == dossier()


def test_macros_are_told_and_never_run() -> None:
    data = changed({"xl/vbaProject.bin": OLE + b"macro"})
    read = reader.read(data, "x.xlsm")
    assert read.dossier == dossier()
    assert "宏没有运行" in read.notices[0].message


def test_links_to_other_files_are_never_followed() -> None:
    link = (
        b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>'
        b"</externalLink>"
    )
    data = changed({"xl/externalLinks/externalLink1.xml": link})
    assert read_workbook(data, "x.xlsx") == dossier()


def test_a_cell_merged_over_the_whole_sheet_costs_nothing() -> None:
    name = "xl/worksheets/sheet26.xml"
    sheet = zipfile.ZipFile(io.BytesIO(write_workbook(dossier()))).read(name)
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A30:XFD1048576"/></mergeCells>'
    sheet = sheet.replace(b"</sheetData>", merged)
    assert read_workbook(changed({name: sheet}), "x.xlsx") == dossier()


def test_many_merged_ranges_are_followed_over_so_many_cells_only() -> None:
    merges = [(2 + 10 * at, 1, 11 + 10 * at, 2_000) for at in range(50_000)]
    grid = Grid("表", RawGrid(merges=[(1, 1, 1, 3), *merges]))
    assert grid.merged[1, 3] == (1, 1, 1, 3)
    assert len(grid.merged) < 200_000


def test_a_number_beyond_measure_is_none() -> None:
    assert RawCell("n", "1E+999999").number is None
    assert RawCell("n", "1E+300").number == Decimal("1E+300")
