"""Codes of the budget classification in a table: 类, 款 and 项 nest.

They stand in one column (2010301 or 201 03 01) or in three (201, 03, 01).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

Code = tuple[str, ...]
"""The classes of a code, the widest first: ("201", "03", "01")."""

_LEVELS = ("类", "款", "项")
_WIDTHS = (3, 2, 2)
_DIGITS = re.compile(r"\d+(?:\s\d{2}){0,2}")
_NAME = re.compile(r"[\u4e00-\u9fff]")
_FEWEST = 3


class CodeReader:
    """Reads the code of row after row; a cell left blank under a merged one repeats the class above."""

    def __init__(self) -> None:
        self.last: Code = ()

    def read(self, words: dict[int, str], headers: dict[int, str]) -> Code:
        """The code of a row, from its cells under headers of codes; () where it has none."""
        cells = {c: words[c].strip() for c in headers if _DIGITS.fullmatch(words.get(c, "").strip())}
        levels = {_LEVELS.index(headers[c]): word for c, word in cells.items() if headers[c] in _LEVELS}
        if levels:
            code = self._of_levels(levels)
        else:
            code = next((found for word in cells.values() if (found := _split(word))), ())
        if code:
            self.last = code
        return code

    def _of_levels(self, levels: dict[int, str]) -> Code:
        deepest = max(levels)
        if deepest == 0 or len(levels) == 1:
            whole = _split(levels[deepest])  # all digits in the one cell: 2010301 under 类
            if whole:
                return whole
        code: Code = ()
        for level in range(deepest + 1):
            above = "".join(code)
            part = levels.get(level) or (self.last[level] if level < len(self.last) else "")
            part = part.removeprefix(above) if len(part) > _WIDTHS[level] else part
            if not part:
                return ()
            code = (*code, part.zfill(_WIDTHS[level]))
        return code


def _split(digits: str) -> Code:
    """2010301, or 201 03 01, as its classes; () for numbers of another length."""
    digits = "".join(digits.split())
    code: Code = ()
    at = 0
    for width in _WIDTHS:
        if at < len(digits):
            code = (*code, digits[at : at + width])
            at += width
    return code if at == len(digits) else ()


def code_columns(texts: Mapping[tuple[int, int], str], rows: Sequence[int]) -> list[int]:
    """The columns that hold codes by their look: each before a name, and some within another's class."""
    found: dict[int, list[str]] = {}
    others: set[int] = set()
    for row, c in sorted(texts):
        word = texts[row, c].strip()
        if not word or row not in rows:
            continue
        name = texts.get((row, c + 1), "").strip()
        if _split(word) and _NAME.search(name):
            found.setdefault(c, []).append(word)
        elif not _NAME.search(word):
            others.add(c)
    return [
        c
        for c, words in found.items()
        if c not in others
        and len(words) >= _FEWEST
        and any(b.startswith(a) and a != b for a, b in pairwise(words))
    ]


def nested(codes: Sequence[Code]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each row with the rows of the next class below it, which alone make it up; () codes take no part."""
    for at, code in enumerate(codes):
        if not code:
            continue
        below = []
        for position in range(at + 1, len(codes)):
            if not codes[position]:
                continue
            if codes[position][: len(code)] != code or codes[position] == code:
                break
            below.append(position)
        if below:
            nearest = min(len(codes[position]) for position in below)
            yield at, tuple(position for position in below if len(codes[position]) == nearest)
