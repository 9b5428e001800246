"""The last sheet: every number of the report with the facts and the formula that it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.xlsx.write.styles import CELL, HEAD, TEXT, height
from jixiao.formats.xlsx.write.words import clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.ledger import Entry, Ledger
    from jixiao.formats.xlsx.write.styles import Styles

COLUMNS: Final = (
    ("编号", 10),
    ("位置", 24),
    ("印出的数", 13),
    ("数值", 16),
    ("单位", 6),
    ("小数位", 7),
    ("来源", 11),
    ("事实", 34),
    ("公式", 40),
)
ORIGINS: Final = {"fact": "事实", "computed": "计算", "words": "文字中的数", "template": "模板自带"}
HEAD_ROWS: Final = 6
"""Rows (from 0) before the headings of the columns: what the report was made from."""


def write_sources(
    sheet: Worksheet, ledger: Ledger, places: Mapping[str, tuple[str, str]], styles: Styles
) -> None:
    """``places``: for each entry the sheet and the cell that show it."""
    said = (
        ("数据来源", "本表列出文件中每个数的出处。请勿修改：改动后无法再核对。"),
        ("报告种类", ledger.kind),
        ("单位", ledger.department),
        ("年度", str(ledger.year)),
        ("规则", ledger.rulebook),
        ("数据指纹", ledger.facts_digest),
    )
    label, value = styles(TEXT, {"font_name": "黑体", "font_size": 10.5}), styles(TEXT, {"text_wrap": False})
    for row, (name, words) in enumerate(said):
        sheet.write_string(row, 0, name, label)
        sheet.write_string(row, 1, clean_text(words), value)
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(HEAD_ROWS, column, name, styles(HEAD))
    for row, entry in enumerate(ledger.entries, start=HEAD_ROWS + 1):
        _write_entry(sheet, row, entry, places.get(entry.name), styles)
    sheet.freeze_panes(HEAD_ROWS + 1, 1)
    sheet.autofilter(HEAD_ROWS, 0, HEAD_ROWS + max(len(ledger.entries), 1), len(COLUMNS) - 1)
    sheet.repeat_rows(HEAD_ROWS)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:I{HEAD_ROWS + 1 + len(ledger.entries)}"})


def _write_entry(
    sheet: Worksheet, row: int, entry: Entry, place: tuple[str, str] | None, styles: Styles
) -> None:
    text, wide = styles(CELL, {"text_wrap": False}), styles(CELL)
    facts, formula = "\n".join(entry.facts), entry.formula
    sheet.write_string(row, 0, entry.name, text)
    if place is None:
        sheet.write_blank(row, 1, None, text)
    else:
        name, cell = place
        target = f"internal:'{name.replace(chr(39), chr(39) * 2)}'!{cell}"
        link = styles(CELL, {"font_color": "#1F4E79", "underline": 1})
        sheet.write_url(row, 1, target, link, f"{name}!{cell}")
    # as text: a number of Excel has fifteen digits, a ledger all of them
    value = "" if entry.value is None else f"{entry.value:f}"
    said = (entry.printed, value, entry.unit, str(entry.decimals), ORIGINS[entry.origin])
    for column, words in enumerate(said, start=2):
        sheet.write_string(row, column, clean_text(words), text)
    sheet.write_string(row, 7, clean_text(facts), wide)
    sheet.write_string(row, 8, clean_text(formula), wide)
    where = "" if place is None else "!".join(place)
    wrapped = ((where, 1), (facts, 7), (formula, 8))
    sheet.set_row(row, max(height(words, COLUMNS[column][1], 10.5) for words, column in wrapped))
