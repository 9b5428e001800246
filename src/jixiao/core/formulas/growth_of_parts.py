"""The growth of a whole from the amounts and growths of its parts: Σa/Σ(a/(1+g)) − 1.

Values are all amounts, then the growth of each in the same order. A whole is done to the rate Σa/Σ(a/r) where
its parts are to theirs, which is the same with r for 1+g.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from jixiao.core.formulas.formula import Formula
from jixiao.core.interval import EXACT, Interval

_ONE = Decimal(1)
_T = TypeVar("_T")


def rise(values: Sequence[Decimal], _: Sequence[Decimal]) -> Decimal | None:
    """By how much the whole grew; None where a part was nothing before."""
    amounts, growths = _halves(values)
    now = before = Decimal(0)
    for amount, growth in zip(amounts, growths, strict=True):
        if growth <= -_ONE:
            return None
        now = EXACT.add(now, amount)
        before = EXACT.add(before, EXACT.divide(amount, EXACT.add(growth, _ONE)))
    return None if before <= 0 else EXACT.subtract(EXACT.divide(now, before), _ONE)


def rise_interval(values: Sequence[Interval], _: Sequence[Decimal]) -> Interval | None:
    """It rises with every growth, and with the amounts of the parts that grow more than the whole."""
    amounts, growths = _halves(values)
    whole = rise([*(a.low for a in amounts), *(g.low for g in growths)], ())
    if whole is None:
        return None
    more = [growth.low > whole for growth in growths]
    least = [a.low if grows else a.high for a, grows in zip(amounts, more, strict=True)]
    most = [a.high if grows else a.low for a, grows in zip(amounts, more, strict=True)]
    low = rise([*least, *(growth.low for growth in growths)], ())
    high = rise([*most, *(growth.high for growth in growths)], ())
    return None if low is None or high is None else Interval(low, high)


def fall(values: Sequence[Decimal], _: Sequence[Decimal]) -> Decimal | None:
    """By how much the whole fell, told without a sign."""
    rose = rise(values, ())
    return None if rose is None else -rose


def fall_interval(values: Sequence[Interval], _: Sequence[Decimal]) -> Interval | None:
    """The interval of a fall."""
    rose = rise_interval(values, ())
    return None if rose is None else -rose


def done(values: Sequence[Decimal], _: Sequence[Decimal]) -> Decimal | None:
    """To what rate of its plan the whole is done; values are all amounts, then the rate of each."""
    amounts, rates = _halves(values)
    rose = rise([*amounts, *(EXACT.subtract(rate, _ONE) for rate in rates)], ())
    return None if rose is None else EXACT.add(rose, _ONE)


def done_interval(values: Sequence[Interval], _: Sequence[Decimal]) -> Interval | None:
    """The interval of such a rate."""
    amounts, rates = _halves(values)
    rose = rise_interval([*amounts, *(rate + Interval.exact(-_ONE) for rate in rates)], ())
    return None if rose is None else rose + Interval.exact(_ONE)


def done_text(parts: Sequence[str], _: Sequence[Decimal]) -> str:
    """How it is written with printed figures."""
    amounts, rates = _halves(parts)
    planned = (f"{amount} / {rate}%" for amount, rate in zip(amounts, rates, strict=True))
    return f"({' + '.join(amounts)}) / ({' + '.join(planned)})"


def rise_text(parts: Sequence[str], _: Sequence[Decimal]) -> str:
    """How it is written with printed figures."""
    amounts, growths = _halves(parts)
    before = (f"{amount} / (1 + {growth}%)" for amount, growth in zip(amounts, growths, strict=True))
    return f"({' + '.join(amounts)}) / ({' + '.join(before)}) − 1"


def _halves(values: Sequence[_T]) -> tuple[Sequence[_T], Sequence[_T]]:
    middle = len(values) // 2
    return values[:middle], values[middle:]


FORMULAS = (
    Formula("parts_rise", rise, rise_interval, rise_text, truncates=True, divides=True),
    Formula("parts_done", done, done_interval, done_text, truncates=True, divides=True),
    Formula("parts_fall", fall, fall_interval, rise_text, truncates=True, divides=True),
)
