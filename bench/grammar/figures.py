"""Printed numbers and words of direction: the tokens of a generated report whose truth is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext

SCALE: dict[str, Decimal] = {
    "元": Decimal(1),
    "万元": Decimal(10_000),
    "亿元": Decimal(100_000_000),
    "%": Decimal("0.01"),
    "个百分点": Decimal("0.01"),
    "％": Decimal("0.01"),
}
MONEY = ("元", "万元", "亿元")
RATE = ("%", "％", "个百分点")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values that a printed number can stand for, as a closed interval."""

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether the two intervals share a value."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __truediv__(self, other: Interval) -> Interval | None:
        if other.low <= 0 <= other.high:
            return None
        with localcontext() as context:
            context.prec = 40
            ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))


def quantum(places: int) -> Decimal:
    """Give the step of the last printed digit."""
    return Decimal(1).scaleb(-places)


def round_to(value: Decimal, places: int, *, truncate: bool = False) -> Decimal:
    """Round half up (or cut) to the given number of decimals."""
    return value.quantize(quantum(places), ROUND_DOWN if truncate else ROUND_HALF_UP)


def group(digits: str) -> str:
    """Set commas between thousands."""
    whole, dot, rest = digits.partition(".")
    sign = "-" if whole.startswith("-") else ""
    whole = whole.removeprefix("-")
    parts: list[str] = []
    while len(whole) > 3:
        parts.insert(0, whole[-3:])
        whole = whole[:-3]
    return sign + ",".join([whole, *parts]) + dot + rest


@dataclass(slots=True)
class Place:
    """Where a token stands in the finished text: line from 1, offsets within the line."""

    line: int = 0
    start: int = 0
    end: int = 0


@dataclass(eq=False, slots=True)
class Figure:
    """A number as printed, with the precision of its neighbourhood and what it was before rounding."""

    exact: Decimal  # in base units: yuan, fraction, piece, point
    unit: str
    places: int
    digits: str
    shown: bool = True  # False: the unit stands in a header or after a later figure
    truncated: bool = False
    stale: Decimal | None = None  # last year's value, for the error of that name
    place: Place = field(default_factory=Place)

    @property
    def scale(self) -> Decimal:
        """Base units in one printed unit."""
        return SCALE.get(self.unit, Decimal(1))

    @property
    def number(self) -> Decimal:
        """The printed digits as a number in the printed unit."""
        return Decimal(self.digits.replace(",", ""))

    @property
    def value(self) -> Decimal:
        """The printed number in base units."""
        return self.number * self.scale

    @property
    def text(self) -> str:
        """Digits and unit as a reader would quote them."""
        return self.digits + (self.unit if self.shown else "")

    def interval(self, *, own: bool = False) -> Interval:
        """Give every value the print allows: in its context, or by its own digits alone (wider)."""
        if self.unit not in SCALE or self.number == 0:
            return Interval(self.value, self.value)
        places = self.places
        if own:
            places = len(self.digits.partition(".")[2])
        step = quantum(places) * self.scale
        low, high = self.value - step / 2, self.value + step / 2
        if self.truncated or (own and self.unit in RATE):
            low, high = min(low, self.value), self.value + step
        return Interval(low, high)


@dataclass(eq=False, slots=True)
class Word:
    """A word of direction (or a grade) with the word that would be wrong in its place."""

    text: str
    other: str
    sign: int = 0
    place: Place = field(default_factory=Place)

    def flip(self) -> None:
        """Put the wrong word in place."""
        self.text, self.other = self.other, self.text
        self.sign = -self.sign


Token = str | Figure | Word
