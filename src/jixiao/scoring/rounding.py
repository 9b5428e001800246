"""Where scores are rounded: the rulebook names the decimals and the place; never anywhere else."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jixiao.core.digits import plain
from jixiao.rulebooks.schema.topics import Rounding
from jixiao.scoring.exact import fraction, rounded


@dataclass(frozen=True, slots=True)
class Rounder:
    """Half-up to ``decimals``, ``at`` every leaf, every level or the total only."""

    decimals: int = 2
    at: str = "total"

    @classmethod
    def of(cls, rounding: Rounding | None) -> "Rounder":
        """As the rulebook says; without a rule two decimals of the total."""
        return cls() if rounding is None else cls(rounding.decimals, rounding.at)

    def leaf(self, value: Fraction) -> Fraction:
        """The points of a line as they enter sums."""
        return self._rounded(value) if self.at == "leaf" else value

    def level(self, value: Fraction) -> Fraction:
        """The points of a group as they enter the total."""
        return self._rounded(value) if self.at == "level" else value

    def shown(self, value: Fraction) -> Decimal:
        """As scorecards show it."""
        if value.denominator == 1:
            return Decimal(value.numerator)
        return Decimal(plain(rounded(value, self.decimals)))

    def _rounded(self, value: Fraction) -> Fraction:
        return value if value.denominator == 1 else fraction(rounded(value, self.decimals))
