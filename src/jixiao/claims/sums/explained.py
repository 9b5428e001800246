"""Sums that fail, though their total and their parts are each explained by another sum beside them.

年初合计2389 = 2077 + 312 and 全年合计2089 = 2389 − 300 both hold; that 2077 and 312 miss 2089 by one digit
is chance.
"""

from collections.abc import Iterable, Iterator

from jixiao.core.claim import Decision, Relation

Decided = tuple[Relation, Decision]


def without_explained(claims: Iterable[Decided]) -> Iterator[Decided]:
    """All but such sums."""
    listed = list(claims)
    held = [
        made for made, decision in listed if decision.holds and made.kind == "sum" and _in_one_place(made)
    ]
    totals = {made.stated.index for made in held}
    parts = {_parts(made) for made in held}
    for made, decision in listed:
        chance = (
            made.kind == "sum"
            and decision.verdict == "fails"
            and made.stated.index in totals
            and _parts(made) in parts
        )
        if not chance:
            yield made, decision


def _in_one_place(made: Relation) -> bool:
    return {operand.quantity.place.block for operand in made.operands} == {made.stated.place.block}


def _parts(made: Relation) -> frozenset[int]:
    return frozenset(operand.quantity.index for operand in made.operands if operand.quantity.number)
