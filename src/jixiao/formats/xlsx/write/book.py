"""The workbook: the text, a sheet for each table and chart, where the numbers come from."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from jixiao.core.look import Properties
from jixiao.formats.grids.grid import name_cell
from jixiao.formats.grids.marks import CHART, SOURCES, TABLE, TEXT, Spot
from jixiao.formats.xlsx.write.charts import add_chart
from jixiao.formats.xlsx.write.plan import plan
from jixiao.formats.xlsx.write.sources import write_sources
from jixiao.formats.xlsx.write.styles import Styles
from jixiao.formats.xlsx.write.tables import Sheet
from jixiao.formats.xlsx.write.text import write_lines

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from jixiao.core.document import Document

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Of a report that does not say when it was made: the same report gives the same bytes."""
_DRAFT: Final = '&C&"黑体,常规"&28&KC0392B草　稿'


def book(document: Document) -> bytes:
    """The workbook as bytes."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    made = Workbook(stream, _OPTIONS)
    properties = document.properties or Properties()
    made.set_properties(_properties(properties, document.name))
    made.set_calc_mode("auto")
    _fill(made, document, properties)
    made.close()
    return stream.getvalue()


def _fill(made: Workbook, document: Document, properties: Properties) -> None:
    dealt = plan(document)
    styles = Styles(made)
    entries = {} if document.ledger is None else {entry.name: entry for entry in document.ledger.entries}
    places: dict[str, tuple[str, Spot]] = {}
    if dealt.text:
        sheet = made.add_worksheet(dealt.text)
        found = write_lines(sheet, dealt.lines, styles)
        places |= {name: (dealt.text, spot) for name, spot in found.items()}
        made.define_name(TEXT, f"={_quoted(dealt.text)}!$A$1")
        _furnish(sheet, properties)
    for number, page in enumerate(dealt.pages, start=1):
        sheet = made.add_worksheet(page.name)
        one = Sheet(sheet, page, styles, entries, {})
        one.write()
        chart = page.table.kind == "chart"
        if chart:
            add_chart(made, one, page.name)
        places |= {name: (page.name, spot) for name, spot in one.found.items()}
        first, last = name_cell(one.top + 1, 1), name_cell(one.top + one.rows, len(one.widths))
        made.define_name(
            f"{CHART if chart else TABLE}{number}", f"={_quoted(page.name)}!{_fixed(first)}:{_fixed(last)}"
        )
        _furnish(sheet, properties)
    if document.ledger is not None:
        sheet = made.add_worksheet(dealt.sources)
        sheet.set_tab_color("#7F7F7F")
        write_sources(sheet, document.ledger, places, styles)
        for name, (where, spot) in places.items():  # names move with their cells when rows are inserted
            made.define_name(name, f"={_quoted(where)}!{_fixed(spot.cell)}")
        made.define_name(SOURCES, f"={_quoted(dealt.sources)}!$A$1")
        _furnish(sheet, properties)


def _furnish(sheet: Worksheet, properties: Properties) -> None:
    sheet.set_footer("&C第 &P 页　共 &N 页")
    if properties.draft:
        sheet.set_header(_DRAFT)
    sheet.hide_gridlines(2)


def _properties(properties: Properties, name: str) -> dict[str, Any]:
    said = {
        "title": properties.title or name,
        "author": properties.author,
        "subject": properties.subject,
        "keywords": properties.keywords,
        "category": "草稿" if properties.draft else "",
        "comments": "由 jixiao 根据绩效数据生成",
    }
    try:
        created = datetime.fromisoformat(properties.created)
    except ValueError:
        created = _EPOCH
    return said | {"created": created.replace(tzinfo=None)}


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _fixed(cell: str) -> str:
    letters = cell.rstrip("0123456789")
    return f"${letters}${cell[len(letters) :]}"
