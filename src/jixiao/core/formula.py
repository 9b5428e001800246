"""The formulas that relations are made of: their value, their interval and how they are written.

Operands come in base units (yuan, fractions of 1). Where an operand occurs twice in a formula, its interval
is computed from the corners of a monotone function, so that it is not wider than it must be.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from jixiao.core import awarding
from jixiao.core.growth_of_parts import (
    done,
    done_interval,
    done_text,
    fall,
    fall_interval,
    rise,
    rise_interval,
    rise_text,
)
from jixiao.core.interval import EXACT, ZERO, Interval, round_half_up

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


def _sum(values: Values, constants: Values) -> Decimal:
    add, total = EXACT.add, ZERO
    for value in values:
        total = add(total, value)
    for value in constants:
        total = add(total, value)
    return total


def _sum_interval(values: Intervals, constants: Values) -> Interval:
    add, low = EXACT.add, _sum((), constants)
    high, low_open, high_open = low, False, False
    for value in values:
        low, high = add(low, value.low), add(high, value.high)
        low_open, high_open = low_open or value.low_open, high_open or value.high_open
    return Interval(low, high, low_open, high_open)


def _quotient(values: Values, _: Values) -> Decimal | None:
    return None if values[1] == 0 else EXACT.divide(values[0], values[1])


def _quotient_interval(values: Intervals, _: Values) -> Interval | None:
    return _divide(values[0], values[1])


def _divide(a: Interval, b: Interval) -> Interval | None:
    return None if b.low <= 0 <= b.high else a / b


def _part_of_parts(values: Values, _: Values) -> Decimal | None:
    """a/(a+b+…)."""
    return _quotient((values[0], _sum(values, ())), ())


def _part_of_parts_interval(values: Intervals, _: Values) -> Interval | None:
    return _rising_falling(values[0], _sum_interval(values[1:], ()), lambda a, b: (a, EXACT.add(a, b)))


def _change_rate(values: Values, _: Values) -> Decimal | None:
    """Growth from now and the signed change: d/(now − d)."""
    now, change = values
    return _quotient((change, EXACT.subtract(now, change)), ())


def _change_rate_interval(values: Intervals, _: Values) -> Interval | None:
    # d/(A − d) rises with d and falls with A where A > 0 and A > d.
    now, change = values
    if now.low <= 0 or EXACT.subtract(now.low, change.high) <= 0:
        return None
    low = EXACT.divide(change.low, EXACT.subtract(now.high, change.low))
    high = EXACT.divide(change.high, EXACT.subtract(now.low, change.high))
    falls = change.low < 0
    if falls:  # for d < 0: d/(A − d) falls in size with A, so rises towards zero
        low = EXACT.divide(change.low, EXACT.subtract(now.low, change.low))
    if change.high < 0:
        high = EXACT.divide(change.high, EXACT.subtract(now.high, change.high))
    low_open = change.low_open or (now.low_open if falls else now.high_open)
    high_open = change.high_open or (now.high_open if change.high < 0 else now.low_open)
    return Interval(min(low, high), max(low, high), low_open, high_open)


def _decrease_rate(values: Values, _: Values) -> Decimal | None:
    """The rate of a fall from now and the (positive) fall: d/(now + d)."""
    now, fall = values
    return _quotient((fall, EXACT.add(now, fall)), ())


def _decrease_rate_interval(values: Intervals, _: Values) -> Interval | None:
    now, fall = values
    return _rising_falling(fall, now, lambda d, a: (d, EXACT.add(a, d)))


def _base_rate(values: Values, _: Values) -> Decimal | None:
    """Growth from now and base: now/base − 1."""
    quotient = _quotient(values, ())
    return None if quotient is None else EXACT.subtract(quotient, Decimal(1))


def _base_rate_interval(values: Intervals, _: Values) -> Interval | None:
    quotient = _divide(values[0], values[1])
    return None if quotient is None else quotient + Interval.exact(Decimal(-1))


def _excess_rate(values: Values, _: Values) -> Decimal | None:
    """Done ÷ plan with plan = done − excess: a/(a − d)."""
    growth = _change_rate(values, ())
    return None if growth is None else EXACT.add(growth, Decimal(1))


def _excess_rate_interval(values: Intervals, _: Values) -> Interval | None:
    growth = _change_rate_interval(values, ())
    return None if growth is None else growth + Interval.exact(Decimal(1))


def _annual_rate(values: Values, constants: Values) -> Decimal | None:
    """Average annual growth from the total growth over n years: (1+R)^(1/n) − 1."""
    base = EXACT.add(values[0], Decimal(1))
    if base <= 0 or not constants or constants[0] <= 0:
        return None
    return EXACT.subtract(EXACT.power(base, EXACT.divide(Decimal(1), constants[0])), Decimal(1))


def _annual_rate_interval(values: Intervals, constants: Values) -> Interval | None:
    low, high = _annual_rate((values[0].low,), constants), _annual_rate((values[0].high,), constants)
    return (
        None if low is None or high is None else Interval(low, high, values[0].low_open, values[0].high_open)
    )


def _annual_from_amounts(values: Values, constants: Values) -> Decimal | None:
    growth = _base_rate(values, ())
    return None if growth is None else _annual_rate((growth,), constants)


def _annual_from_amounts_interval(values: Intervals, constants: Values) -> Interval | None:
    growth = _base_rate_interval(values, ())
    return None if growth is None else _annual_rate_interval((growth,), constants)


def _saving_rate(values: Values, _: Values) -> Decimal | None:
    """Saved ÷ plan with plan = paid + saved: saved/(paid + saved)."""
    saved, paid = values
    return _quotient((saved, EXACT.add(saved, paid)), ())


def _saving_rate_interval(values: Intervals, _: Values) -> Interval | None:
    return _rising_falling(values[0], values[1], lambda a, b: (a, EXACT.add(a, b)))


def _shortfall_rate(values: Values, _: Values) -> Decimal | None:
    """1 − a/b."""
    quotient = _quotient(values, ())
    return None if quotient is None else EXACT.subtract(Decimal(1), quotient)


def _shortfall_rate_interval(values: Intervals, _: Values) -> Interval | None:
    quotient = _divide(values[0], values[1])
    return None if quotient is None else Interval.exact(Decimal(1)) - quotient


def _product(values: Values, constants: Values) -> Decimal:
    result = Decimal(1)
    for value in (*values, *constants):
        result = EXACT.multiply(result, value)
    return result


def _product_interval(values: Intervals, constants: Values) -> Interval:
    result = Interval.exact(_product((), constants))
    for value in values:
        result *= value
    return result


def _rising_falling(
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


def _joined(parts: Sequence[str], sign: str) -> str:
    return f" {sign} ".join(parts)


def _plus(parts: Sequence[str], constants: Values) -> str:
    exact = [f"{constant:f}" for constant in constants]
    texts = [*exact, *parts] if parts and parts[0].startswith("(-") else [*parts, *exact]
    text = texts[0] if texts else "0"
    for _, part in pairwise(texts):
        text += f" − {part[2:-1]}" if part.startswith("(-") else f" + {part}"
    return text


def _difference(values: Values, constants: Values) -> Decimal:
    return EXACT.subtract(values[0], _sum(values[1:], constants))


def _difference_interval(values: Intervals, constants: Values) -> Interval:
    return values[0] - _sum_interval(values[1:], constants)


def _rest_text(parts: Sequence[str], whole: Decimal) -> str:
    """100% − 40% of a whole of one, 100 − 40 of a hundred points."""
    return (
        " − ".join(f"{part}%" for part in ("100", *parts))
        if whole == 1
        else _joined([f"{whole:f}", *parts], "−")
    )


def _count_text(parts: Sequence[str], constants: Values) -> str:
    return f"{constants[0]:f}" if constants else _plus(parts, constants)


def _progress_text(printed: Sequence[str], constants: Sequence[Decimal]) -> str:
    """What was done less what the calendar asks for; where it lags behind, the other way round."""
    calendar = f"{round_half_up(EXACT.multiply(abs(constants[0]), Decimal(100)), 2):f}%"
    done = f"{printed[0].strip('(-)')}%"
    return f"{done} − {calendar}" if constants[0] > 0 else f"{calendar} − {done}"


FORMULAS: dict[str, Formula] = {
    formula.name: formula
    for formula in (
        Formula("sum", _sum, _sum_interval, _plus, adds=True),
        Formula("difference", _difference, _difference_interval, lambda p, _: _joined(p, "−"), adds=True),
        Formula(
            "rest",
            lambda v, c: EXACT.subtract(c[0], _sum(v, ())),
            lambda v, c: Interval.exact(c[0]) - _sum_interval(v, ()),
            lambda p, c: _rest_text(p, c[0]),
            adds=True,
        ),
        Formula("equal", lambda v, _: v[0], lambda v, _: v[0], lambda p, _: p[0], truncates=True, adds=True),
        Formula("constant", lambda _, c: c[0], lambda _, c: Interval.exact(c[0]), _count_text, adds=True),
        Formula(
            "quotient",
            _quotient,
            _quotient_interval,
            lambda p, _: _joined(p, "/"),
            truncates=True,
            divides=True,
        ),
        Formula(
            "part_of_parts",
            _part_of_parts,
            _part_of_parts_interval,
            lambda p, _: f"{p[0]} / ({_joined(p, '+')})",
            truncates=True,
            divides=True,
        ),
        Formula(
            "change_rate",
            _change_rate,
            _change_rate_interval,
            lambda p, _: f"{p[1]} / ({p[0]} − {p[1]})",
            truncates=True,
            divides=True,
        ),
        Formula(
            "excess_rate",
            _excess_rate,
            _excess_rate_interval,
            lambda p, _: f"{p[0]} / ({p[0]} − {p[1]})",
            truncates=True,
            divides=True,
        ),
        Formula(
            "decrease_rate",
            _decrease_rate,
            _decrease_rate_interval,
            lambda p, _: f"{p[1]} / ({p[0]} + {p[1]})",
            truncates=True,
            divides=True,
        ),
        Formula(
            "base_rate",
            _base_rate,
            _base_rate_interval,
            lambda p, _: f"({p[0]} − {p[1]}) / {p[1]}",
            truncates=True,
            divides=True,
        ),
        Formula("parts_rise", rise, rise_interval, rise_text, truncates=True, divides=True),
        Formula("parts_done", done, done_interval, done_text, truncates=True, divides=True),
        Formula("parts_fall", fall, fall_interval, rise_text, truncates=True, divides=True),
        Formula(
            "annual_rate",
            _annual_rate,
            _annual_rate_interval,
            lambda p, c: f"(1 + {p[0]}%)^(1/{c[0]:f}) − 1",
            truncates=True,
            divides=True,
        ),
        Formula(
            "annual_from_amounts",
            _annual_from_amounts,
            _annual_from_amounts_interval,
            lambda p, c: f"({p[0]} / {p[1]})^(1/{c[0]:f}) − 1",
            truncates=True,
            divides=True,
        ),
        Formula(
            "saving_rate",
            _saving_rate,
            _saving_rate_interval,
            lambda p, _: f"{p[0]} / ({p[0]} + {p[1]})",
            truncates=True,
            divides=True,
        ),
        Formula(
            "shortfall_rate",
            _shortfall_rate,
            _shortfall_rate_interval,
            lambda p, _: f"({p[1]} − {p[0]}) / {p[1]}",
            truncates=True,
            divides=True,
        ),
        Formula(
            "progress",
            lambda v, c: EXACT.subtract(v[0], c[0]),
            lambda v, c: v[0] - Interval.exact(c[0]),
            _progress_text,
            truncates=True,
            divides=True,
        ),
        Formula(
            "points_more",
            awarding.more,
            awarding.more_interval,
            awarding.more_text,
            truncates=True,
            divides=True,
        ),
        Formula(
            "points_less",
            awarding.less,
            awarding.less_interval,
            awarding.less_text,
            truncates=True,
            divides=True,
        ),
        Formula("product", _product, _product_interval, lambda p, _: _joined(p, "×"), truncates=True),
    )
}
"""Every formula by name."""
