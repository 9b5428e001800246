"""Relations between printed numbers, and their verdict by interval arithmetic of our own."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from bench.grammar.figures import Interval

if TYPE_CHECKING:
    from bench.grammar.figures import Figure, Word

ONE = Interval(Decimal(1), Decimal(1))
BANDS = ((Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(0), "差"))


def band(score: Decimal) -> str:
    """Name the grade of a score on the national scale."""
    return next(name for floor, name in BANDS if score >= floor)


def root(value: Decimal, years: int) -> Decimal:
    """Take a positive number's root by Newton's method."""
    with localcontext() as context:
        context.prec = 40
        guess = Decimal(1)
        for _ in range(200):
            guess = ((years - 1) * guess + value / guess ** (years - 1)) / years
        return +guess


@dataclass(eq=False, slots=True)
class Relation:
    """One statement of a report: a stated figure and the figures from which it follows."""

    kind: str
    form: str
    stated: Figure
    operands: tuple[Figure, ...]
    words: tuple[Word, ...] = ()
    signs: tuple[int, ...] = ()  # of the operands, for linear forms
    extra: tuple[Figure, ...] = ()  # a third figure that may stand for one of the operands
    param: int = 0  # years of an average, number of named things
    error: str = ""
    accepts: list[tuple[Figure, ...]] = field(default_factory=list)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure whose change touches this relation."""
        return (self.stated, *self.operands, *self.extra)

    def computed(self, *, own: bool) -> Interval | None:
        """Compute what should be printed, or None where it cannot be known."""
        values = [figure.interval(own=own) for figure in self.operands]
        match self.form:
            case "linear":
                total = Interval(Decimal(0), Decimal(0))
                for sign, value in zip(self.signs, values, strict=True):
                    total = total + value if sign > 0 else total - value
                return total
            case "quotient":
                return values[0] / values[1]
            case "of_all":
                total = values[0]
                for value in values[1:]:
                    total = total + value
                return values[0] / total
            case "of_both":  # saved / (saved + paid)
                return values[0] / (values[0] + values[1])
            case "complement":
                share = values[0] / values[1]
                return share and ONE - share
            case "structure":
                part = values[0] / values[1]
                return part and Interval(part.low * self.param, part.high * self.param)
            case "listed":
                return Interval(Decimal(self.param), Decimal(self.param))
            case "progress":
                calendar = Decimal(self.param) / 12
                gap = values[0] - Interval(calendar, calendar)
                return gap if self.signs[0] > 0 else Interval(-gap.high, -gap.low)
            case "annual":
                ratio = values[0] / values[1]
                return ratio and Interval(root(ratio.low, self.param) - 1, root(ratio.high, self.param) - 1)
            case _:
                return self.growth(values)

    def growth(self, values: list[Interval]) -> Interval | None:
        """Compute a rate of growth: always as a magnitude, its sign is in the words."""
        sign = self.words[0].sign if self.words else 1
        match self.form:
            case "now_change":
                now, change = values
                base = now - change if sign > 0 else now + change
                return change / base if base.low > 0 else None
            case "base_change":
                return values[1] / values[0]
            case "now_base":
                now, base = values
                ratio = now / base
                if ratio is None:
                    return None
                rate = ratio - ONE
                return rate if sign > 0 else Interval(-rate.high, -rate.low)
        raise ValueError(self.form)

    def fails(self, *, own: bool = False) -> bool:
        """Tell whether no reading of the printed precision saves the statement."""
        if len({word.sign for word in self.words if word.sign}) > 1:
            return True
        if self.form == "band":
            return self.words[0].text[0] != band(self.operands[0].value)
        computed = self.computed(own=own)
        if computed is None:
            return False
        return not computed.meets(self.stated.interval(own=own))

    def readings(self) -> list[tuple[Figure, ...]]:
        """List the sets of figures (stated one included) that recognise this relation."""
        return self.accepts or [(self.stated, *self.operands)]
