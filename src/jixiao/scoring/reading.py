"""From an indicator to the lines that a rule can score: several where units leave a doubt."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from jixiao.core.dossier.projects import Indicator, Operator
from jixiao.core.interval import WIDEST, decimal
from jixiao.core.money import Money, MoneyUnit
from jixiao.rulebooks.schema.topics import FixedLeaf
from jixiao.scoring.exact import fraction, terminating
from jixiao.scoring.line import Line

_NUMERIC: Final = frozenset({"≥", ">", "=", "≤", "<", "range"})
_WRITTEN: Final = re.compile(r"([-+]?\d+(?:\.\d+)?)\s*(%|[^\d\s.%]{0,2})")
_MONEY: Final = frozenset(MoneyUnit)
_WRITTEN_AS: Final = {operator: operator.value for operator in Operator}


def line(indicator: Indicator, fixed: FixedLeaf | None) -> Line:
    """The indicator as a line; what it leaves open is filled from the prescribed line."""
    operator = _WRITTEN_AS[indicator.operator] if indicator.operator else (fixed.operator if fixed else "")
    target = indicator.target
    if target is None and fixed is not None:
        target = fixed.target
    actual, unit = indicator.actual, indicator.unit
    if operator in _NUMERIC:
        target, target_unit = _number(target)
        unit = unit or target_unit
        actual = _number(actual)[0]
    weight = indicator.weight
    if weight is None and fixed is not None:
        weight = fixed.weight
    upper = indicator.target_upper
    return Line(
        weight=weight,
        operator=operator,
        target=target,
        target_upper=upper if isinstance(upper, Decimal) else None,
        actual=actual,
        band=indicator.band,
        done=indicator.done,
        elements=indicator.elements,
        elements_met=indicator.elements_met,
        occurrences=indicator.occurrences,
        points=indicator.points,
        reason=indicator.reason,
        unit=unit,
    )


def readings(indicator: Indicator, plain: Line) -> tuple[Line, ...]:
    """The line in the target's unit; where the units differ, every way to understand it.

    A percentage against a target in another unit may be the number itself or a share of the target; what
    cannot be converted may also be unknown.
    """
    unit = indicator.actual_unit or (_number(indicator.actual)[1] if plain.operator in _NUMERIC else "")
    if not isinstance(plain.actual, Decimal) or not unit or not plain.unit or unit == plain.unit:
        return (plain,)
    if unit in _MONEY and plain.unit in _MONEY:
        converted = Money(plain.actual, MoneyUnit(unit)).into(MoneyUnit(plain.unit))
        return (replace(plain, actual=terminating(fraction(converted))),)
    if unit == "%" and isinstance(plain.target, Decimal):
        share = terminating(fraction(plain.actual) * fraction(plain.target) / 100)
        return (plain, replace(plain, actual=share))
    return (plain, replace(plain, actual=None))


def understood(line: Line, ways: Sequence[Line]) -> Line:
    """Of its readings the only one; the line without its actual value where the units leave a doubt."""
    return ways[0] if len(ways) == 1 else replace(line, actual=None)


def _number(value: Decimal | str | None) -> tuple[Decimal | str | None, str]:
    """A number written as text with its unit (``98%``) as number and unit; everything else as it is."""
    if not isinstance(value, str):
        return value, ""
    match = _WRITTEN.fullmatch(unicodedata.normalize("NFKC", value).strip())
    if match is None or len(match[1]) > WIDEST:  # a longer row of digits is text: `decimal` refuses it
        return value, ""
    return decimal(match[1]), match[2]
