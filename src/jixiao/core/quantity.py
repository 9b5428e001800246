"""Quantities: numbers of a document with unit, precision, modifiers and place."""

from dataclasses import field
from decimal import Decimal
from typing import Literal

from jixiao.core.frozen import frozen
from jixiao.core.interval import EXACT, Interval
from jixiao.core.place import Place

UnitKind = Literal["yuan", "percent", "point", "permille", "score", "count", "number"]

_USUAL_DECIMALS = 9
_ROUNDED = ("percent", "permille")
"""Units of figures that were computed, so that with decimals even their zero was rounded."""
_MULTIPLE = "倍"
"""A classifier that counts nothing: how many times as much was computed, and rounded."""


@frozen
class Unit:
    """A unit as a kind of measure and the factor to its base unit.

    ``word`` is as printed (万元, %, 个; empty for a bare number). Base units: yuan; a percentage as a
    fraction of 1; a percentage point likewise; points of a score; the classifier itself for counts.
    """

    kind: UnitKind
    scale: Decimal
    word: str
    name: str = field(init=False, repr=False, compare=False)
    """For the JSON contract: the kind, or the classifier for counts."""
    halves: tuple[Decimal, ...] = field(init=False, repr=False, compare=False)
    """Half of the last place of figures with no, one, two … decimals, in base units."""
    steps: tuple[Decimal, ...] = field(init=False, repr=False, compare=False)
    """All of it, likewise."""

    def __post_init__(self) -> None:
        """Give it its name, which every comparison of units asks for, and what rounding leaves open."""
        object.__setattr__(self, "name", self.word if self.kind == "count" else self.kind)
        halves = [self._half(decimals) for decimals in range(_USUAL_DECIMALS)]
        object.__setattr__(self, "halves", tuple(halves))
        steps = [self.scale.scaleb(-decimals) for decimals in range(_USUAL_DECIMALS)]
        object.__setattr__(self, "steps", tuple(steps))

    def half(self, decimals: int) -> Decimal:
        """Half of the last place of figures with so many decimals, in base units.

        Fewer than none are those of a figure whose last digits are whole tens, hundreds ….
        """
        return self.halves[decimals] if 0 <= decimals < _USUAL_DECIMALS else self._half(decimals)

    def step(self, decimals: int) -> Decimal:
        """The last place of figures with so many decimals, in base units."""
        return self.steps[decimals] if 0 <= decimals < _USUAL_DECIMALS else self.scale.scaleb(-decimals)

    def _half(self, decimals: int) -> Decimal:
        return EXACT.multiply(self.scale, Decimal(5).scaleb(-decimals - 1, context=EXACT))


@frozen
class Quantity:
    """One number of the document.

    ``number`` is as printed, in the printed unit; ``decimals`` are its printed decimals and ``prevailing``
    those that its list, column or document writes figures of this unit with (never fewer than ``decimals``).
    ``approximate`` figures (约, 近, 余) can never contradict anything. ``comparator`` is one of "", "≥", "≤",
    ">", "<", "=".
    """

    index: int
    text: str
    number: Decimal
    decimals: int
    unit: Unit
    place: Place
    prevailing: int = 0
    approximate: bool = False
    comparator: str = ""
    start: int = 0
    """Offset in the text of its block or cell (places may count differently)."""
    end: int = 0
    value: Decimal = field(init=False, repr=False, compare=False)
    """In base units."""
    known: Interval | None = field(default=None, init=False, repr=False, compare=False)
    """What ``meant`` found."""

    def __post_init__(self) -> None:
        """Compute what every claim that it takes part in asks for again."""
        object.__setattr__(self, "value", EXACT.multiply(self.number, self.unit.scale))

    @property
    def meant(self) -> Interval:
        """What it can stand for, in base units, read with the prevailing decimals."""
        known = self.known
        if known is None:
            known = self.interval(self.prevailing)
            object.__setattr__(self, "known", known)
        return known

    @property
    def is_exact(self) -> bool:
        """Zero, counts, points and weights are exact; but 0.00% is what a small part of a whole rounds to.

        Counts in ten thousands (9.24万人) are rounded like money.
        """
        if self.unit.kind in _ROUNDED and self.decimals:
            return False
        if self.unit.word == _MULTIPLE and self.number:
            return False
        counted = self.unit.kind == "count" and self.unit.scale == 1
        return not self.number or counted or self.unit.kind == "score"

    def interval(self, decimals: int | None = None) -> Interval:
        """What it can stand for, in base units, read with so many decimals (by default the printed ones)."""
        if self.is_exact:
            return Interval.exact(self.value)
        digits = self.decimals if decimals is None else max(decimals, self.decimals)
        return Interval.around(self.value, self.unit.half(digits))

    def truncated_interval(self, decimals: int | None = None) -> Interval:
        """What it can stand for when digits were cut off instead of rounded."""
        if self.is_exact:
            return Interval.exact(self.value)
        digits = self.decimals if decimals is None else max(decimals, self.decimals)
        return Interval.truncated(self.number, digits).scaled(self.unit.scale)
