"""Quantities, relations and claims made by hand, so that the arithmetic is tested without reading any text."""

from collections.abc import Sequence
from decimal import Decimal

from jixiao.core.claim import Claim, Operand, Relation, decide, describe
from jixiao.core.place import Place
from jixiao.core.quantity import Quantity, Unit

YUAN = Unit("yuan", Decimal(1), "元")
WAN = Unit("yuan", Decimal(10000), "万元")
YI = Unit("yuan", Decimal(100_000_000), "亿元")
PERCENT = Unit("percent", Decimal("0.01"), "%")
SCORE = Unit("score", Decimal(1), "分")
PIECES = Unit("count", Decimal(1), "个")


LENGTHS = {
    "points_more": 3,
    "points_less": 3,
    "sum": 3,
    "difference": 3,
    "equal": 1,
    "part_of_parts": 3,
    "annual_rate": 1,
    "progress": 1,
    "constant": 0,
}
"""How many operands a formula takes; two where it is not listed."""


def constants_of(name: str, years: int) -> tuple[Decimal, ...]:
    """The exact numbers that a formula needs: years, months of progress, a limit."""
    return (Decimal(years),) if name.startswith("annual") or name in ("constant", "progress", "rest") else ()


class Figures:
    """A document's numbers and claims, numbered as they are made; every number stands in a line of its own."""

    def __init__(self) -> None:
        self.quantities: list[Quantity] = []
        self.claims: list[Claim] = []

    def figure(
        self,
        text: str,
        unit: Unit = WAN,
        prevailing: int = 0,
        *,
        approximate: bool = False,
        comparator: str = "",
    ) -> Quantity:
        index = len(self.quantities)
        decimals = len(text.partition(".")[2])
        made = Quantity(
            index=index,
            text=text + unit.word,
            number=Decimal(text),
            decimals=decimals,
            unit=unit,
            place=Place(index, 0, len(text), line=index + 1),
            prevailing=max(decimals, prevailing),
            approximate=approximate,
            comparator=comparator,
        )
        self.quantities.append(made)
        return made

    def claim(
        self, kind: str, formula: str, stated: Quantity, *operands: Quantity, **changes: object
    ) -> Claim:
        made = claim_of(relation(formula, stated, operands, kind=kind, **changes), f"c{len(self.claims) + 1}")
        self.claims.append(made)
        return made


def relation(
    formula: str, stated: Quantity, operands: Sequence[Quantity], kind: str = "sum", **changes: object
) -> Relation:
    factors = changes.pop("factors", (1,) * len(operands))
    built = tuple(Operand(q, "part", factor) for q, factor in zip(operands, factors, strict=True))  # type: ignore[call-overload]
    return Relation(kind, formula, stated, built, **changes)  # type: ignore[arg-type]


def claim_of(made: Relation, name: str = "c1") -> Claim:
    decision = decide(made)
    expression, computed = describe(made, decision.computed)
    gap = None if decision.computed is None else decision.computed - made.stated.value
    return Claim(
        name, made, decision.verdict, decision.note, expression, made.stated.text, computed,
        f"合计{made.stated.text}", made.stated.place, gap,
    )  # fmt: skip
