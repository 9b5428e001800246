"""The same table as text, Word file, workbook and web page makes the same claims, cells merged or dropped."""

import io
from collections.abc import Callable

import docx
import openpyxl
import pytest

from jixiao.claims.extraction import extract
from jixiao.core.document import Document
from jixiao.formats.discovery import read
from jixiao.formats.txt.read import read_text

Rows = list[list[str]]
Merged = list[tuple[int, int, int, int]]

TOTALS: Rows = [
    ["收入", "", "", "支出", "", ""],
    ["项目", "行次", "金额", "项目", "行次", "金额"],
    ["栏次", "", "1", "栏次", "", "2"],
    ["一、财政拨款收入", "1", "823.40", "一、公共安全支出", "21", "512.36"],
    ["二、其他收入", "2", "46.15", "二、教育支出", "22", "329.08"],
    ["", "3", "", "三、住房保障支出", "23", "61.77"],
    ["本年收入合计", "4", "869.55", "本年支出合计", "24", "903.21"],
    ["年初结转和结余", "5", "58.02", "年末结转和结余", "25", "24.36"],
    ["总计", "6", "927.57", "总计", "26", "927.57"],
]
VISITS: Rows = [
    ["预算数", "", "", "", "", "决算数", "", "", "", ""],
    ["合计", "出国费", "公务用车费", "", "", "合计", "出国费", "公务用车费", "", ""],
    ["", "", "小计", "购置费", "运行费", "", "", "小计", "购置费", "运行费"],
    ["48.60", "9.70", "38.90", "18.00", "20.90", "40.77", "4.62", "36.15", "17.38", "18.77"],
]
CLASSES: Rows = [
    ["项目", "", "合计", "基本支出", "项目支出"],
    ["科目编码", "科目名称", "", "", ""],
    ["合计", "", "934.15", "612.04", "322.11"],
    ["201", "公共服务支出", "623.05", "421.53", "201.52"],
    ["20103", "政府办公厅事务", "623.05", "421.53", "201.52"],
    ["205", "教育支出", "311.10", "190.51", "120.59"],
]
FUNDS: Rows = [
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["", "年度资金总额", "180.00", "236.50", "221.34", "10", "93.59%", "9.36"],
    ["", "其中：当年财政拨款", "160.00", "200.00", "191.20", "—", "95.60%", "—"],
    ["", "其他资金", "20.00", "36.50", "30.14", "—", "82.58%", "—"],
]
FORMS: dict[str, tuple[Rows, Merged, int]] = {
    "totals": (TOTALS, [(0, 0, 1, 3), (0, 3, 1, 3)], 4),
    "visits": (VISITS, [(0, 0, 1, 5), (0, 5, 1, 5), (1, 0, 2, 1), (1, 2, 1, 3), (1, 7, 1, 3)], 4),
    "classes": (CLASSES, [(0, 0, 1, 2), (0, 2, 2, 1), (0, 3, 2, 1), (0, 4, 2, 1), (2, 0, 1, 2)], 8),
    "funds": (FUNDS, [(0, 0, 1, 2)], 6),
}
"""Rows; merged cells as row, column, rows, columns; how many claims there are at least."""


def web_page(rows: Rows, merged: Merged) -> Document:
    covered = {
        (row + i, column + j)
        for row, column, height, width in merged
        for i in range(height)
        for j in range(width)
        if i or j
    }
    spans = {(row, column): (height, width) for row, column, height, width in merged}
    lines = []
    for r, row in enumerate(rows):
        cells = []
        for c, word in enumerate(row):
            height, width = spans.get((r, c), (1, 1))
            if (r, c) not in covered:
                cells.append(f'<td rowspan="{height}" colspan="{width}">{word}</td>')
        lines.append("<tr>" + "".join(cells) + "</tr>")
    page = f"<html><body><p>单位：万元</p><table>{''.join(lines)}</table></body></html>"
    return read(page.encode("utf-8"), "form.html")


def word_file(rows: Rows, merged: Merged) -> Document:
    file = docx.Document()
    file.add_paragraph("单位：万元")
    table = file.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, word in enumerate(row):
            table.cell(r, c).text = word
    for row_at, column, height, width in merged:
        cell = table.cell(row_at, column).merge(table.cell(row_at + height - 1, column + width - 1))
        cell.text = rows[row_at][column]
    buffer = io.BytesIO()
    file.save(buffer)
    return read(buffer.getvalue(), "form.docx")


def workbook(rows: Rows, merged: Merged) -> Document:
    file = openpyxl.Workbook()
    sheet = file.active
    assert sheet is not None
    sheet["A1"] = "单位：万元"
    for r, row in enumerate(rows):
        for c, word in enumerate(row):
            if word:
                is_amount = word.replace(".", "").isdigit() and "." in word
                cell = sheet.cell(r + 2, c + 1, float(word) if is_amount else word)
                cell.number_format = "0.00" if is_amount else "General"
    for row_at, column, height, width in merged:
        sheet.merge_cells(
            start_row=row_at + 2,
            start_column=column + 1,
            end_row=row_at + height + 1,
            end_column=column + width,
        )
    buffer = io.BytesIO()
    file.save(buffer)
    return read(buffer.getvalue(), "form.xlsx")


def bars(rows: Rows, _merged: Merged) -> Document:
    return read_text("单位：万元\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows))


def tabs(rows: Rows, _merged: Merged) -> Document:
    return read_text("单位：万元\n" + "\n".join("\t".join(row) for row in rows))


def told(document: Document) -> set[tuple[str, str, str, str]]:
    claims = (claim for claim in extract(document).claims if claim.kind != "restated")
    return {(claim.kind, claim.stated, claim.expression, claim.verdict) for claim in claims}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("make", [web_page, word_file, workbook, tabs])
def test_the_same_claims_come_out(make: Callable[[Rows, Merged], Document], name: str) -> None:
    rows, merged, least = FORMS[name]
    expected = told(bars(rows, merged))
    assert len(expected) >= least
    assert {verdict for *_, verdict in expected} == {"holds"}
    assert told(make(rows, merged)) == expected


@pytest.mark.parametrize("name", ["totals", "classes", "funds"])
def test_dropped_empty_cells_change_no_verdict(name: str) -> None:
    rows, _, least = FORMS[name]
    filled = [[word for word in row if word] for row in rows]
    for lines in (
        [f"{' | '.join(row)} |{'|' * (len(rows[0]) - len(row))}" for row in filled],
        [" ".join(row) for row in filled],
        [word for row in filled for word in row],
    ):
        found = told(read_text("\n".join(lines)))
        assert len(found) >= least
        assert {verdict for *_, verdict in found} == {"holds"}
