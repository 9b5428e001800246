"""Exact arithmetic of scores: fractions inside, rounded half-up only where a rulebook says.

Nothing here depends on the ambient decimal context, so every machine gives the same numbers.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final

_SHOWN: Final = 4
"""Decimals of an endless number in a sentence."""


def rounded(value: Fraction, decimals: int) -> Decimal:
    """The value with this many decimals, halves away from zero."""
    numerator, denominator = value.as_integer_ratio()
    units = (2 * abs(numerator) * 10**decimals + denominator) // (2 * denominator)
    return Decimal(f"{'-' if numerator < 0 and units else ''}{units}e-{decimals}")


def terminating(value: Fraction) -> Decimal | None:
    """The value as a decimal without zeros at the end, or None where its digits never end."""
    rest, decimals = value.denominator, 0
    for factor in (2, 5):
        count = 0
        while rest % factor == 0:
            rest //= factor
            count += 1
        decimals = max(decimals, count)
    if rest != 1:
        return None
    return Decimal(f"{value.numerator * 10**decimals // value.denominator}e-{decimals}")


def shown(value: Fraction | Decimal) -> str:
    """For sentences: all digits where they end soon, else four decimals after ``≈``."""
    fraction = Fraction(value)
    exact = terminating(fraction)
    text = plain(exact) if exact is not None else ""
    if exact is None or len(text.partition(".")[2]) > _SHOWN:
        return "≈" + plain(rounded(fraction, _SHOWN))
    return text


def plain(value: Decimal) -> str:
    """A decimal without exponent and without zeros at the end."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def percent(value: Fraction) -> str:
    """A share as a percentage for sentences."""
    return shown(value * 100) + "%"
