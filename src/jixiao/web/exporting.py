"""A table of a page as a file: xlsx or csv, of everything that the page's filters let through."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final
from urllib.parse import quote

from django.http import HttpResponse

from jixiao.renderers.excerpt import width_of
from jixiao.renderers.sheets import head as headings
from jixiao.renderers.sheets import new_book, styles, text

FORMATS: Final = ("xlsx", "csv")
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'"))
_NOT_IN_FILES: Final = str.maketrans(dict.fromkeys('<>:"/\\|?*', "-"))
_LONGEST_NAME: Final = 31  # of a sheet
_WIDEST: Final = 50  # letters; what is longer is cut off in view, not in the file
_DAY: Final = "yyyy-mm-dd"
_HUNDREDTHS: Final = 2  # decimals
Value = str | int | Decimal | date | None


def exported(kind: str, name: str, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> HttpResponse:
    """The answer with the file; text that a spreadsheet would take for a formula stays text."""
    if kind == "xlsx":
        answer = HttpResponse(_xlsx(name, head, rows), content_type=_SHEET)
    else:
        answer = HttpResponse(_csv(head, rows), content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = attached(f"{name}.{kind}")
    return answer


def attached(name: str) -> str:
    """The header of a file of that name; in it no sign that a system forbids in names of files."""
    return f"attachment; filename*=UTF-8''{quote(name.translate(_NOT_IN_FILES), safe='')}"


def _csv(head: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")  # with the mark by which Excel knows the encoding


def _plain(value: Value) -> str:
    text = "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text


def _xlsx(name: str, head: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    file = io.BytesIO()
    lines = list(rows)
    with new_book(file) as book:
        looks = styles(book)
        day = book.add_format(
            {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top", "num_format": _DAY}
        )
        hundredths = book.add_format(
            {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top", "num_format": "0.00"}
        )
        sheet = book.add_worksheet(name.translate(_NOT_IN_NAMES)[:_LONGEST_NAME])
        widths = [_width(words, [row[place] for row in lines]) for place, words in enumerate(head)]
        headings(sheet, list(zip(head, widths, strict=True)), len(lines), looks)
        for line, row in enumerate(lines, start=1):
            for place, value in enumerate(row):
                if isinstance(value, (int, Decimal)):
                    look = hundredths if _in_hundredths(value) else looks["text"]
                    sheet.write_number(line, place, value, look)
                elif isinstance(value, date):
                    sheet.write_datetime(line, place, value, day)
                else:
                    text(sheet, line, place, str(value or ""), looks["text"])
    return file.getvalue()


def _width(words: str, values: Iterable[Value]) -> int:
    """Of a column, in letters: as wide as its longest line, for a date that does not fit shows as ####."""
    longest = max((_letters(value) for value in values), default=0)
    return min(max(longest, width_of(words) + 2), _WIDEST) + 2  # beside the heading stands its filter


def _in_hundredths(value: int | Decimal) -> bool:
    """Whether the number has two decimals, of which a spreadsheet would drop the zeros."""
    return isinstance(value, Decimal) and value.as_tuple().exponent == -_HUNDREDTHS


def _letters(value: Value) -> int:
    if isinstance(value, str):
        return max(map(width_of, value.split("\n")))
    return 0 if value is None else len(_DAY) if isinstance(value, date) else len(f"{value}")
