"""The amounts of one unit in a sequence, and what they come to: most totals are too large to search for."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jixiao.claims.sums.runs import Entry


@dataclass(slots=True)
class Likes:
    """Places in a sequence, and sums over those before each: any stretch is known by one subtraction."""

    entries: "list[Entry]"
    positions: list[int] = field(init=False)
    blocks: list[int] = field(init=False)
    reach: list[int] = field(init=False)
    """Of the amounts above zero, twice, with one unit of their last digit each: what they may come to."""
    twice: list[int] = field(init=False)
    """Of all amounts, twice."""
    steps: list[int] = field(init=False)
    back: list[int] = field(init=False)
    """Of the amounts below zero, as ``reach`` of those above: what they may take back of a sum."""
    ends: list[int] = field(init=False)
    """For each, the number of the first behind it that is less deep or has a higher mark, and ends a list."""

    def __post_init__(self) -> None:
        """Add up, once for all searches."""
        entries = self.entries
        self.positions = [entry.position for entry in entries]
        self.blocks = [entry.statement.block for entry in entries]
        self.reach = [0, *accumulate([max(entry.twice, 0) + entry.step for entry in entries])]
        self.twice = [0, *accumulate([entry.twice for entry in entries])]
        self.steps = [0, *accumulate([entry.step for entry in entries])]
        self.back = [0, *accumulate([max(-entry.twice, 0) + entry.step for entry in entries])]
        self.ends = _ends(entries)

    def first(self, position: int) -> int:
        """The number of the first entry that stands at this position or after it."""
        return bisect_left(self.positions, position)

    def reaching(self, first: int, least: int) -> int:
        """The number of the entry with which those from ``first`` on may come to twice so much."""
        return bisect_left(self.reach, self.reach[first] + least, first + 1) - 1

    def out_of_reach(self, missing: int, slack: int, first: int, stop: int) -> bool:
        """Whether no choice of the entries from ``first`` up to ``stop`` comes to twice what is missing."""
        reach, back = self.reach, self.back
        return missing - slack > reach[stop] - reach[first] or missing + slack < back[first] - back[stop]

    def excess(self, total: "Entry", first: int, stop: int) -> int:
        """Twice what a sum may exceed the total by and yet return, by amounts below zero or coarse ones."""
        return total.step + self.back[stop] - self.back[first]


def by_unit(sequence: Sequence["Entry"]) -> dict[str, Likes]:
    """The entries of each unit."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in sequence:
        found[entry.unit].append(entry)
    return {unit: Likes(entries) for unit, entries in found.items()}


def _ends(entries: "Sequence[Entry]") -> list[int]:
    """See ``Likes.ends``."""
    ends = [len(entries)] * len(entries)
    deep: list[int] = []  # those behind, each less deep than the one behind it in this list
    marked: list[int] = []  # likewise by the level of their mark, where they have one
    for number in range(len(entries) - 1, -1, -1):
        its = entries[number].statement
        while deep and entries[deep[-1]].statement.depth >= its.depth:
            deep.pop()
        if deep:
            ends[number] = deep[-1]
        deep.append(number)
        if its.mark_level:
            while marked and entries[marked[-1]].statement.mark_level >= its.mark_level:
                marked.pop()
            if marked:
                ends[number] = min(ends[number], marked[-1])
            marked.append(number)
    return ends
