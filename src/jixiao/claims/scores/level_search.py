"""Figures read as weights of so many levels, each filled by those behind it, with scores between."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from jixiao.claims.reading.stream import Figure
from jixiao.core.frozen import frozen

_MOST_STEPS = 30_000
"""A table with a wrong weight takes some seven thousand."""
End = Literal["closed", "open", "cut"]
"""All figures belong to the table; or others may follow; or its end is lost, with what is below the last."""
Kind = Literal["weight", "either", "score"]


@frozen
class Entry:
    """A figure of the table, by what stands around it a weight, a score, or either."""

    figure: Figure
    number: Decimal
    kind: Kind


@dataclass(slots=True)
class Node:
    """A weight, the scores told behind it, and the weights that break it up."""

    entry: Entry
    scores: list[Figure]
    children: "list[Node]" = field(default_factory=list)

    @property
    def is_filled(self) -> bool:
        """The weights below it, as printed, make it."""
        parts = [child.entry.figure.number for child in self.children]
        return bool(parts) and sum(parts) == self.entry.figure.number

    def leaves(self) -> "Iterator[Node]":
        """The indicators below it, itself where it is one."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


@dataclass(slots=True)
class Steps:
    """What is left of the search of one table: figures that are no such weights end it, not the reader."""

    left: int = _MOST_STEPS


def every(nodes: list[Node]) -> Iterator[Node]:
    """The weights and all below them, in order."""
    for node in nodes:
        yield node
        yield from every(node.children)


class Search:
    """Reads a row of figures as weights of so many levels, with scores behind them."""

    def __init__(
        self,
        entries: list[Entry],
        depth: int,
        whole: Decimal,
        steps: Steps,
        *,
        end: End,
        uneven: bool,
    ) -> None:
        self._entries, self._depth, self._whole = entries, depth, whole
        self._end = end
        self._uneven = uneven
        """Some weights may have indicators right below them, without the level between."""
        self._failed: set[tuple[int, int, Decimal]] = set()
        self._steps = steps

    def roots(self) -> list[Node] | None:
        """The weights of the first level, None where no reading fills the whole."""
        found = next(self._children(0, self._depth, self._whole), None)
        return found[0] if found is not None and len(found[0]) > 1 else None

    def _children(self, at: int, depth: int, need: Decimal) -> "Iterator[tuple[list[Node], int]]":
        """The weights from a place on that make what is needed, and the place behind them."""
        self._steps.left -= 1
        if self._steps.left < 0:
            return
        if not need:
            if (
                depth < self._depth
                or self._end != "closed"
                or all(entry.kind == "score" for entry in self._entries[at:])
            ):
                yield [], at
            return
        if at >= len(self._entries):
            if self._end == "cut":
                yield [], at
            return
        if (at, depth, need) in self._failed:
            return
        found = False
        for node, behind in self._node(at, depth, need):
            for others, end in self._children(behind, depth, need - node.entry.number):
                found = True
                yield [node, *others], end
        if not found:
            self._failed.add((at, depth, need))

    def _node(self, at: int, depth: int, most: Decimal) -> "Iterator[tuple[Node, int]]":
        entry = self._entries[at]
        if entry.kind == "score" or not 0 < entry.number <= most:
            return
        for behind in self._behind(at, entry.number, scored=depth == 1):
            scores = [other.figure for other in self._entries[at + 1 : behind]]
            if depth == 1:
                yield Node(entry, scores), behind
            else:
                for deep in range(depth - 1, 0 if self._uneven else depth - 2, -1):
                    for children, end in self._children(behind, deep, entry.number):
                        yield Node(entry, scores, children), end

    def _behind(self, at: int, weight: Decimal, *, scored: bool) -> Iterator[int]:
        """Where the next weight may stand: behind the figures that are none, or one that may be a score."""
        behind = at + 1
        while behind < len(self._entries) and self._entries[behind].kind == "score":
            behind += 1
        yield behind
        if scored and behind == at + 1 and behind < len(self._entries):
            other = self._entries[behind]
            if other.kind == "either" and other.number <= weight:
                yield behind + 1
