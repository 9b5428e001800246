"""One quotient told twice: the same two amounts cannot make two different rates.

完成33.82亿元，为目标33.23亿元的101.78% in one section and 101.76% in another both lie within what the printed
amounts allow, and yet contradict each other.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from jixiao.core.claim import Decision, Operand, Relation, decide
from jixiao.core.digits import significant_digits

Decided = tuple[Relation, Decision]
_KINDS = frozenset(("rate", "share", "growth"))
_DIGITS = 4
"""So many in every amount that two things do not have the same two amounts by accident."""


def retold_quotients(claims: Iterable[Decided]) -> Iterator[Decided]:
    """Rates that hold but differ from the first one told of the same amounts, by more than rounding does."""
    first: dict[tuple[object, ...], Relation] = {}
    for made, decision in claims:
        if made.kind not in _KINDS or not decision.holds or made.binding == "inferred" or not _tells(made):
            continue
        values = (operand.quantity.value * operand.factor for operand in made.operands)
        earlier = first.setdefault((made.kind, made.formula, made.constants, *values), made)
        if _differ(earlier, made):
            operand = Operand(earlier.stated, made.role)
            equal = Relation("restated", "equal", made.stated, (operand,), role=made.role)
            yield equal, decide(equal)


def _tells(made: Relation) -> bool:
    figures = [operand.quantity for operand in made.operands]
    approximate = made.stated.approximate or any(figure.approximate for figure in figures)
    return not approximate and all(significant_digits(figure.number) >= _DIGITS for figure in figures)


def _differ(first: Relation, later: Relation) -> bool:
    """Whether two rates differ by more than one being cut where the other is rounded."""
    step = Decimal(1).scaleb(-min(first.stated.decimals, later.stated.decimals)) * later.stated.unit.scale
    return abs(first.stated.value - later.stated.value) > step
