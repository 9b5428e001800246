"""Recomputes the chain."""

from collections.abc import Iterator
from dataclasses import dataclass

from jixiao.web.audit.chain import START, seal
from jixiao.web.audit.models import Event, Head


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold: the number of the entry and why."""

    number: int
    why: str
    why_en: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a walk over the whole log found."""

    entries: int
    breaks: tuple[Break, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was changed, removed, added or moved."""
        return not self.breaks


def verify() -> Verdict:
    """Recompute every seal in order, and the head."""
    entries = 0
    breaks: list[Break] = []
    previous, number = START, 0
    for event in _events():
        entries += 1
        if event.number != number + 1:
            breaks.append(Break(event.number, f"缺第 {number + 1} 条", f"entry {number + 1} is missing"))
        elif event.previous != previous:
            breaks.append(Break(event.number, "与上一条不衔接", "does not follow the entry before"))
        if seal(event) != event.hash:
            breaks.append(Break(event.number, "内容被改动", "its content was changed"))
        previous, number = event.hash, event.number
    head = Head.objects.first()
    end = (head.number, head.hash) if head else (0, START)
    if end != (number, previous):
        breaks.append(Break(end[0], "末尾的记录被删去或增加", "entries were removed or added at the end"))
    return Verdict(entries, tuple(breaks))


def _events() -> Iterator[Event]:
    return Event.objects.order_by("number").iterator(chunk_size=2000)
