"""Natural groups of amounts: what stands in one sentence, one bracket, one list of items, one parallel list.

A total may stand before its group or after it, with other amounts between; the group itself is given by the
text. Groups complete the search of ``runs``, which only sees parts that follow their total without a gap.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby

from jixiao.claims.sums.runs import Entry
from jixiao.claims.sums.searching import LONGEST
from jixiao.core.frozen import frozen

_BEFORE, _AFTER = 30, 8
_SUFFIX = 3
_LARGEST_FAMILY = 9
_PLUS = re.compile(r"加上?|另有|以及|合并")


@frozen
class Group:
    """Amounts that the text sets side by side; ``strong`` when words say that they are added."""

    parts: tuple[Entry, ...]
    strong: bool = False
    namesakes: bool = False
    """Amounts of different sentences whose names end alike."""

    @property
    def span(self) -> tuple[int, int]:
        """The positions of its first and last amount."""
        return self.parts[0].position, self.parts[-1].position


def natural_groups(sequence: Sequence[Entry], children: dict[int, int]) -> Iterator[Group]:
    """All groups of two to ``LONGEST`` like amounts."""
    seen: set[tuple[int, ...]] = set()
    for group in (
        *_parallel(sequence),
        *_added(sequence, children),
        *_sentences(sequence, children),
        *_items(sequence),
        *_namesakes(sequence),
    ):
        key = tuple(entry.position for entry in group.parts)
        if 2 <= len(key) <= LONGEST and key not in seen and len({e.unit for e in group.parts}) == 1:
            seen.add(key)
            yield group


def _sentences(sequence: Sequence[Entry], children: dict[int, int]) -> Iterator[Group]:
    for _, members in groupby(sequence, key=lambda e: (e.statement.block, e.statement.sentence)):
        entries = list(members)
        if len(entries) < 2:
            continue
        yield Group(tuple(entries))
        if len({entry.unit for entry in entries}) > 1:  # 国内A、国外B，合计C；来访5批、30人
            for _, alike in groupby(entries, key=lambda e: e.unit):
                yield from _before_totals(list(alike))
        top = _without_children(entries, children)
        yield Group(tuple(top))
        if len(top) > 2:
            yield Group(tuple(top[1:]))
            if top[-1].cued:
                yield Group(tuple(top[:-1]))
            yield from _before_totals(top)
        if len(entries) > 2 and entries[1:] != top[1:]:
            yield Group(tuple(entries[1:]))
        inner: dict[int, list[Entry]] = {}
        for entry in entries:
            if entry.statement.depth:
                inner.setdefault(entry.statement.depth, []).append(entry)
        for members_ in inner.values():
            yield Group(tuple(members_))


def _before_totals(entries: Sequence[Entry]) -> Iterator[Group]:
    """在职A、退休B，总计C，编制总数D: what stands before each total, from the one before it on."""
    start = 0
    for at, entry in enumerate(entries):
        if entry.cued:
            yield Group(tuple(entries[start:at]))
            start = at + 1


def _without_children(entries: Sequence[Entry], children: dict[int, int]) -> list[Entry]:
    top: list[Entry] = []
    end = -1
    depth = min(entry.statement.depth for entry in entries)
    for entry in entries:
        if entry.position <= end or entry.statement.depth > depth:
            continue
        if entry.child_end >= 0 and top:
            end = entry.child_end
            continue
        top.append(entry)
        end = max(end, children.get(entry.position, -1))
    return top


def _items(sequence: Sequence[Entry]) -> Iterator[Group]:
    """The first amount of each item of a list, which ends where a higher mark or another style begins."""
    firsts: list[Entry] = []
    blocks: set[int] = set()
    for entry in sequence:
        if entry.statement.mark_style and entry.statement.block not in blocks:
            blocks.add(entry.statement.block)
            firsts.append(entry)
    open_lists: dict[int, list[Entry]] = {}
    for entry in firsts:
        level = entry.statement.mark_level
        for deeper in [key for key in open_lists if key > level]:
            yield Group(tuple(open_lists.pop(deeper)))
        current = open_lists.setdefault(level, [])
        if current and (
            entry.statement.block - current[-1].statement.block > 12
            or entry.token.unit.name != current[-1].token.unit.name
        ):
            yield Group(tuple(current))
            current.clear()
        current.append(entry)
        if 2 <= len(current) <= LONGEST:
            yield Group(tuple(current))
    for current in open_lists.values():
        yield Group(tuple(current))


def _parallel(sequence: Sequence[Entry]) -> Iterator[Group]:
    for number, members in groupby(sequence, key=lambda e: e.statement.group):
        if number >= 0:
            yield Group(tuple(members), strong=True)


def _namesakes(sequence: Sequence[Entry]) -> Iterator[Group]:
    """Amounts whose names end alike: 全国财政收入, 中央财政收入, 地方财政收入, in different sentences."""
    families: dict[str, list[Entry]] = {}
    for entry in sequence:
        key = entry.statement.key
        if len(key) >= _SUFFIX and entry.statement.group < 0:
            families.setdefault(key[-_SUFFIX:], []).append(entry)
    for family in families.values():
        if not 3 <= len(family) <= _LARGEST_FAMILY:
            continue
        for size in (2, 3):
            for parts in combinations(family, size):
                if parts[-1].position - parts[0].position <= _BEFORE:
                    yield Group(parts, namesakes=True)


def _added(sequence: Sequence[Entry], children: dict[int, int]) -> Iterator[Group]:
    """A加上B、C，合计T: what is added, with the amount that it is added to."""
    heads: dict[int, int] = {}  # where the amounts that are added begin, by the last of them
    latest = opening = -1  # the last amount that the words add; the last one of the sentence before
    for position, total in enumerate(sequence):
        before = sequence[position - 1].statement if position else None
        if before is not None and _PLUS.search(before.lead):
            chained = latest == position - 2 > 0 and sequence[latest].statement.block == before.block
            heads[position - 1] = heads[latest] if chained else position - 1
            latest = position - 1
        if before is None or before.sentence != total.statement.sentence:
            opening = position - 1  # the last amount of the sentence before
        if not total.cued or position < 2:
            continue
        first = max(latest, opening, 0)
        if first != latest:
            continue
        if sequence[first].statement.block == total.statement.block:
            first = heads[first]
        added = (
            _without_children(sequence[first:position], children)
            if position - first > 1
            else [sequence[first]]
        )
        for head in range(first - 1, max(first - 9, -1), -1):
            if sequence[head].statement.block == total.statement.block:
                yield Group((sequence[head], *added), strong=True)


def totals_of(sequence: Sequence[Entry], group: Group) -> Iterator[Entry]:
    """Amounts near the group that it adds up to by nominal value, nearest first."""
    first, last = group.span
    twice = sum([entry.twice for entry in group.parts])
    slack = sum([entry.step for entry in group.parts])
    unit = group.parts[0].unit
    before = sequence[max(first - _BEFORE + 1, 0) : first]
    for total in (*before[::-1], *sequence[last + 1 : last + _AFTER], *sequence[first:last]):
        gap, room = total.twice - twice, slack + total.step
        if (
            -room <= gap <= room  # most are off by more; to ask for the size of the gap takes longer
            and total.unit == unit
            and total.amount
            and all(total is not part for part in group.parts)
        ):
            yield total
