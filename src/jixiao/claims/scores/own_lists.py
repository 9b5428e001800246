"""A total of points held against some of its items only, where all of them make it.

总得分89.5分 = 10 + 42 + 27.5 + 10 holds, and six items make the 42: that they do not make the 89.5 says
nothing. Nor does it that the indicators alone do not, where they do with the points of the execution. And of
扣5.4分，其中A扣2分，B扣3分, where 5.4 is what is missing to a hundred, two parts are seldom all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from jixiao.core.claim import Decision, Relation

if TYPE_CHECKING:
    from decimal import Decimal

_KIND = "score_sum"
_FEW = 2
Decided = tuple[Relation, Decision]


def without_lists_of_parts(claims: Iterable[Decided]) -> Iterator[Decided]:
    """All but such failing sums of points."""
    listed = list(claims)
    parts: dict[int, set[Decimal]] = defaultdict(set)
    lists: dict[int, list[set[int]]] = defaultdict(list)
    for made, decision in listed:
        if made.kind == _KIND and made.formula == "sum" and decision.holds:
            if not made.constants and all(operand.factor == 1 for operand in made.operands):
                parts[made.stated.index] |= {operand.quantity.value for operand in made.operands}
            lists[made.stated.index].append(_operands(made))
    missing = {
        made.stated.index for made, decision in listed if decision.holds and made.formula == "difference"
    }
    for made, decision in listed:
        of_part = (
            made.kind == _KIND
            and made.formula == "sum"
            and decision.verdict == "fails"
            and (
                decision.computed in parts.get(made.stated.index, ())
                or any(_operands(made) < whole for whole in lists.get(made.stated.index, ()))
                or (made.stated.index in missing and _leaves_some(made, decision))
            )
        )
        if not of_part:
            yield made, decision


def _leaves_some(made: Relation, decision: Decision) -> bool:
    """Whether two deductions make less than the one told of all."""
    lost = all(operand.role == "deducted" and operand.factor == 1 for operand in made.operands)
    less = decision.computed is not None and decision.computed < made.stated.value
    return lost and less and len(made.operands) == _FEW


def _operands(made: Relation) -> set[int]:
    return {operand.quantity.index for operand in made.operands}
