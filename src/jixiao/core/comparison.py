"""Comparisons: one fact as several files tell it, where they do not agree."""

from typing import Literal

from jixiao.core.claim import Claim
from jixiao.core.frozen import frozen
from jixiao.core.quantity import Quantity

ComparisonKind = Literal["same", "carried_over", "prior_year", "sum_of_units"]


@frozen
class Telling:
    """A figure of one of the files, which its place names, with the words around it."""

    quantity: Quantity
    words: str


@frozen
class Comparison:
    """A fact on which files disagree; ``claim`` is the relation that fails between their figures.

    ``item`` is the thing as printed, ``role`` and ``period`` say which figure of it (决算数, 2023年). The
    stated figure of the claim is ``tellings[0]``, its operands follow, then other places that tell the same
    contradiction. ``doubt`` names in Chinese and English what was guessed: nothing where the contradiction
    is proven.
    """

    kind: ComparisonKind
    item: str
    role: tuple[str, str]
    period: int | None
    claim: Claim
    tellings: tuple[Telling, ...]
    doubt: tuple[str, str] = ("", "")

    @property
    def proven(self) -> bool:
        """Whether every key of the fact is known."""
        return not self.doubt[0]
