"""Number marks of a document put into lists: which mark continues which list, which repeats, skips or slips.

A list is kept open after another began inside it, so that any mark that continues an open list is right. Only
a mark that continues none is a fault, and the marks after it must confirm what kind of fault it is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

SLIPS = {
    ("arabic", "chinese"),
    ("chinese", "arabic"),
    ("arabic_bracket", "chinese_bracket"),
    ("chinese_bracket", "arabic_bracket"),
}
"""Styles that flattened automatic numbering takes for one another: 1、 printed for 一、."""
WIDEST_GAP = 3
SHORTEST_LIST = 3
_FARTHEST = 200
_MOST_ALIKE = 6
_MOST_OPEN = 32
"""Bounds that keep the work linear on texts of nothing but marks; no report comes near them."""


@dataclass(slots=True)
class Item:
    """A number mark: where it stands, and whether it opens its paragraph."""

    style: str
    value: int
    text: str
    separator: str
    start: int
    end: int
    paragraph: int
    head: bool


@dataclass(slots=True)
class Fault:
    """A mark that does not continue its list: ``kind`` is repeat, gap or order."""

    kind: str
    item: Item
    before: Item
    expected: int


@dataclass(slots=True)
class Sequence:
    """A list: its marks in order, the styles that they are printed in, what is wrong."""

    items: list[Item]
    styles: set[str]
    last: int
    faults: list[Fault] = field(default_factory=list)

    @property
    def first(self) -> Item:
        """The mark that opened it."""
        return self.items[0]

    def wants(self, item: Item) -> bool:
        """Whether the mark is its next."""
        return item.value == self.last + 1 and item.style in self.styles and self.reaches(item)

    def reaches(self, item: Item) -> bool:
        """Whether the mark may belong to it: lists inside a paragraph end with it, 一是 … 二是 need not."""
        if item.head and self.items[-1].head:
            return True
        far = item.paragraph - self.items[-1].paragraph
        return far <= 1 or item.style.startswith("ordinal")

    def slipped(self) -> list[Item]:
        """The marks of the rarer style of two; Arabic figures where both are as many."""
        if len(self.styles) < 2:
            return []
        counts = {style: sum(item.style == style for item in self.items) for style in self.styles}
        rarer = min(counts, key=lambda style: (counts[style], not style.startswith("arabic")))
        return [item for item in self.items if item.style == rarer]


class Builder:
    """Puts marks into lists.

    ``present`` tells whether a number is printed between two offsets though it was not read as a mark.
    """

    def __init__(self, items: list[Item], present: Callable[[Item, int, int, int], bool]) -> None:
        self.items = items
        self.present = present
        self.open: list[Sequence] = []
        self.closed: list[Sequence] = []

    def build(self) -> list[Sequence]:
        """Every list, in the order in which they ended."""
        for index, item in enumerate(self.items):
            self._place(index, item)
        self._close(0)
        return self.closed

    def _close(self, depth: int) -> None:
        self.closed.extend(reversed(self.open[depth:]))
        del self.open[depth:]

    def _add(self, depth: int, item: Item) -> None:
        self._close(depth + 1)
        found = self.open[depth]
        found.items.append(item)
        found.styles.add(item.style)
        found.last = item.value

    def _push(self, item: Item) -> None:
        if item.style.startswith("part"):
            outer = [
                depth for depth, found in enumerate(self.open) if not found.first.style.startswith("part")
            ]
            self._close(outer[0] if outer else len(self.open))
        alike = [depth for depth, found in enumerate(self.open) if item.style in found.styles]
        if len(alike) >= _MOST_ALIKE or len(self.open) >= _MOST_OPEN:
            self.closed.append(self.open.pop(alike[1] if len(alike) > 1 else 1))
        self.open.append(Sequence([item], {item.style}, item.value))

    def _place(self, index: int, item: Item) -> None:
        depth = self._wanting(item)
        if depth is not None:
            self._add(depth, item)
            return
        if item.value == 1:
            if not self._mistaken(index, item):
                self._push(item)
            return
        depth = self._slipping(index, item)
        if depth is not None:
            self._add(depth, item)
            return
        if not self._mistaken(index, item) and not self._misfit(index, item):
            self._push(item)

    def _wanting(self, item: Item) -> int | None:
        """The innermost list that wants the mark, one with the same separator and kind of place first."""
        before = item.value - 1
        found = [depth for depth, open_ in enumerate(self.open) if open_.last == before and open_.wants(item)]
        if not found:
            return None
        alike = [
            depth
            for depth in found
            if self.open[depth].items[-1].separator == item.separator
            and self.open[depth].items[-1].head == item.head
        ]
        return (alike or found)[-1]

    def _slipping(self, index: int, item: Item) -> int | None:
        """The innermost list that wants the number in the style that this one is often mistaken for.

        Where the next mark of the list's own style has that number, this one is wrong and no slip.
        """
        if not item.head:
            return None
        for depth in range(len(self.open) - 1, -1, -1):
            found = self.open[depth]
            before = found.items[-1]
            if found.last + 1 == item.value and before.head and (before.style, item.style) in SLIPS:
                later = self.items[index + 1 : index + _FARTHEST]
                own = (mark for mark in later if mark.head and mark.style == before.style)
                following = next(own, None)
                if following is None or following.value != item.value:
                    return depth
        return None

    def _following(self, index: int, depth: int) -> Item | None:
        """The next mark that the list could hold, before an outer list goes on."""
        found = self.open[depth]
        for later in self.items[index + 1 : index + _FARTHEST]:
            if later.style in found.styles and later.head == self.items[index].head:
                return later
            before = later.value - 1
            if any(outer.last == before and outer.wants(later) for outer in self.open[:depth]):
                return None
        return None

    def _same(self, item: Item) -> list[int]:
        """The open lists of the mark's own style, innermost first."""
        return [
            depth
            for depth in range(len(self.open) - 1, -1, -1)
            if item.style in self.open[depth].styles
            and self.open[depth].items[-1].head == item.head
            and self.open[depth].reaches(item)
        ]

    def _mistaken(self, index: int, item: Item) -> bool:
        """One mark carries a wrong number: the list goes on with the number after the one that was due."""
        for depth in self._same(item):
            found = self.open[depth]
            due = found.last + 1
            following = self._following(index, depth)
            if following is None or following.value != due + 1 or item.value == following.value:
                continue
            if self.present(item, due, found.items[-1].end, following.start):
                continue
            kind = "repeat" if item.value == found.last else "order"
            before = found.items[-1]
            self._add(depth, item)
            found.last = due
            found.faults.append(Fault(kind, item, before, due))
            return True
        return False

    def _misfit(self, index: int, item: Item) -> bool:
        """A number told twice, or numbers left out, in the innermost list of its style."""
        for depth in self._same(item)[:1]:
            found = self.open[depth]
            due, before = found.last + 1, found.items[-1]
            following = self._following(index, depth)
            if item.value == found.last:
                if following is not None and following.value not in (due, 1):
                    return False
                self._add(depth, item)
                found.faults.append(Fault("repeat", item, before, due))
                return True
            if due < item.value <= found.last + WIDEST_GAP:
                if following is not None and following.value not in (item.value + 1, 1):
                    return False
                missing = not self.present(item, due, before.end, item.start)
                self._add(depth, item)
                if missing:
                    found.faults.append(Fault("gap", item, before, due))
                return True
        return False
