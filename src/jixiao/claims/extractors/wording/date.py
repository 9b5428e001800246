"""Dates that no calendar has: 13月, 11月31日, 2月30日."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import stream_of
from jixiao.core.observation import Observation

KIND = "text"

_DAY = re.compile(r"月\s?(\d{1,3})\s?日")
_MONTH = re.compile(r"(?:((?:19|20)\d\d)\s?年\s?|(?<![\d.\-/]))(\d{1,2})\s?$")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each impossible date."""
    stream = stream_of(reading)
    for day in _DAY.finditer(stream.text):
        month = _MONTH.search(stream.text[max(0, day.start() - 11) : day.start()])
        if month is not None and not _exists(month[1], int(month[2]), int(day[1])):
            start = day.start() - len(month[0])
            yield stream.observe((start, day.end()), "impossible_date", proven=True)


def _exists(year: str | None, month: int, day: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    if (month, day) != (2, 29) or year is None:
        return True
    number = int(year)
    return number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)
