"""The money of a department or project through the year, as far as it is stated."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from jixiao.core.digits import plain
from jixiao.core.dossier.accounts import MoneyLine
from jixiao.core.dossier.projects import Project
from jixiao.core.dossier.values import Amount, money
from jixiao.core.interval import EXACT
from jixiao.core.money import Money
from jixiao.scoring.exact import fraction


@dataclass(frozen=True, slots=True)
class Spending:
    """Amounts as stated. Blank is not zero: an unknown adjustment leaves the revised budget unknown."""

    original: Money | None = None
    revised: Money | None = None
    outturn: Money | None = None
    adjustment: Money | None = None

    @classmethod
    def of(cls, source: MoneyLine | Project) -> "Spending":
        """Of a project or a line of the accounts."""
        return cls(*map(money, _amounts(source)))

    def budget(self, kind: str) -> Decimal | None:
        """In yuan: ``original_budget``, or ``revised_budget`` as stated or as original and adjustment."""
        if kind == "original_budget":
            return _yuan(self.original)
        if self.revised is None and self.original is not None and self.adjustment is not None:
            return total([_yuan(self.original), _yuan(self.adjustment)])
        return _yuan(self.revised)

    @property
    def spent(self) -> Decimal | None:
        """The outturn in yuan."""
        return _yuan(self.outturn)

    def rate(self, kind: str) -> Fraction | None:
        """Outturn ÷ budget, exact; None where either is unknown or the budget is zero."""
        return share(self.spent, self.budget(kind))


def share(part: Decimal | None, whole: Decimal | None) -> Fraction | None:
    """One amount divided by another; None where that is undefined."""
    return None if part is None or not whole else fraction(part) / fraction(whole)


def total(amounts: list[Decimal | None]) -> Decimal | None:
    """The sum; None where an amount is unknown."""
    result = Decimal(0)
    for amount in amounts:
        if amount is None:
            return None
        result = EXACT.add(result, amount)
    return result


def _amounts(source: MoneyLine | Project) -> tuple[Amount | None, ...]:
    return source.original_budget, source.revised_budget, source.outturn, source.adjustment


def _yuan(amount: Money | None) -> Decimal | None:
    return None if amount is None else Decimal(plain(amount.yuan))
