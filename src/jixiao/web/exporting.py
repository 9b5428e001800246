"""A table of a page as a file: xlsx or csv, of everything that the page's filters let through."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from django.http import HttpResponse

from jixiao.renderers.sheets import new_book, text

FORMATS: Final = ("xlsx", "csv")
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
Value = str | int | Decimal | date | None


def exported(kind: str, name: str, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> HttpResponse:
    """The answer with the file; text that a spreadsheet would take for a formula stays text."""
    if kind == "xlsx":
        answer = HttpResponse(_xlsx(head, rows), content_type=_SHEET)
    else:
        answer = HttpResponse(_csv(head, rows), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{name}.{kind}')}"
    return answer


def _csv(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")  # with the mark by which Excel knows the encoding


def _plain(value: Value) -> str:
    text = "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _xlsx(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    file = io.BytesIO()
    with new_book(file) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for line, row in enumerate([head, *rows]):
            for place, value in enumerate(row):
                if isinstance(value, (int, Decimal)):
                    sheet.write_number(line, place, value)
                elif isinstance(value, date):
                    sheet.write_datetime(line, place, value, day)
                else:
                    text(sheet, line, place, str(value or ""), None)
    return file.getvalue()
