"""The definition of a row: the right edges of its cells, and which of them are merged."""

from __future__ import annotations

from typing import Final

from jixiao.formats.flat.paragraph import CellRule

_MOST_CELLS: Final = 256
"""Word allows 63 in a row."""
_FARTHEST: Final = 2**20
_FLAGS: Final = {"clmrg": "across", "clvmrg": "down", "clvmgf": "heads"}
WORDS: Final = frozenset(("trowd", "trleft", "cellx", "clmgf", *_FLAGS))


class RowRules:
    """The definition in force; it holds for the rows after it until another begins."""

    def __init__(self) -> None:
        self._rules: list[CellRule] = []
        self._left = 0
        self._flags: set[str] = set()

    def word(self, word: str, number: int) -> None:
        """Take one control word."""
        if word == "trowd":
            self._rules, self._left, self._flags = [], 0, set()
        elif word == "trleft":
            if not self._rules:
                self._left = max(min(number, _FARTHEST), -_FARTHEST)
        elif word == "cellx":
            if len(self._rules) < _MOST_CELLS:
                right = max(min(number, _FARTHEST), self._left)
                flags = self._flags
                rule = CellRule(self._left, right, "across" in flags, "down" in flags, "heads" in flags)
                self._rules.append(rule)
                self._left = right
            self._flags = set()
        elif word in _FLAGS:
            self._flags.add(_FLAGS[word])

    def rules(self) -> list[CellRule]:
        """The cells of a row that ends now."""
        return list(self._rules)
