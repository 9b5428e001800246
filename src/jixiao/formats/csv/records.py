"""Text to records: which sign stands between the values, and what each value is once its quotes are off."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from jixiao.formats.grids.grid import LAST_COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS: Final = "\t,;|，"
"""Signs between values, the likeliest first; the last is what people type who make such files by hand."""

_SAMPLE: Final = 200
"""Records that are looked at to find the sign."""
_LONGEST: Final = 32_767
"""Characters between quotes; where more stand, the quote that opens them was never closed."""
_MOST_UNCLOSED: Final = 50
"""Such quotes after which every other one is taken for a sign like any; each costs a search so long."""


class Records:
    """The records of a text one after the other, each a list of values.

    Attributes:
        unclosed: quotes so far that opened a value and were not closed; they stand in it as they are.
    """

    def __init__(self, text: str, sign: str) -> None:
        self.unclosed = 0
        told = _told(text)
        self._text = text if told is None else text.partition("\n")[2]
        self._sign = sign
        inner = re.escape(sign)
        self._quoted = re.compile(rf' *"((?:[^"]|""){{0,{_LONGEST}}}+)" *(?=[{inner}\r\n]|\Z)')
        self._plain = re.compile(rf"[^{inner}\r\n]*")

    def __iter__(self) -> Iterator[list[str]]:
        text, position, record = self._text, 0, list[str]()
        while position < len(text) or record:
            value, position = self._value(position)
            if len(record) < LAST_COLUMN:
                record.append(value)
            end = text[position : position + 1]
            if end == self._sign:
                position += 1
                continue
            yield record
            record = []
            position += 2 if text.startswith("\r\n", position) else 1

    def _value(self, position: int) -> tuple[str, int]:
        """The value that begins here, and where it ends."""
        plain = self._plain.match(self._text, position)
        shown = plain.group() if plain else ""
        if shown.lstrip(" ").startswith('"') and self.unclosed < _MOST_UNCLOSED:
            quoted = self._quoted.match(self._text, position)
            if quoted is not None:
                return quoted[1].replace('""', '"').strip(), quoted.end()
            self.unclosed += 1
        return _plain_value(shown.strip()), position + len(shown)


def delimiter(text: str, *, strict: bool = False) -> str | None:
    """The sign that parts most records into the same number of values; None if this is no table.

    Args:
        text: the file or its beginning.
        strict: whether nearly every record must have that number, of three at least, for nothing else
            tells that the text is a table.
    """
    told = _told(text)
    if told is not None:
        return told
    best: tuple[int, str] | None = None
    least, share = (3, 0.9) if strict else (2, 0.5)
    for sign in DELIMITERS:
        widths = [len(record) for record in islice(Records(text, sign), _SAMPLE) if any(record)]
        parted = [width for width in widths if width >= least]
        if len(parted) < max(least, share * len(widths)):
            continue
        agreeing = Counter(parted).most_common(1)[0][1]
        if (not strict or agreeing >= share * len(widths)) and (best is None or agreeing > best[0]):
            best = agreeing, sign
    return best[1] if best else None


def _told(text: str) -> str | None:
    """The sign of a first line such as ``sep=;``, by which Excel is told."""
    first = text[:20].partition("\n")[0].strip().strip('"')
    return first[4] if len(first) == 5 and first.lower().startswith("sep=") else None


def _plain_value(text: str) -> str:
    """``="0012"``, by which programs keep the noughts of a code, is shown as 0012."""
    return text[2:-1] if len(text) > 3 and text.startswith('="') and text.endswith('"') else text
