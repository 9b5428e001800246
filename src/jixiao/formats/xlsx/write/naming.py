"""Names of sheets: what Excel allows, each once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST: Final = 31
"""Characters of a name, by Excel's count (UTF-16)."""

_SIGNS: Final = str.maketrans({"[": "［", "]": "］", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼"})
_INVISIBLE: Final = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufeff\u200b-\u200f\u2028\u2029]")
_RESERVED: Final = ("history", "历史记录")


class Names:
    """Hands out names of sheets."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {name.lower() for name in (*taken, *_RESERVED)}

    def take(self, wanted: str) -> str:
        """A name as near to this one as Excel allows and that no other sheet has."""
        name = " ".join(_INVISIBLE.sub(" ", wanted).translate(_SIGNS).split()).strip("'") or "表"
        number = 1
        found = _cut(name, LONGEST)
        while found.lower() in self._taken:
            number += 1
            ending = f"（{number}）"
            found = _cut(name, LONGEST - len(ending)) + ending
        self._taken.add(found.lower())
        return found


def _cut(name: str, longest: int) -> str:
    """At most so many UTF-16 units, no half of a character."""
    while len(name.encode("utf-16-le")) // 2 > longest:
        name = name[:-1]
    return name.strip().strip("'") or "表"
