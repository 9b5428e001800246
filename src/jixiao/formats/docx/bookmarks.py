"""Where the bookmarks of figures stand: in which block or cell, from which character to which."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from jixiao.core.look import Mark
from jixiao.formats.docx import names as n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from jixiao.formats.docx.text import Line
    from jixiao.formats.docx.walk import Walker

PREFIX: Final = "_jx"
"""Begins the name of every bookmark that anchors a figure."""

_START: Final = n.W + "bookmarkStart"
_END: Final = n.W + "bookmarkEnd"
_ID: Final = n.W + "id"
_NAME: Final = n.W + "name"

Spot: TypeAlias = "tuple[int, tuple[int, int] | None]"
"""The number of a block, and row and column of a cell."""


def find_marks(walker: Walker) -> dict[Spot, list[Mark]]:
    """The marks of all figures, in order; one without any characters left shows where it was.

    A bookmark over several paragraphs or cells is a mark in the first of them. Where only tracked changes
    have deleted the characters, they count as deleted.
    """
    shown = _Shown.of(walker)
    roots = dict.fromkeys((walker.root, *shown.others))
    found = [one for root in roots for one in _Search(shown).through(root)]
    filled = {mark.entry for _, mark in found if mark.end > mark.start}
    marks: dict[Spot, list[Mark]] = {}
    for spot, mark in found:
        # text boxes stand in a file twice, for old and new programs; only one of the two is shown
        if mark.end > mark.start or mark.entry not in filled:
            marks.setdefault(spot, []).append(mark)
    for here in marks.values():
        here.sort(key=lambda mark: (mark.start, mark.end))
    return marks


@dataclass(slots=True)
class _Shown:
    """Which characters each element shows, and where each paragraph begins."""

    texts: dict[_Element, tuple[Spot, int, int]] = field(default_factory=dict)
    paragraphs: dict[_Element, tuple[Spot, int]] = field(default_factory=dict)
    others: list[_Element] = field(default_factory=list)
    """Roots of notes."""

    @classmethod
    def of(cls, walker: Walker) -> _Shown:
        shown = cls()
        for block, source in zip(walker.blocks, walker.sources, strict=True):
            shown._add((block.index, None), source.lines)
            for cell, lines in source.cells.items():
                shown._add((block.index, cell), lines)
            if block.part == "footnote":
                lines = [*source.lines, *(line for each in source.cells.values() for line in each)]
                shown.others += [line.paragraph.getroottree().getroot() for line in lines[:1]]
        return shown

    def _add(self, spot: Spot, lines: Sequence[Line]) -> None:
        begin = 0
        for line in lines:
            low, high = begin + len(line.label), begin + len(line.shown)
            at = low - line.lead
            self.paragraphs.setdefault(line.paragraph, (spot, low))
            for text, node in zip(line.texts, line.nodes, strict=True):
                start, end = (min(max(one, low), high) for one in (at, at + len(text)))
                _, start, _ = self.texts.get(node, (spot, start, end))  # invisible signs cut it in pieces
                self.texts[node] = (spot, start, end)
                at += len(text)
            begin = high + 1


@dataclass(slots=True)
class _Open:
    """A bookmark whose end has not come: its name, how many texts came before, where it is if none follow."""

    name: str
    texts: int
    here: tuple[Spot, int] | None


class _Search:
    """Goes through one story in the order of its elements."""

    def __init__(self, shown: _Shown) -> None:
        self._shown = shown
        self._texts: list[tuple[Spot, int, int]] = []

    def through(self, root: _Element) -> list[tuple[Spot, Mark]]:
        opened: dict[str, list[_Open]] = {}
        closed: list[tuple[_Open, int]] = []
        here: tuple[Spot, int] | None = None
        for element in root.iter(*{node.tag for node in self._shown.texts}, n.P, _START, _END):
            tag = element.tag
            if tag == n.P:
                here = self._shown.paragraphs.get(element)
            elif tag == _START:
                name = element.get(_NAME, "")
                if name.startswith(PREFIX):
                    opened.setdefault(element.get(_ID, ""), []).append(_Open(name, len(self._texts), here))
            elif tag == _END:
                waiting = opened.get(element.get(_ID, ""))
                if waiting:
                    closed.append((waiting.pop(), len(self._texts)))
            elif (text := self._shown.texts.get(element)) is not None:
                self._texts.append(text)
                here = text[0], text[2]
        runs = self._runs()
        return [found for one, stop in closed if (found := self._found(one, stop, runs)) is not None]

    def _runs(self) -> list[int]:
        """For each text the number of the last one that follows it in the same block or cell."""
        runs = list(range(len(self._texts)))
        for number in range(len(runs) - 2, -1, -1):
            if self._texts[number][0] == self._texts[number + 1][0]:
                runs[number] = runs[number + 1]
        return runs

    def _found(self, one: _Open, stop: int, runs: list[int]) -> tuple[Spot, Mark] | None:
        if one.texts < stop:
            spot, start, _ = self._texts[one.texts]
            end = self._texts[min(stop - 1, runs[one.texts])][2]
            return spot, Mark(start, end, "figure", one.name)
        if one.here is None:
            return None
        spot, at = one.here
        return spot, Mark(at, at, "figure", one.name)
