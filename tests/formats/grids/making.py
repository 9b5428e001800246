"""A workbook with all that a sheet may show, as xlsx, and what LibreOffice and our hands make of it."""

import io
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import openpyxl
from bench.hostile.old import compound
from bench.workbooks import xls, xlsb
from openpyxl.styles import Alignment
from tests.support import require

from jixiao.core.document import Document


def shown() -> bytes:
    """Titles, unit lines, merged cells, formats of numbers, errors, truth, dates, hidden things, notes."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "收支 '总'表"
    sheet.append(["2023年度收入支出决算总表"])
    sheet.append(["部门：城市管理局", None, None, None, "单位：万元"])
    sheet.append(["项目", "预算", None, "执行率", "备注"])
    sheet.append([None, "年初", "调整后"])
    rows: tuple[tuple[str | float | date | None, ...], ...] = (
        ("基本支出", 1253.4, 1235.4, 0.9067, "含\n两行"),
        ("项目支出", 311.4, -300, 1.005, "/"),
        ("其他", 0, None, None, "无"),
        ("差错", "#DIV/0!", True, date(2023, 12, 31), 0.1 + 0.2),
        ("合计", 1564.8, 935.4, 0.5978, 20231231),
    )
    for row in rows:
        sheet.append(row)
    for at in range(5, 10):
        sheet[f"B{at}"].number_format = "#,##0.00"
        sheet[f"C{at}"].number_format = "#,##0.00_ ;[Red]-#,##0.00"
        sheet[f"D{at}"].number_format = "0.00%"
    sheet["C8"].number_format = "General"
    sheet["D8"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["E5"].alignment = Alignment(wrap_text=True)
    sheet["A11"] = "注：本表反映部门本年度总收支和年末结转结余情况。"
    for area in ("A1:E1", "A3:A4", "B3:C3", "D3:D4", "E3:E4"):
        sheet.merge_cells(area)
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["G"].hidden = True
    other = book.create_sheet("隐藏")
    other["B2"] = "只有一段文字的工作表，也要读到。"
    other.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def old(data: bytes) -> bytes:
    """The same in a compound file, as Excel 97 and WPS save it."""
    return compound("Workbook", xls.stream(data))


def binary(data: bytes) -> bytes:
    """The same as xlsb."""
    return xlsb.binary(data)


def converted(folder: Path, files: Mapping[str, bytes], kind: str) -> dict[str, bytes]:
    """What LibreOffice makes of xlsx files, by the names given, in one run."""
    office = require("soffice")
    source = folder / "in"
    source.mkdir()
    for name, data in files.items():
        (source / f"{name}.xlsx").write_bytes(data)
    command = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", kind, "--outdir", str(folder / "out")]
    command += [str(source / f"{name}.xlsx") for name in files]
    subprocess.run(command, check=True, capture_output=True)
    return {name: (folder / "out" / f"{name}.{kind}").read_bytes() for name in files}


def told(document: Document) -> list[object]:
    """All that a document tells: blocks, cells with what they cover, places."""
    return [
        (
            block.kind,
            block.level,
            block.text,
            block.sheet,
            [
                (cell.row, cell.column, cell.row_span, cell.column_span, cell.reference, cell.text)
                for cell in block.cells
            ],
        )
        for block in document.blocks
    ]
