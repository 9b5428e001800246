"""How a stated figure follows from its operands; the parts of formulas that several of them need.

Operands come in base units (yuan, fractions of 1). Where an operand occurs twice in a formula, its interval
is computed from the corners of a monotone function, so that it is not wider than it must be.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from jixiao.core.interval import EXACT, ZERO, Interval

Values = Sequence[Decimal]
Intervals = Sequence[Interval]


@dataclass(frozen=True, slots=True)
class Formula:
    """How a stated figure follows from its operands.

    ``truncates`` says whether a cut-off result may be meant, ``divides`` whether the result has endless
    digits, ``adds`` that it is exact and lies within its interval, being but added up. ``value`` and
    ``interval`` return None where the formula is undefined.
    """

    name: str
    value: Callable[[Values, Values], Decimal | None]
    interval: Callable[[Intervals, Values], Interval | None]
    expression: Callable[[Sequence[str], Values], str]
    truncates: bool = False
    divides: bool = False
    adds: bool = False


def total(values: Values, constants: Values) -> Decimal:
    """The sum of all values and constants."""
    add, result = EXACT.add, ZERO
    for value in (*values, *constants):
        result = add(result, value)
    return result


def total_interval(values: Intervals, constants: Values) -> Interval:
    """What the printed figures allow."""
    add, low = EXACT.add, total((), constants)
    high, low_open, high_open = low, False, False
    for value in values:
        low, high = add(low, value.low), add(high, value.high)
        low_open, high_open = low_open or value.low_open, high_open or value.high_open
    return Interval(low, high, low_open, high_open)


def quotient(values: Values, _: Values) -> Decimal | None:
    """a/b; None where b is zero."""
    return None if values[1] == 0 else EXACT.divide(values[0], values[1])


def divide(a: Interval, b: Interval) -> Interval | None:
    """The interval of a quotient; None where the divisor may be zero."""
    return None if b.low <= 0 <= b.high else a / b


def rising_falling(
    a: Interval, b: Interval, fraction: Callable[[Decimal, Decimal], tuple[Decimal, Decimal]]
) -> Interval | None:
    """The interval of a fraction that rises with a and falls with b, both not negative."""
    if a.low < 0 or b.low < 0:
        (top_low, bottom_low), (top_high, bottom_high) = fraction(a.low, b.high), fraction(a.high, b.low)
        if bottom_low <= 0 or bottom_high <= 0:
            return None
    else:
        (top_low, bottom_low), (top_high, bottom_high) = fraction(a.low, b.high), fraction(a.high, b.low)
        if bottom_low == 0 or bottom_high == 0:
            return None
    low, high = EXACT.divide(top_low, bottom_low), EXACT.divide(top_high, bottom_high)
    return Interval(min(low, high), max(low, high), a.low_open or b.high_open, a.high_open or b.low_open)


def joined(parts: Sequence[str], sign: str) -> str:
    """Printed figures with a sign between them."""
    return f" {sign} ".join(parts)
