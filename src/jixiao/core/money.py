"""Amounts of money as they are entered: an exact decimal and the unit that it is written in."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, Self

from jixiao.core.interval import EXACT, Interval, decimal


class MoneyUnit(StrEnum):
    """The units of amounts in budget papers."""

    YUAN = "元"
    TEN_THOUSAND = "万元"
    HUNDRED_MILLION = "亿元"

    @property
    def exponent(self) -> int:
        """The power of ten that leads to yuan."""
        return _EXPONENTS[self]


_EXPONENTS: Final = {MoneyUnit.YUAN: 0, MoneyUnit.TEN_THOUSAND: 4, MoneyUnit.HUNDRED_MILLION: 8}
_WRITTEN: Final = re.compile(r"(?P<amount>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<unit>元|万元|亿元)?")
_PLAIN: Final = str.maketrans("０１２３４５６７８９．，－＋", "0123456789.,-+", " \u3000\u00a0")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as written: ``Money(Decimal("59.17"), MoneyUnit.TEN_THOUSAND)`` is 59.17万元.

    Attributes:
        amount: the number as typed; its decimals say how finely it is known.
        unit: what the number counts.
    """

    amount: Decimal
    unit: MoneyUnit = MoneyUnit.YUAN

    @classmethod
    def read(cls, written: str | int | Decimal, unit: MoneyUnit) -> Self:
        """A number in the given unit, or text such as ``59.17``, ``1,235.40万元``, ``９５４８．７１元``.

        Raises:
            TypeError: the argument is a float or a truth value.
            ValueError: the text is no amount.
        """
        if isinstance(written, bool):
            raise TypeError("a truth value is no amount")
        if not isinstance(written, str):
            return cls(decimal(written), unit)
        match = _WRITTEN.fullmatch(written.translate(_PLAIN))
        if match is None:
            raise ValueError(f"not an amount: {written!r}")
        return cls(decimal(match["amount"].replace(",", "")), MoneyUnit(match["unit"] or unit))

    @property
    def yuan(self) -> Decimal:
        """The amount in yuan, exact."""
        return self.amount.scaleb(self.unit.exponent, context=EXACT)

    @property
    def decimals(self) -> int:
        """How many decimals were written."""
        exponent = self.amount.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    @property
    def interval(self) -> Interval:
        """Every value in yuan that the written number can stand for."""
        return Interval.printed(self.yuan, self.decimals - self.unit.exponent)

    def into(self, unit: MoneyUnit) -> Decimal:
        """The number in another unit, exact."""
        return self.yuan.scaleb(-unit.exponent, context=EXACT)

    def __str__(self) -> str:
        return f"{self.amount}{self.unit.value}"
