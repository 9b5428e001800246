"""The values of a chart as the chart prints them."""

import re
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

_FORMAT = re.compile(r"[#,0]*0(?:\.(?P<decimals>0+)#*)?(?P<percent>%)?$")
_NOISE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[￥¥$ ]')
_DIGITS = 10
"""Doubles of spreadsheets carry noise beyond these digits: 35.32000000000001."""
_LONGEST = 40
_WIDE = Context(prec=3 * _LONGEST, rounding=ROUND_HALF_UP)


def printed(raw: str, format_code: str) -> str:
    """The value by its format where that is a plain one (0.00, #,##0.00, 0%), else without binary noise."""
    text = raw.strip()
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text[:_LONGEST]
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST or len(text) > _LONGEST:
        return text[:_LONGEST]
    section = _NOISE.sub("", format_code.split(";", 1)[0])
    found = _FORMAT.match(section)
    if found is None:
        return trimmed(number)
    decimals = len(found["decimals"] or "")
    if found["percent"]:
        number = number.scaleb(2)
    step = Decimal(1).scaleb(-min(decimals, 20))
    shown = f"{_WIDE.quantize(number, step):{',' if ',' in section else ''}f}"
    return shown + ("%" if found["percent"] else "")


def trimmed(number: Decimal) -> str:
    """At most ten significant digits, no exponent, no zeros at the end."""
    if number == 0:
        return "0"
    if len(number.as_tuple().digits) > _DIGITS:
        number = _WIDE.quantize(number, Decimal(1).scaleb(number.adjusted() - _DIGITS + 1))
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
