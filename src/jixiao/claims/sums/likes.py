"""The amounts of one unit in a sequence, and what they come to: most totals are too large to search for."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.claims.sums.runs import Entry


@dataclass(slots=True)
class Likes:
    """Places in a sequence, and sums over those before each: any stretch is known by one subtraction."""

    entries: "list[Entry]" = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    reach: list[int] = field(default_factory=lambda: [0])
    """Of the amounts above zero, twice, with one unit of their last digit each: what they may come to."""
    steps: list[int] = field(default_factory=lambda: [0])
    falls: list[int] = field(default_factory=lambda: [0])
    """Of the amounts below zero, without their sign."""

    def add(self, entry: "Entry") -> None:
        """Take in the next entry."""
        self.entries.append(entry)
        self.positions.append(entry.position)
        self.reach.append(self.reach[-1] + max(entry.amount, 0) * 2 + entry.step)
        self.steps.append(self.steps[-1] + entry.step)
        self.falls.append(self.falls[-1] + max(-entry.amount, 0))

    def first(self, position: int) -> int:
        """The number of the first entry that stands at this position or after it."""
        return bisect_left(self.positions, position)

    def excess(self, total: "Entry", first: int, stop: int) -> int:
        """Twice what a sum may exceed the total by and yet return, by amounts below zero or coarse ones."""
        falls = self.falls[stop] - self.falls[first]
        return falls * 2 + total.step + self.steps[stop] - self.steps[first]


def by_unit(sequence: Sequence["Entry"]) -> dict[str, Likes]:
    """The entries of each unit."""
    found: dict[str, Likes] = defaultdict(Likes)
    for entry in sequence:
        found[entry.unit].add(entry)
    return found
