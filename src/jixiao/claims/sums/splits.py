"""The lists of amounts that sums which hold are made of."""

from collections.abc import Iterable, Sequence
from itertools import chain

from jixiao.claims.sums.runs import Entry
from jixiao.core.claim import Relation


class Splits:
    """Each list by the indexes of its amounts; ``parts`` are those of all lists."""

    __slots__ = ("_lists", "parts")

    def __init__(self, sums: Iterable[Relation]) -> None:
        self._lists = {frozenset([operand.quantity.index for operand in made.operands]) for made in sums}
        self.parts = frozenset(chain.from_iterable(self._lists))

    def has(self, run: Sequence[Entry]) -> bool:
        """Whether these amounts, and no others, add up to one that is told."""
        return frozenset([entry.token.index for entry in run]) in self._lists
