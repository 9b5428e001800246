"""Sums that fail, though their total and their parts are each explained by another sum beside them.

年初合计2389 = 2077 + 312 and 全年合计2089 = 2389 − 300 both hold; that 2077 and 312 miss 2089 by one digit
is chance. So is it where the total itself is a part beside the others of a sum that holds: of 总支出 = 甲 +
乙 + 丙 no part is made of the other parts. Nor does a total that a long list makes miss what that and
others before it make.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from jixiao.claims.reading.statements import Statement
from jixiao.core.claim import Decision, Relation, decide

_FEWEST, _LONG = 2, 4
Decided = tuple[Relation, Decision]


def without_explained(claims: Iterable[Decided]) -> Iterator[Decided]:
    """All but such sums."""
    listed = list(claims)
    held = [
        made for made, decision in listed if decision.holds and made.kind == "sum" and _in_one_place(made)
    ]
    totals = {made.stated.index for made in held}
    parts = {_parts(made) for made in held}
    beside: dict[int, list[frozenset[int]]] = defaultdict(list)
    for members in parts:
        for index in members:
            beside[index].append(members)
    lists: dict[int, list[frozenset[int]]] = defaultdict(list)
    for made, decision in listed:
        if decision.holds and made.kind == "sum" and len(made.operands) >= _LONG:
            lists[made.stated.index].append(_parts(made))
    for made, decision in listed:
        chance = (
            made.kind == "sum"
            and decision.verdict == "fails"
            and (
                (made.stated.index in totals and _parts(made) in parts)
                or any(_parts(made) <= members for members in beside[made.stated.index])
                or any(members < _parts(made) for members in lists[made.stated.index])
            )
        )
        if not chance:
            yield made, decision


def _in_one_place(made: Relation) -> bool:
    return {operand.quantity.place.block for operand in made.operands} == {made.stated.place.block}


def _parts(made: Relation) -> frozenset[int]:
    return frozenset(operand.quantity.index for operand in made.operands if operand.quantity.number)


def without_members(
    sums: Mapping[str, Sequence[Relation]], statements: Sequence[Statement]
) -> dict[str, list[Relation]]:
    """All but the sums, by the role of their figures, over things that are all parts of one longer sum.

    It holds, and stands in one place. Of 总支出 = 甲 + 乙 + 丙 + 丁, that 丙 and 丁 make 甲, or
    nearly so, or in their budgets, is chance.
    """
    thing = {token.index: s.index for s in statements for token in s.roles.values()}
    beside: dict[int, list[frozenset[int]]] = defaultdict(list)
    for made in chain.from_iterable(sums.values()):
        if len(made.operands) > _FEWEST and _in_one_place(made) and decide(made).holds:
            members = frozenset(thing.get(operand.quantity.index, -1) for operand in made.operands)
            for index in members:
                beside[index].append(members)

    def is_within(made: Relation) -> bool:
        lists = beside.get(thing.get(made.stated.index, -1), ())
        things = {thing.get(operand.quantity.index, -1) for operand in made.operands} if lists else set()
        return any(things <= members for members in lists)

    return {role: [made for made in told if not is_within(made)] for role, told in sums.items()}
