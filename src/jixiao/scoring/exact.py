"""Exact arithmetic of scores: fractions inside, rounded half-up only where a rulebook says.

Nothing here depends on the ambient decimal context, so every machine gives the same numbers.
"""

from collections.abc import Iterable
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from functools import lru_cache, reduce
from typing import Final

ZERO: Final = Fraction(0)
_SHOWN: Final = 4
"""Decimals of an endless number in a sentence."""
_UNBOUNDED: Final = Context(prec=100_000, traps=[Inexact])
_PARTS: Final = 10**_SHOWN


@lru_cache(maxsize=1024)
def fraction(value: Decimal) -> Fraction:
    """The value of a decimal; weights and limits come again and again, and a target as what was reached."""
    return Fraction(value)


def add(values: Iterable[Fraction]) -> Fraction:
    """The sum; brought to lowest terms once, not after each part."""
    numerator, denominator = 0, 1
    for value in values:
        above, below = value.numerator, value.denominator
        if denominator % below == 0:
            numerator += above * (denominator // below)
        else:
            numerator, denominator = numerator * below + above * denominator, denominator * below
    return Fraction(numerator, denominator)


def add_decimals(values: Iterable[Decimal]) -> Decimal:
    """The sum of decimals, which is one."""
    return reduce(_UNBOUNDED.add, values, Decimal(0))


def rounded(value: Fraction, decimals: int) -> Decimal:
    """The value with this many decimals, halves away from zero."""
    numerator, denominator = value.as_integer_ratio()
    units = (2 * abs(numerator) * 10**decimals + denominator) // (2 * denominator)
    return Decimal(f"{-units if numerator < 0 else units}e-{decimals}")


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
    return _written(*value.as_integer_ratio())


def percent(value: Fraction) -> str:
    """A share as a percentage for sentences."""
    numerator, denominator = value.as_integer_ratio()
    return _written(100 * numerator, denominator) + "%"


def _written(numerator: int, denominator: int) -> str:
    """A quotient as `shown` writes it."""
    units, rest = divmod(abs(numerator) * _PARTS, denominator)
    whole, part = divmod(units + (2 * rest >= denominator), _PARTS)
    sign = "-" if numerator < 0 and (whole or part) else ""
    digits = f"{whole}.{part:0{_SHOWN}}".rstrip("0") if part else f"{whole}"
    return f"{'≈' if rest else ''}{sign}{digits}"
