"""The search for a run of parts that add up to one total: see ``runs``, which tells where one may begin."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jixiao.claims.sums.likes import Likes
    from jixiao.claims.sums.runs import Entry

LONGEST = 40
FAR = 4
"""Paragraphs below a total from which on a heading as high as its own ends its parts."""


@dataclass(slots=True)
class Search:
    """The search for parts of one total among the entries of its unit after it, up to number ``stop``."""

    total: Entry
    children: dict[int, int]
    heads: Sequence[int]
    likes: Likes
    stop: int

    def run_from(self, first: int) -> list[Entry] | None:
        """The run that begins with entry number ``first`` and adds up to the total."""
        total, opening = self.total, self.likes.entries[first]
        if total.monotone and opening.amount - total.amount > (total.step + opening.step) * 2:
            return None  # too large by itself
        run, end = self._add_up(first, jump=False)
        if run is None and opening.next_inner <= end:
            run, _ = self._add_up(first, jump=True)  # an inner list was met: without it, it may add up
        return run

    def _add_up(self, first: int, *, jump: bool) -> tuple[list[Entry] | None, int]:
        """The run, and the last position looked at.

        A run that agrees only by rounding goes on where the next parts of its sentence make it agree exactly.
        """
        rounded: list[Entry] = []
        monotone = self.total.monotone
        likes, total, children, stop = self.likes, self.total, self.children, self.stop
        entries, back = likes.entries, likes.back
        own, far = total.statement.mark_level, total.statement.block + FAR
        opening = entries[first].statement
        depth, level = opening.depth, opening.mark_level
        at = self._without_event(first, jump=jump)
        run = entries[first:at]
        missing = total.twice - likes.twice[at] + likes.twice[first]
        slack = total.step + likes.steps[at] - likes.steps[first]
        end = run[-1].position if run else -1
        while at < stop and len(run) < LONGEST:
            entry = entries[at]
            its, end = entry.statement, entry.position
            higher = its.mark_level
            # As may_follow tells, but this is where the time goes.
            if its.depth < depth or (higher and (higher < level or (higher <= own and its.block > far))):
                break
            if rounded and its.sentence != rounded[-1].statement.sentence:
                break
            if jump and run and entry.child_end >= 0:
                at = likes.first(entry.child_end + 1)
                if likes.out_of_reach(missing, slack, at, stop):
                    break
                continue
            run.append(entry)
            missing -= entry.twice
            slack += entry.step
            if missing <= slack:
                if missing >= -slack and len(run) > 1:
                    if not missing:
                        return run, end
                    rounded = rounded or run[:]
                # Beyond the total: for good, or by more than what follows may take back.
                if missing < -slack * 4 if monotone else missing + slack < back[at + 1] - back[stop]:
                    break
            inner = children.get(end, -1)
            if inner < end:
                at += 1
                continue
            at = likes.first(inner + 1)
            if likes.out_of_reach(missing, slack, at, stop):
                end = entries[stop - 1].position  # or before: that there is no run is what counts
                break
        return rounded or None, rounded[-1].position if rounded else end

    def _without_event(self, first: int, *, jump: bool) -> int:
        """The number of an entry before which the parts from ``first`` on are only added up, one by one.

        None of them ends the run, has parts of its own to be passed over, or makes enough for the total.
        """
        likes, total = self.likes, self.total
        opening = likes.entries[first]
        stop = min(
            likes.ends[first],
            likes.first(self.heads[opening.position]),
            first + LONGEST,
            self.stop,
        )
        if total.statement.mark_level:
            stop = min(stop, max(first, bisect_right(likes.blocks, total.statement.block + FAR)))
        if jump:
            stop = min(stop, likes.first(opening.next_inner))
        at = likes.reaching(first, total.amount * 2 - total.step)
        return min(at, stop) if total.monotone else self._far_off(first, at, stop)

    def _far_off(self, first: int, at: int, stop: int) -> int:
        """The number of the first entry from ``at`` on with which the sum from ``first`` nears the total.

        Or with which it has passed the total for good; ``stop`` where neither happens before.
        """
        likes, total = self.likes, self.total
        goal = likes.twice[first] + total.twice
        near = total.step + likes.steps[stop] - likes.steps[first]
        excess = likes.excess(total, first, self.stop)
        for number in range(at, stop):
            gap = likes.twice[number + 1] - goal
            if gap > excess or -near <= gap <= near:
                return number
        return stop
