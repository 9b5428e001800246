"""The workbook behind a chart: what Word opens at 编辑数据.

Written directly: its numbers are exactly those of the report (a library would pass them through floats), and
it takes a tenth of a millisecond.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from jixiao.core.digits import plain_digits
from jixiao.formats.drawing.markup import content

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.formats.drawing.data import ChartData

SHEET = "Sheet1"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_FIXED = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPES}.sharedStrings+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
}


def workbook(data: ChartData) -> bytes:
    """The workbook of a chart: categories in column A, series from column B on, names in row 1."""
    strings: dict[str, int] = {}
    rows = [_row(1, [_text("", strings), *(_text(one.name, strings) for one in data.series)])]
    for row, category in enumerate(data.categories):
        numbers = [_number(one.values[row]) for one in data.series]
        rows.append(_row(row + 2, [_text(category, strings), *numbers]))
    parts = {
        **_FIXED,
        "xl/styles.xml": _styles(decimal_format(data.look.decimals)),
        "xl/sharedStrings.xml": _strings(strings),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="28" customWidth="1"/></cols>'
            f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
        ),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), _HEAD + xml, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def decimal_format(decimals: int) -> str:
    """The format of numbers with so many decimals, in the workbook, the chart's copy of it and labels."""
    return f"0.{'0' * decimals}" if decimals > 0 else "0"


def column_letter(column: int) -> str:
    """The name of a column, counted from 1: A, B … Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _row(number: int, cells: list[str]) -> str:
    placed = (
        cell.replace("<c", f'<c r="{column_letter(column)}{number}"', 1)
        for column, cell in enumerate(cells, start=1)
    )
    return f'<row r="{number}">{"".join(placed)}</row>'


def _text(text: str, strings: dict[str, int]) -> str:
    return f'<c t="s"><v>{strings.setdefault(text, len(strings))}</v></c>' if text else ""


def _number(value: Decimal | None) -> str:
    return "" if value is None else f'<c s="1"><v>{plain_digits(value)}</v></c>'


def _strings(strings: dict[str, int]) -> str:
    items = "".join(f'<si><t xml:space="preserve">{content(text)}</t></si>' for text in strings)
    return f'<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{items}</sst>'


def _styles(code: str) -> str:
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts count="1">'
        f'<numFmt numFmtId="164" formatCode="{code}"/></numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
