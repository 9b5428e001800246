"""Relations with constants, comparators and units that a header gives."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Binding, Operand, Relation
from jixiao.core.quantity import Quantity, Unit


def quantity(item: Token | Quantity, unit: Unit | None = None) -> Quantity:
    """The quantity of a token, read in a unit that another cell gives."""
    made = item.build() if isinstance(item, Token) else item
    return made if unit is None or unit == made.unit else replace(made, unit=unit)


def equation(
    kind: str,
    stated: Token | Quantity,
    parts: Sequence[Token | Quantity],
    *,
    formula: str = "sum",
    role: str = "part",
    binding: Binding = "bound",
) -> Relation:
    """``stated`` equals the formula of the parts, which all have one role."""
    operands = tuple(Operand(quantity(part), role) for part in parts)
    return Relation(
        kind=kind, formula=formula, stated=quantity(stated), operands=operands, binding=binding, role="total"
    )


def compared(
    kind: str,
    stated: Token | Quantity,
    sign: str,
    other: Token | Quantity,
    *,
    role: str = "limit",
    binding: Binding = "bound",
) -> Relation:
    """``stated`` stands to the other figure as the sign (≤, ≥, =) says."""
    operand = Operand(quantity(other), role)
    return Relation(
        kind=kind,
        formula="equal",
        stated=quantity(stated),
        operands=(operand,),
        binding=binding,
        comparator=sign,
    )


def against(
    kind: str,
    stated: Token | Quantity,
    sign: str,
    number: Decimal | int,
    *,
    binding: Binding = "bound",
    role: str = "",
) -> Relation:
    """``stated`` stands as the sign says to a number that is counted or given by a rule, not printed."""
    return Relation(
        kind=kind,
        formula="constant",
        stated=quantity(stated),
        operands=(),
        constants=(Decimal(number),),
        binding=binding,
        comparator=sign,
        role=role,
    )
