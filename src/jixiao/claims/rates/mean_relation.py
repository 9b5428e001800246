"""The relation of a mean to what it is of: rounded, for a hundred of the things, in other units of weight."""

from dataclasses import replace
from decimal import Decimal

from jixiao.claims.rates.per_unit import Mean
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Operand, Relation
from jixiao.core.quantity import Quantity, Unit

_WEIGHTS = {"吨": Decimal(1000), "公斤": Decimal(1), "千克": Decimal(1), "斤": Decimal("0.5")}


def mean_quotient(token: Token, top: Token, bottom: Token, mean: Mean) -> Relation:
    """What falls on one, or on a hundred, of the things; tonnes are told in kilograms."""
    stated = rounded(token, always=True)
    operands = (Operand(rounded(top), "part"), Operand(rounded(bottom), "count"))
    factor = mean.times * _WEIGHTS.get(top.unit.word, Decimal(1)) / _WEIGHTS.get(token.unit.word, Decimal(1))
    if mean.periods > 1:
        return Relation(
            "ratio", "spread", stated, operands, constants=(Decimal(mean.periods) / factor,), role="mean"
        )
    if factor == 1:
        return Relation("ratio", "quotient", stated, operands, role="mean")
    return Relation("ratio", "per", stated, operands, constants=(factor,), role="mean")


def rounded(token: Token, *, always: bool = False) -> Quantity:
    """A figure whose last digit was rounded: a mean, or what was measured (3.86万亩)."""
    quantity = token.build()
    unit = token.unit
    if unit.kind == "count" and (always or token.decimals or unit.scale > 1):
        quantity = replace(quantity, unit=Unit("number", unit.scale, unit.word))
    return replace(quantity, prevailing=token.decimals) if always else quantity
