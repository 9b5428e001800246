"""One quotient told twice: the same two amounts cannot make two different rates.

完成33.82亿元，为目标33.23亿元的101.78% in one section and 101.76% in another both lie within what the printed
amounts allow, and yet contradict each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Decision, Operand, Relation, decide
from jixiao.core.digits import printed_digits, significant_digits

if TYPE_CHECKING:
    from jixiao.core.quantity import Quantity

Decided = tuple[Relation, Decision]
_KINDS = frozenset(("rate", "share", "growth"))
_OF_SUMS = ("part_of_parts", "saving_rate")
_MOST = 6
"""Tellings of one rate, and amounts that it is told of."""
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


def quotients_again(claims: Iterable[Decided]) -> Iterator[Decided]:
    """A rate told again is of the same amounts: those that one telling of it holds for."""
    claims = list(claims)
    quotients: dict[int, list[Relation]] = defaultdict(list)
    root: dict[int, int] = {}
    figures: dict[int, Quantity] = {}

    def find(index: int) -> int:
        while root.get(index, index) != index:
            index = root[index]
        return index

    for made, decision in claims:
        if made.kind in _KINDS and decision.holds and made.formula == "quotient":
            quotients[made.stated.index].append(made)
        if made.formula == "equal" and decision.holds and made.stated.unit.kind == "percent":
            other = made.operands[0].quantity
            if made.stated.number == other.number:
                figures |= {made.stated.index: made.stated, other.index: other}
                root[find(made.stated.index)] = find(other.index)
    members: dict[int, list[int]] = defaultdict(list)
    for index in figures:
        members[find(index)].append(index)
    for group in members.values():
        told = [made for index in group for made in quotients[index]][:_MOST]
        for index in group[:_MOST]:
            known = {_operands(made) for made in quotients[index]}
            for made in told:
                if _operands(made) not in known:
                    again = replace(made, stated=figures[index], binding="inferred")
                    yield again, decide(again)


def _operands(made: Relation) -> frozenset[int]:
    return frozenset(operand.quantity.index for operand in made.operands)


def of_printed_sums(claims: Iterable[Decided], tokens: Iterable[Token]) -> Iterator[Decided]:
    """支出A，结余B，支出率p% where A + B is told elsewhere: the rate of A by that amount, likewise."""
    printed: dict[Decimal, Token] = {}
    for token in tokens:
        if token.unit.kind == "yuan" and not token.approximate and printed_digits(token.number) > _DIGITS:
            printed.setdefault(token.number * token.unit.scale, token)
    for made, decision in list(claims):
        if made.formula not in _OF_SUMS or not decision.holds or len(made.operands) != len(_OF_SUMS):
            continue
        top, rest = made.operands
        whole = printed.get(top.quantity.value + rest.quantity.value)
        if whole is not None and top.quantity.unit.kind == "yuan":
            operands = (top, Operand(whole.build(), "plan"))
            again = Relation(made.kind, "quotient", made.stated, operands, "inferred", role=made.role)
            if decide(again).holds:
                yield again, decide(again)
