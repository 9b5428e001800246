"""Whole numbers that come from outside: the number of a row, a year, a revision."""

from typing import Final

_MOST: Final = 19
"""Digits are fewer: no column holds more."""


def whole(words: str | None) -> int | None:
    """The number that the text is, else None.

    ``str.isdigit`` also says yes to signs such as ``²``, of which ``int`` makes no number.
    """
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < _MOST else None


def revision(words: str | None) -> int:
    """The revision that a page showed; -1, which no row has, where it is none."""
    found = whole(words)
    return -1 if found is None else found
