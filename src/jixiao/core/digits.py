"""Digits of figures: how many are printed (the fewer, the easier two agree by chance), and as text."""

from decimal import Decimal
from functools import lru_cache


def printed_digits(number: Decimal) -> int:
    """The digits as printed, noughts in front left out: 3 for 0.120, 0 for 0."""
    return len(_signs(number).lstrip("0"))


@lru_cache(maxsize=8192)
def significant_digits(number: Decimal) -> int:
    """The digits between the first and the last that is no nought: 2 for 0.120, 1 for 300."""
    return len(_signs(number).strip("0"))


def plain_digits(number: Decimal) -> str:
    """The number without exponent, as ``f"{number:f}"`` gives it in three times the time."""
    printed = str(number)
    return f"{number:f}" if "E" in printed else printed


def plain(number: Decimal) -> str:
    """The number without exponent and without noughts at the end: 591700, 0.9067."""
    text = plain_digits(number)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _signs(number: Decimal) -> str:
    return plain_digits(number).lstrip("-").replace(".", "")
