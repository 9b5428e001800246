"""Dates and times of workbooks: days since 1900 (or 1904), printed by a format code."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from jixiao.core.numbering import in_chinese

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.formats.grids.sections import Section

_FIRST: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook knows no time zone
_FIRST_1904: Final = datetime(1904, 1, 1)  # noqa: DTZ001 - as above
_LAST_DAY: Final = 2_958_465
_LEAP_BUG: Final = 60
"""Excel believes in 29 February 1900; days before it are one off."""
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS: Final = "一二三四五六日"
_ENGLISH_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DIGITS: Final = "〇一二三四五六七八九"
_SECONDS: Final = 86_400
_NOON: Final = 12


def show_date(value: Decimal, section: Section, *, epoch_1904: bool = False) -> str | None:
    """The date that Excel shows, or None where it cannot show one (negative, after the year 9999)."""
    if not 0 <= value <= _LAST_DAY:
        return None
    seconds = int((value * _SECONDS).to_integral_value(rounding="ROUND_HALF_UP"))
    days, rest = divmod(seconds, _SECONDS)
    if not epoch_1904 and 0 < days < _LEAP_BUG:
        days += 1
    try:
        moment = (_FIRST_1904 if epoch_1904 else _FIRST) + timedelta(days=days, seconds=rest)
    except OverflowError:
        return None
    half = any(sign == "D" and "/" in text for sign, text in section.tokens)
    fields = [text for sign, text in section.tokens if sign in "D["]
    pieces: list[str] = []
    position = 0
    for sign, text in section.tokens:
        if sign == "[":
            pieces.append(str(seconds // {"h": 3600, "m": 60, "s": 1}[text[0]]).zfill(len(text)))
        elif sign == "D":
            around = fields[position - 1][0] if position else "", fields[position + 1 : position + 2]
            minutes = text[0] == "m" and (around[0] == "h" or (bool(around[1]) and around[1][0][0] == "s"))
            pieces.append(_field(moment, text, half=half, minutes=minutes, chinese=section.chinese))
        elif sign != "#":
            pieces.append(text)
        position += sign in "D["
    return "".join(pieces).strip().rstrip(".")


def _field(moment: datetime, text: str, *, half: bool, minutes: bool, chinese: bool) -> str:
    """One field, such as yyyy or mm."""
    if "/" in text:
        words = text.split("/")
        return words[moment.hour >= _NOON]
    letter, width = text[0], len(text)
    if letter == "a" or (letter == "d" and width > 2):
        return _weekday(moment, text)
    if letter == "m" and not minutes and width > 2:
        return _MONTHS[moment.month - 1]
    if letter in "ye":
        year = str(moment.year)
        year = year[2:] if letter == "y" and width <= 2 else year
        return "".join(_DIGITS[int(digit)] for digit in year) if chinese else year
    hour = (moment.hour % _NOON or _NOON) if half else moment.hour
    number = {
        "m": moment.minute if minutes else moment.month,
        "d": moment.day,
        "h": hour,
        "s": moment.second,
    }[letter]
    return in_chinese(number) if chinese else str(number).zfill(min(width, 2))


def _weekday(moment: datetime, text: str) -> str:
    if text[0] == "a":
        return ("星期" if len(text) == 4 else "") + _WEEKDAYS[moment.weekday()]
    name = _ENGLISH_WEEKDAYS[moment.weekday()]
    return name if len(text) == 4 else name[:3]
