"""Tables to take away: a workbook with real numbers, or comma-separated text that office programs open."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from jixiao.renderers.sheets import head, new_book, styles, text
from jixiao.web.dashboards.tables import Column
from jixiao.web.points import yuan

LAMPS: Final = {
    "red": _("红灯"),
    "yellow": _("黄灯"),
    "green": _("绿灯"),
    "blue": _("蓝灯"),
    "none": _("无"),
}
_WIDTHS: Final = {"text": 24, "count": 10, "money": 18, "percent": 12, "lamp": 8, "date": 12}
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def words(value: Any, kind: str) -> str:
    """A value as people read it."""
    if value is None:
        return ""
    if kind == "lamp":
        return str(LAMPS.get(value, value))
    if kind == "money":
        return yuan(value)
    if kind == "percent":
        return f"{value:.2f}"
    return str(value)


def workbook(title: str, columns: Sequence[Column], rows: Sequence[dict[str, Any]]) -> bytes:
    """A workbook with one sheet; amounts in yuan and rates are numbers, not text."""
    stream = BytesIO()
    with new_book(stream) as book:
        looks = styles(book)
        rate = book.add_format(
            {"font_name": "Microsoft YaHei", "font_size": 10, "num_format": "0.00", "valign": "top"}
        )
        day = book.add_format(
            {"font_name": "Microsoft YaHei", "font_size": 10, "num_format": "yyyy-mm-dd", "valign": "top"}
        )
        sheet = book.add_worksheet(title[:31])
        head(sheet, [(str(one.words), _WIDTHS[one.kind]) for one in columns], len(rows), looks)
        numbers = {"count": looks["count"], "money": looks["money"], "percent": rate}
        for line, row in enumerate(rows, start=1):
            for place, column in enumerate(columns):
                value = row.get(column.name)
                if value is None:
                    continue
                if column.kind in numbers:
                    sheet.write_number(line, place, value, numbers[column.kind])
                elif isinstance(value, date):
                    sheet.write_datetime(line, place, value, day)
                else:
                    text(sheet, line, place, words(value, column.kind), looks["wrap"])
    return stream.getvalue()


def separated(columns: Sequence[Column], rows: Sequence[dict[str, Any]]) -> bytes:
    """Comma-separated text with the mark by which Windows programs know UTF-8; nothing in it is a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow([str(one.words) for one in columns])
    for row in rows:
        writer.writerow([_plain(row.get(one.name), one.kind) for one in columns])
    return stream.getvalue().encode("utf-8-sig")


def _plain(value: Any, kind: str) -> str:
    if value is None:
        return ""
    if kind in {"money", "percent", "count"}:
        return str(value)
    shown = words(value, kind)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
