"""Which characters of the document are shown: no deleted or hidden ones, no instructions of fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from jixiao.formats.fields import equation, is_contents
from jixiao.formats.flat.whole import whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jixiao.formats.doc.characters import Run

_FIELD: Final = re.compile("[\x13\x14\x15]")
_BEGIN, _SEPARATE = "\x13", "\x14"
_DEEPEST: Final = 20
"""Fields within fields; deeper ones are left as they are."""
_LONGEST_INSTRUCTION: Final = 2000
_PICTURE: Final = "\x01"
_INVISIBLE: Final = (*range(0x09), *range(0x0F, 0x20), 0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF)
_PLAIN: Final[dict[int, str | None]] = {
    **dict.fromkeys(_INVISIBLE),
    **dict.fromkeys((0x0A, 0x0D), " "),
    **dict.fromkeys((0x0B, 0x0C, 0x0E), "\n"),
    0x1E: "-",
}
"""What stands for control characters: line, page and column breaks, and the hyphen that never breaks."""


class Shown:
    """The text of the whole document, and what of it is shown; ``pictures`` and ``objects`` are counts."""

    def __init__(self, text: str, runs: Iterable[Run]) -> None:
        self.text = text
        self.pictures = 0
        self.objects = 0
        self._hidden = bytearray(len(text))
        self._deleted = bytearray(len(text))
        self._instead: dict[int, str] = {}
        pictures: list[tuple[int, bool]] = []
        for run in runs:
            start, stop = run.start, min(run.stop, len(text))
            if stop <= start:
                continue
            if run.deleted:
                self._deleted[start:stop] = b"\1" * (stop - start)
            if run.deleted or run.hidden:
                self._hidden[start:stop] = b"\1" * (stop - start)
            if run.symbol is not None:
                self._instead.update(
                    {place: run.symbol for place in range(start, stop) if text[place] == "("}
                )
            if run.special and not run.data:
                found = re.compile(_PICTURE).finditer(text, start, stop)
                pictures += [(picture.start(), run.embedded) for picture in found]
        self._pictures = pictures

    def fields(self, start: int, stop: int) -> None:
        """Hide the instructions of the fields in a story; one that is never closed hides nothing."""
        open_fields: list[tuple[int, int | None]] = []
        for found in _FIELD.finditer(self.text, start, stop):
            place, sign = found.start(), found.group()
            if self._deleted[place]:
                continue
            if sign == _BEGIN:
                open_fields.append((place, None))
            elif sign == _SEPARATE:
                if open_fields:
                    open_fields[-1] = open_fields[-1][0], place
            elif open_fields:
                begin, separator = open_fields.pop()
                if len(open_fields) < _DEEPEST:
                    self._field(begin, separator, place)

    def count(self, start: int, stop: int) -> None:
        """Count the pictures and objects that are shown in a story."""
        for place, embedded in self._pictures:
            if start <= place < stop and not self._hidden[place]:
                self.objects += embedded
                self.pictures += not embedded

    def _field(self, begin: int, separator: int | None, end: int) -> None:
        last = end if separator is None else separator
        instruction = self.text[begin + 1 : min(last, begin + _LONGEST_INSTRUCTION)]
        if is_contents(instruction):
            last = end
        self._hidden[begin : last + 1] = b"\1" * (last + 1 - begin)
        shown = equation(instruction) if separator is None else ""
        if shown:
            self._hidden[end] = 0
            self._instead[end] = shown

    def is_deleted(self, place: int) -> bool:
        """Whether a tracked change deleted the character."""
        return bool(self._deleted[place])

    def is_hidden(self, place: int) -> bool:
        """Whether the character is not shown."""
        return bool(self._hidden[place])

    def between(self, start: int, stop: int) -> str:
        """The text shown from one character to another."""
        if self._hidden.find(1, start, stop) < 0 and not self._instead:
            return whole(self.text[start:stop].translate(_PLAIN))
        parts: list[str] = []
        while start < stop:
            end = self._hidden.find(1, start, stop)
            end = stop if end < 0 else end
            if self._instead:
                instead = self._instead
                for place in range(start, end):
                    sign = instead.get(place)
                    parts.append(self.text[place].translate(_PLAIN) if sign is None else sign)
            else:
                parts.append(self.text[start:end].translate(_PLAIN))
            start = self._hidden.find(0, end, stop)
            start = stop if start < 0 else start
        return whole("".join(parts))
