"""Sums in forms of labels and values: 总额, 50.00, 财政拨款, 40.00 in one row, 其他资金, 10.00 in the next.

Such rows have no header: the word before a figure says what it is. Forms leave sources out, so that a sum of
them can only hold.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token

_TOTAL = re.compile(r"总\s*额|合\s*计|总\s*计|总\s*数")
_OF_WHICH = re.compile(r"\s*其\s*中")
_MOST_PARTS = 6
_MOST_PAIRS = 3
Pair = tuple[str, Token, bool]
"""A label, its figure, and whether 其中 opens a list with it."""


def pair_sums(table: TableReading) -> Iterator[tuple[Token, tuple[Token, ...]]]:
    """A total with the figures told after it, up to the next total; the longest list first."""
    pairs = list(_pairs(table))
    for at, (label, total, _) in enumerate(pairs):
        run: list[Token] = []
        for name, token, _ in pairs[at + 1 : at + 1 + _MOST_PARTS]:
            if _TOTAL.search(name) or token.unit != total.unit:
                break
            run.append(token)
        opened = at + 1 < len(pairs) and pairs[at + 1][2]
        if run and (opened or _TOTAL.search(label)):
            yield from ((total, tuple(run[:end])) for end in range(len(run), 1 - opened, -1) if end)


def _pairs(table: TableReading) -> Iterator[Pair]:
    """Amounts with a word right before them, in reading order."""
    for row in table.rows:
        if len(row.tokens) > _MOST_PAIRS:
            continue  # figures under headers
        words = [(c, word.strip()) for c, word in sorted(row.texts.items()) if word.strip()]
        for c, token in sorted(row.tokens.items()):
            left = [(at, word) for at, word in words if at < c]
            before = [at for at in row.tokens if at < c]
            if token.unit.kind != "yuan" or not left or (before and left[-1][0] < max(before)):
                continue
            since = max(before, default=-1)
            yield left[-1][1], token, any(_OF_WHICH.match(word) for at, word in left if at > since)
