"""Formatted pages: 512 bytes each, that say which bytes of the text have which properties."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jixiao.formats.doc.fib import Fib

_SIZE: Final = 512
_NUMBER: Final = 0x3FFFFF
_ENTRIES: Final = {"characters": 1, "paragraphs": 13}
"""Bytes of what stands for each run on a page."""


class Pages:
    """The pages of one kind, ``characters`` or ``paragraphs``.

    Raises:
        ReadError: ``damaged_document``: their list is not whole.
    """

    def __init__(self, fib: Fib, kind: str) -> None:
        self._main = fib.main
        self._entry = _ENTRIES[kind]
        offsets, records = fib.positions(kind, 4)
        self._offsets = list(offsets)
        if sorted(self._offsets) != self._offsets:
            raise records.damaged()
        self._pages = [records.u32(4 * number) & _NUMBER for number in range(len(self._offsets) - 1)]
        self._known: dict[int, tuple[list[int], list[int]]] = {}

    def at(self, offset: int) -> int:
        """Where the properties of the run stand that the byte belongs to; 0 for none."""
        number = bisect_right(self._offsets, offset) - 1
        if not 0 <= number < len(self._pages):
            return 0
        bounds, places = self._page(self._pages[number])
        run = bisect_right(bounds, offset) - 1
        return places[run] if 0 <= run < len(places) else 0

    def runs(self, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
        """First byte, end and place of properties of each run from ``start`` to ``stop``."""
        number = max(bisect_right(self._offsets, start) - 1, 0)
        while number < len(self._pages) and self._offsets[number] < stop:
            bounds, places = self._page(self._pages[number])
            low = max(start, self._offsets[number])
            high = min(stop, self._offsets[number + 1])
            run = max(bisect_right(bounds, low) - 1, 0)
            while run < len(places) and bounds[run] < high:
                first, last = max(bounds[run], low), min(bounds[run + 1], high)
                if first < last and places[run]:
                    yield first, last, places[run]
                run += 1
            number += 1

    def _page(self, number: int) -> tuple[list[int], list[int]]:
        """The bounds of the runs, and where in the file the properties of each stand (0: nowhere)."""
        found = self._known.get(number)
        if found is None:
            start = number * _SIZE
            page = self._main.cut(start, _SIZE)
            count = page[-1]
            bounds = list(self._main.u32s(start, count + 1)) if 4 * (count + 1) < _SIZE else [0]
            first = 4 * (count + 1)
            if first + count * self._entry >= _SIZE or sorted(bounds) != bounds:
                raise self._main.damaged()
            words = [page[first + run * self._entry] for run in range(count)]
            found = self._known[number] = bounds, [start + 2 * word if word else 0 for word in words]
        return found
