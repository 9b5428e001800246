"""The last sheet: every number of the report with the facts and the formula that it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.marks import COLUMNS, HEAD, HEAD_ROW, ORIGINS
from jixiao.formats.xlsx.write.styles import CELL, TEXT, height
from jixiao.formats.xlsx.write.styles import HEAD as HEAD_STYLE
from jixiao.formats.xlsx.write.words import clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.ledger import Entry, Ledger
    from jixiao.formats.grids.marks import Spot
    from jixiao.formats.xlsx.write.styles import Styles

_WIDTHS: Final = (10, 24, 7, 13, 16, 6, 7, 11, 34, 40)
_FACTS: Final = COLUMNS.index("事实")
_FORMULA: Final = COLUMNS.index("公式")
_HIGHEST: Final = 64
"""Points of a row: a sum of fifty projects is read in the line above the sheet, not over two pages."""
_TITLE: Final = ("数据来源", "本表列出文件中每个数的出处。请勿修改：改动后无法再核对。")


def write_sources(
    sheet: Worksheet, ledger: Ledger, places: Mapping[str, tuple[str, Spot]], styles: Styles
) -> None:
    """``places``: for each entry the sheet and the cell that show it; what is not shown is not listed."""
    entries = [entry for entry in ledger.entries if entry.name in places]
    said = (
        _TITLE,
        *((words, str(getattr(ledger, field.replace("-", "_")))) for words, field in HEAD.items()),
    )
    label, value = styles(TEXT, {"font_name": "黑体", "font_size": 10.5}), styles(TEXT, {"text_wrap": False})
    for row, (name, words) in enumerate(said):
        sheet.write_string(row, 0, name, label)
        sheet.write_string(row, 1, clean_text(words), value)
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(HEAD_ROW - 1, column, name, styles(HEAD_STYLE))
    for row, entry in enumerate(entries, start=HEAD_ROW):
        _write_entry(sheet, row, entry, places[entry.name], styles)
    sheet.freeze_panes(HEAD_ROW, 1)
    sheet.autofilter(HEAD_ROW - 1, 0, HEAD_ROW - 1 + max(len(entries), 1), len(COLUMNS) - 1)
    sheet.repeat_rows(HEAD_ROW - 1)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:J{HEAD_ROW + len(entries)}"})


def _write_entry(sheet: Worksheet, row: int, entry: Entry, place: tuple[str, Spot], styles: Styles) -> None:
    text, wide = styles(CELL, {"text_wrap": False}), styles(CELL)
    link = styles(CELL, {"font_color": "#1F4E79", "underline": 1})
    name, spot = place
    where = f"{name}!{spot.cell}"
    facts = "\n".join(entry.facts)
    sheet.write_string(row, 0, entry.name, text)
    sheet.write_url(row, 1, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!{spot.cell}", link, where)
    # as text: a number of Excel has fifteen digits, a ledger all of them
    value = "" if entry.value is None else f"{entry.value:f}"
    start = "" if spot.start is None else str(spot.start + 1)
    said = (start, entry.printed, value, entry.unit, str(entry.decimals), ORIGINS[entry.origin])
    for column, words in enumerate(said, start=2):
        sheet.write_string(row, column, clean_text(words), text)
    sheet.write_string(row, _FACTS, clean_text(facts), wide)
    sheet.write_string(row, _FORMULA, clean_text(entry.formula), wide)
    wrapped = ((where, 1), (facts, _FACTS), (entry.formula, _FORMULA))
    needed = max(height(words, _WIDTHS[column], 10.5) for words, column in wrapped)
    sheet.set_row(row, min(needed, _HIGHEST))
