"""One finding per fault: what a coded rule states, or knows better, no generic extractor states again."""

from collections.abc import Iterable, Iterator

from jixiao.core.claim import Decision, Relation

PREFIX = "accounts_"
"""All kinds of the rules' claims begin so."""


def without_restated(claims: Iterable[tuple[Relation, Decision]]) -> Iterator[tuple[Relation, Decision]]:
    """The claims without those of other kinds over the same figures as a coded rule's.

    Nor is a contradiction kept that an extractor sees within a table that the rules decide: it guessed which
    figures belong together, the rules know it (the left lane of a table is no part of the right one).
    """
    found = list(claims)
    coded = [relation for relation, _ in found if relation.kind.startswith(PREFIX)]
    stated = {_figures(relation) for relation in coded}
    known = {block for relation in coded if len(blocks := _blocks(relation)) == 1 for block in blocks}
    for relation, decision in found:
        if relation.kind.startswith(PREFIX) or not coded:
            yield relation, decision
            continue
        blocks = _blocks(relation)
        inside = len(blocks) == 1 and blocks <= known and relation.stated.place.row is not None
        if _figures(relation) not in stated and not (inside and decision.verdict == "fails"):
            yield relation, decision


def _figures(relation: Relation) -> frozenset[int]:
    return frozenset((relation.stated.index, *(operand.quantity.index for operand in relation.operands)))


def _blocks(relation: Relation) -> frozenset[int]:
    quantities = (relation.stated, *(operand.quantity for operand in relation.operands))
    return frozenset(quantity.place.block for quantity in quantities)
