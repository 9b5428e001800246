"""Dates as official papers write them: ``{{ staff.as_of | day }}`` 2023年12月31日.

A dossier writes dates as 2023-12-31, 2023-12 or 2023; words that are no such date stay as they are.
"""

import re
from typing import TYPE_CHECKING, Final

from jixiao.reports.printing import Printer
from jixiao.reports.views import Words, plain

if TYPE_CHECKING:
    from jixiao.reports.functions import Callables

_DATE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")


def filters(printer: Printer) -> "Callables":
    """``day``, and ``year_before``: 2022 for 2023."""

    def day(value: object) -> str:
        if not isinstance(value, Words):
            return str(value)
        match = _DATE.fullmatch(value.text.strip())
        if match is None:
            return str(value)
        parts = [f"{int(part)}{word}" for part, word in zip(match.groups(), "年月日", strict=True) if part]
        return printer.words("".join(parts), value.path)

    def year_before(year: object) -> str:
        text = plain(year) or str(year)
        return printer.words(str(int(text) - 1), "fiscal_year") if text.isdecimal() else str(year)

    return {"day": day, "year_before": year_before}
