"""Intervals of exact decimals: what a printed number can mean.

A figure printed with k decimals stands for every value that rounds half-up to it, so "35.32" is [35.315,
35.325). Sums, products and quotients of intervals keep track of which ends belong to them; two figures
contradict each other only when their intervals have no point in common.
"""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from jixiao.core.frozen import frozen

EXACT = Context(prec=60)
"""Wide enough for exact sums and products of printed figures; no rounded quotient crosses a printed end."""

ZERO = Decimal(0)

WIDEST = 40
"""Powers of ten beyond which a number is a slip: ``1e999999999`` is a gigabyte of digits once it is written
out or made a fraction."""


def decimal(text: str | int | Decimal) -> Decimal:
    """The one constructor of numbers: refuses floats, infinities, not-a-number and sizes beyond ``WIDEST``.

    Raises:
        TypeError: the argument is a float.
        ValueError: the argument is no finite decimal number of a size that is ever stated.
    """
    if isinstance(text, float):
        msg = "a float is not exact; pass a string"
        raise TypeError(msg)
    try:
        value = Decimal(text)
    except ArithmeticError as error:
        msg = f"not a decimal number: {text!r}"
        raise ValueError(msg) from error
    if not value.is_finite():
        msg = f"not a finite number: {text!r}"
        raise ValueError(msg)
    if abs(value.adjusted()) > WIDEST:
        msg = f"not a number of any use, beyond 10^{WIDEST}"
        raise ValueError(msg)
    return value


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """The value with this many decimals, halves away from zero."""
    return value.quantize(_last_place(decimals), ROUND_HALF_UP, EXACT)


@lru_cache(maxsize=64)
def _last_place(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals, context=EXACT)


@frozen
class Interval:
    """A non-empty interval; an end may be open (not part of it)."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exact(cls, value: Decimal) -> "Interval":
        """The single point."""
        return cls(value, value)

    @classmethod
    def printed(cls, value: Decimal, decimals: int) -> "Interval":
        """All values that round half-up (away from zero) to the value printed with this many decimals."""
        return cls.around(value, Decimal(5).scaleb(-decimals - 1, context=EXACT))

    @classmethod
    def around(cls, value: Decimal, half: Decimal) -> "Interval":
        """All values that round half-up (away from zero) to the value; ``half`` is that of its last place."""
        low, high = EXACT.subtract(value, half), EXACT.add(value, half)
        if value < 0:
            return cls(low, high, low_open=True)
        if value == 0:
            return cls(low, high, low_open=True, high_open=True)
        return cls(low, high, high_open=True)

    @classmethod
    def truncated(cls, value: Decimal, decimals: int) -> "Interval":
        """All values that, cut off after this many decimals, leave the printed value."""
        step = Decimal(1).scaleb(-decimals, context=EXACT)
        if value < 0:
            return cls(EXACT.subtract(value, step), value, low_open=True)
        return cls(value, EXACT.add(value, step), high_open=True)

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a point in common."""
        if self.high < other.low or other.high < self.low:
            return False
        if self.high == other.low:
            return not (self.high_open or other.low_open)
        if other.high == self.low:
            return not (other.high_open or self.low_open)
        return True

    def __contains__(self, value: Decimal) -> bool:
        return self.meets(Interval.exact(value))

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(
            EXACT.add(self.low, other.low),
            EXACT.add(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __neg__(self) -> "Interval":
        return Interval(EXACT.minus(self.high), EXACT.minus(self.low), self.high_open, self.low_open)

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def __mul__(self, other: "Interval") -> "Interval":
        return _hull(self, other, EXACT.multiply)

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotient.

        Raises:
            ZeroDivisionError: the divisor may be zero.
        """
        if other.low <= 0 <= other.high:
            msg = "the divisor's interval contains zero"
            raise ZeroDivisionError(msg)
        if self.low > 0 and other.low > 0:
            return Interval(
                EXACT.divide(self.low, other.high),
                EXACT.divide(self.high, other.low),
                self.low_open or other.high_open,
                self.high_open or other.low_open,
            )
        return _hull(self, other, EXACT.divide)

    def scaled(self, factor: Decimal) -> "Interval":
        """Every value times a positive exact factor."""
        return Interval(
            EXACT.multiply(self.low, factor), EXACT.multiply(self.high, factor), self.low_open, self.high_open
        )


def _hull(a: Interval, b: Interval, operation: Callable[[Decimal, Decimal], Decimal]) -> Interval:
    corners = [
        (operation(x, y), x_open or y_open)
        for x, x_open in ((a.low, a.low_open), (a.high, a.high_open))
        for y, y_open in ((b.low, b.low_open), (b.high, b.high_open))
    ]
    low = min(value for value, _ in corners)
    high = max(value for value, _ in corners)
    # An end belongs to the result when any corner that reaches it is closed.
    low_open = all(is_open for value, is_open in corners if value == low)
    high_open = all(is_open for value, is_open in corners if value == high)
    return Interval(low, high, low_open, high_open)
