"""Formulas solved for one figure: what it would have to be for its relation to hold."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from jixiao.core.claim import Operand, Relation
from jixiao.core.formulas import FORMULAS
from jixiao.core.interval import EXACT, Interval
from jixiao.core.quantity import Quantity

_ONE = Interval.exact(Decimal(1))
_ZERO = Interval.exact(Decimal(0))
_ENDLESS = Decimal("1e30")

Solver = Callable[[Interval, Sequence[Interval], int, Sequence[Decimal]], Interval]


def needed(relation: Relation, index: int) -> Interval | None:
    """The values, in base units, that the quantity of this index must have; None where that cannot be told.

    The interval may be a little too wide (it filters candidates, which are then decided), never too narrow.
    """
    places = [at for at, operand in enumerate(relation.operands) if operand.quantity.index == index]
    values = [_interval(operand) for operand in relation.operands]
    try:
        if relation.stated.index == index:
            return None if places else _stated(relation, values)
        solver = _SOLVERS.get(relation.formula)
        if len(places) != 1 or solver is None or relation.comparator != "=":
            return None
        found = solver(_meant(relation.stated, relation), values, places[0], relation.constants)
    except ZeroDivisionError:
        return None
    return found if relation.operands[places[0]].factor > 0 else -found


def _stated(relation: Relation, values: Sequence[Interval]) -> Interval | None:
    found = FORMULAS[relation.formula].interval(values, relation.constants)
    if found is None or relation.comparator == "=":
        return found
    if relation.comparator in ("≤", "<"):
        return Interval(-_ENDLESS, found.high)
    return Interval(found.low, _ENDLESS)


def _interval(operand: Operand) -> Interval:
    interval = operand.quantity.meant
    return interval if operand.factor > 0 else -interval


def _meant(stated: Quantity, relation: Relation) -> Interval:
    """What the stated figure can stand for, rounded or cut off."""
    interval = stated.meant
    if not FORMULAS[relation.formula].truncates:
        return interval
    cut = stated.truncated_interval(stated.prevailing)
    return Interval(min(interval.low, cut.low), max(interval.high, cut.high))


def _total(values: Sequence[Interval], constants: Sequence[Decimal] = ()) -> Interval:
    total = _ZERO
    for value in (*values, *map(Interval.exact, constants)):
        total += value
    return total


def _others(values: Sequence[Interval], at: int) -> list[Interval]:
    return [*values[:at], *values[at + 1 :]]


def _sum(stated: Interval, values: Sequence[Interval], at: int, constants: Sequence[Decimal]) -> Interval:
    return stated - _total(_others(values, at), constants)


def _difference(
    stated: Interval, values: Sequence[Interval], at: int, constants: Sequence[Decimal]
) -> Interval:
    if at == 0:
        return stated + _total(values[1:], constants)
    return values[0] - stated - _total(_others(values[1:], at - 1), constants)


def _quotient(stated: Interval, values: Sequence[Interval], at: int, _: Sequence[Decimal]) -> Interval:
    return stated * values[1] if at == 0 else values[0] / stated


def _part_of_parts(stated: Interval, values: Sequence[Interval], at: int, _: Sequence[Decimal]) -> Interval:
    if at == 0:
        return stated * _total(values[1:]) / (_ONE - stated)
    return values[0] / stated - _total(_others(values, at))


def _change_rate(stated: Interval, values: Sequence[Interval], at: int, _: Sequence[Decimal]) -> Interval:
    now, change = values
    return change / stated + change if at == 0 else stated * now / (_ONE + stated)


def _excess_rate(stated: Interval, values: Sequence[Interval], at: int, _: Sequence[Decimal]) -> Interval:
    done, excess = values
    return stated * excess / (stated - _ONE) if at == 0 else done - done / stated


def _decrease_rate(stated: Interval, values: Sequence[Interval], at: int, _: Sequence[Decimal]) -> Interval:
    now, fall = values
    return fall / stated - fall if at == 0 else stated * now / (_ONE - stated)


def _base_rate(stated: Interval, values: Sequence[Interval], at: int, _: Sequence[Decimal]) -> Interval:
    return (_ONE + stated) * values[1] if at == 0 else values[0] / (_ONE + stated)


def _shortfall_rate(stated: Interval, values: Sequence[Interval], at: int, _: Sequence[Decimal]) -> Interval:
    return (_ONE - stated) * values[1] if at == 0 else values[0] / (_ONE - stated)


def _saving_rate(stated: Interval, values: Sequence[Interval], at: int, _: Sequence[Decimal]) -> Interval:
    saved, paid = values
    return stated * paid / (_ONE - stated) if at == 0 else saved / stated - saved


def _product(stated: Interval, values: Sequence[Interval], at: int, constants: Sequence[Decimal]) -> Interval:
    divisor = _ONE
    for value in (*_others(values, at), *map(Interval.exact, constants)):
        divisor *= value
    return stated / divisor


def _annual_rate(stated: Interval, _: Sequence[Interval], __: int, constants: Sequence[Decimal]) -> Interval:
    return _power(_ONE + stated, constants[0]) - _ONE


def _annual_from_amounts(
    stated: Interval, values: Sequence[Interval], at: int, constants: Sequence[Decimal]
) -> Interval:
    grown = _power(_ONE + stated, constants[0])
    return values[1] * grown if at == 0 else values[0] / grown


def _power(base: Interval, years: Decimal) -> Interval:
    """A power of a base that is not negative."""
    if base.low <= 0:
        raise ZeroDivisionError
    return Interval(EXACT.power(base.low, years), EXACT.power(base.high, years))


_SOLVERS: dict[str, Solver] = {
    "sum": _sum,
    "difference": _difference,
    "rest": lambda stated, values, at, constants: (
        Interval.exact(constants[0]) - stated - _total(_others(values, at))
    ),
    "equal": lambda stated, *_: stated,
    "quotient": _quotient,
    "part_of_parts": _part_of_parts,
    "change_rate": _change_rate,
    "excess_rate": _excess_rate,
    "decrease_rate": _decrease_rate,
    "base_rate": _base_rate,
    "shortfall_rate": _shortfall_rate,
    "saving_rate": _saving_rate,
    "product": _product,
    "progress": lambda stated, _, __, constants: stated + Interval.exact(constants[0]),
    "annual_rate": _annual_rate,
    "annual_from_amounts": _annual_from_amounts,
}
