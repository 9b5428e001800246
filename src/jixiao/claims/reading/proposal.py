"""Proposals: what extractors yield."""

from collections.abc import Sequence

from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Binding, Operand, Relation
from jixiao.core.frozen import frozen


@frozen
class Proposal:
    """The ranked readings of one statement (three at most).

    An ``asserted`` statement that holds in no reading is a contradiction; otherwise the readings only show
    what holds.
    """

    readings: tuple[Relation, ...]
    asserted: bool = True


def relation(
    kind: str,
    formula: str,
    stated: Token,
    operands: Sequence[tuple[Token, str] | tuple[Token, str, int]],
    binding: Binding = "bound",
    role: str = "",
) -> Relation:
    """A relation among tokens; an operand is (token, role) or (token, role, −1) where it is subtracted."""
    made = [
        Operand(item[0].quantity or item[0].build(), item[1], item[2] if len(item) > 2 else 1)
        for item in operands
    ]
    return Relation(kind, formula, stated.build(), tuple(made), binding, (), role or stated.role)


def rate_of(rate: Token, top: Token, bottom: Token, binding: Binding = "bound") -> Relation:
    """The rate is what was done over what was planned."""
    return relation("rate", "quotient", rate, [(top, "outturn"), (bottom, "plan")], binding)


def may_be_rate(rate: Token, top: Token, bottom: Token) -> bool:
    """Whether two amounts come near a rate; much cheaper than to decide, and never false where it holds.

    Each figure is off by one unit of its last digit at most, whatever it was rounded or cut off from.
    """
    step, of_top = rate.unit.step(rate.decimals), top.unit.step(top.decimals)
    of_bottom = bottom.unit.step(bottom.decimals)
    quotient, whole = rate.number * rate.unit.scale, bottom.number * bottom.unit.scale
    gap = abs(top.number * top.unit.scale - quotient * whole)
    return gap <= of_top + step * (abs(whole) + of_bottom) + abs(quotient) * of_bottom


def may_be_equal(one: Token, other: Token) -> bool:
    """Whether two figures are within a unit of their last digits; much cheaper than to decide."""
    return abs(one.value - other.value) <= one.unit.step(one.decimals) + other.unit.step(other.decimals)
