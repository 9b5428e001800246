"""The lists of amounts that sums which hold are made of."""

from collections.abc import Iterable, Sequence
from itertools import chain

from jixiao.claims.sums.runs import Entry
from jixiao.core.claim import Relation

_ROUGH = 100


class Splits:
    """Each list by the indexes of its amounts; ``parts`` are those of all lists."""

    __slots__ = ("_lists", "parts")

    def __init__(self, sums: Iterable[Relation]) -> None:
        told = (made for made in sums if not _is_rough(made))
        self._lists = {frozenset([operand.quantity.index for operand in made.operands]) for made in told}
        self.parts = frozenset(chain.from_iterable(self._lists))

    def has(self, run: Sequence[Entry]) -> bool:
        """Whether these amounts, and no others, add up to one that is told."""
        return frozenset([entry.token.index for entry in run]) in self._lists

    def within(self, run: Sequence[Entry]) -> bool:
        """Whether these amounts are some of a list that adds up with others."""
        told = frozenset([entry.token.index for entry in run])
        return any(told < parts for parts in self._lists)

    def beside(self, entry: Entry, others: Sequence[Entry]) -> bool:
        """Whether an amount is a part of a sum that holds beside one of the others."""
        told = {other.token.index for other in others}
        return any(entry.token.index in parts and parts & told for parts in self._lists)


def _is_rough(made: Relation) -> bool:
    """Whether a total is told so much more coarsely than its parts (超4万亿元) that it proves little."""
    stated = made.stated
    step = stated.unit.step(stated.decimals)
    finest = min([o.quantity.unit.step(o.quantity.decimals) for o in made.operands])
    return stated.approximate or step >= finest * _ROUGH
