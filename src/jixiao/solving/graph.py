"""The graph of numbers and claims: which decided claims each number takes part in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from jixiao.core.claim import Claim
from jixiao.core.quantity import Quantity

WEAK_NOTES = ("coarse", "inferred")
"""A claim that holds only so, or a limit that is kept, confirms nothing."""


@dataclass(slots=True)
class Neighbours:
    """The claims of one number: those that fail, those that hold, and those of them that say something."""

    failing: list[Claim] = field(default_factory=list)
    holding: list[Claim] = field(default_factory=list)
    confirming: list[Claim] = field(default_factory=list)

    def add(self, claim: Claim) -> None:
        """Sort a decided claim in."""
        (self.failing if claim.verdict == "fails" else self.holding).append(claim)
        if claim.verdict == "holds" and claim.note not in WEAK_NOTES and claim.relation.comparator == "=":
            self.confirming.append(claim)


class Graph:
    """Numbers by index, each with its decided claims."""

    def __init__(
        self,
        claims: Sequence[Claim],
        quantities: Iterable[Quantity] = (),
        elsewhere: Mapping[int, frozenset[Decimal]] | None = None,
    ) -> None:
        self.failing = [claim for claim in claims if claim.verdict == "fails"]
        self.quantities: dict[int, Quantity] = {}
        self._printed = list(quantities)
        self._elsewhere = elsewhere or {}
        self._claims: dict[int, list[Claim]] = defaultdict(list)
        self._neighbours: dict[int, Neighbours] = {}
        for claim in claims:
            for quantity in claim.quantities:
                self.quantities.setdefault(quantity.index, quantity)
            if claim.verdict != "undecidable":
                for index in indexes(claim):
                    self._claims[index].append(claim)

    def around(self, index: int) -> Neighbours:
        """The claims of a number, sorted when they are first asked for: most numbers are never suspected."""
        known = self._neighbours.get(index)
        if known is None:
            known = self._neighbours[index] = Neighbours()
            for claim in self._claims.get(index, ()):
                known.add(claim)
        return known

    def is_told_otherwise(self, quantity: Quantity, number: Decimal) -> bool:
        """Whether the same thing is printed elsewhere with a third value, neither this one nor ``number``."""
        told = self._elsewhere.get(quantity.index, frozenset())
        return bool(told) and number * quantity.unit.scale not in told

    @cached_property
    def _by_size(self) -> dict[Decimal, list[Quantity]]:
        printed = {quantity.index: quantity for quantity in self._printed}
        others = [own for index, own in self.quantities.items() if printed.get(index) is not own]
        found: dict[Decimal, list[Quantity]] = defaultdict(list)
        for quantity in (*self._printed, *others):
            found[abs(quantity.value)].append(quantity)
        return found

    def is_printed_elsewhere(self, quantity: Quantity) -> bool:
        """Whether another number of the document reads the same, so that this one may have been copied."""
        alike = self._by_size.get(abs(quantity.value), ())
        return any(q.index != quantity.index and q.unit.kind == quantity.unit.kind for q in alike)


def indexes(claim: Claim) -> set[int]:
    """The numbers of a claim."""
    return {quantity.index for quantity in claim.quantities}


def independent(one: Claim, other: Claim, suspect: int) -> bool:
    """Whether two claims tell about the suspect from different sources.

    They must state different figures (or both the suspect) and share no more than half of the other numbers.
    """
    stated = one.relation.stated.index, other.relation.stated.index
    if stated[0] == stated[1] != suspect:
        return False
    left, right = indexes(one) - {suspect}, indexes(other) - {suspect}
    return 2 * len(left & right) <= min(len(left), len(right))


def independent_of_each_other(claims: Iterable[Claim], suspect: int) -> list[Claim]:
    """Claims any two of which are independent, taken greedily; eight are proof enough."""
    chosen: list[Claim] = []
    for claim in claims:
        if len(chosen) < 8 and all(independent(claim, other, suspect) for other in chosen):
            chosen.append(claim)
    return chosen
