"""Columns that say points again: what was lost of the full mark (扣分), what part of it was got (得分率)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.tables.column_pattern import Pattern
from jixiao.claims.reading.tables.columns import Column
from jixiao.claims.reading.tables.rate_columns import holds, telling
from jixiao.claims.reading.tables.table import Row

_LOST = re.compile(r"(?:实际|应)?(?:扣|失)\s?分(?:值|数)?")
_PART = re.compile(r"得\s?分\s?率")
_FEWEST = 2
"""Rows that show what a column tells: one agrees by chance."""


def point_patterns(columns: dict[int, Column], rows: Sequence[Row]) -> Iterator[Pattern]:
    """What such columns assert where most rows hold; nothing where a part has two full marks or scores."""
    fulls, scores = ([c for c in columns if columns[c].role == role] for role in ("full", "score"))
    if len(fulls) != 1 or len(scores) != 1:
        return
    full, score = fulls[0], scores[0]
    for c, column in columns.items():
        used = tuple(row for row in rows if {c, full, score} <= row.tokens.keys())
        own = column.header.rsplit("/", 1)[-1]
        if _LOST.fullmatch(own):
            held = [row for row in used if _number(row, full) - _number(row, score) == _number(row, c)]
            if _is_meant(held, used, [row for row in held if _number(row, c)]):
                lost = ((full, "full", 1), (score, "score", 1))
                yield Pattern("difference", "difference", c, lost, used, certain=True)
        elif _PART.match(own):
            held = [row for row in used if holds(row, c, score, full, "quotient")]
            if _is_meant(held, used, [row for row in held if telling(row.tokens[c])]):
                part = ((score, "score", 1), (full, "full", 1))
                yield Pattern("rate", "quotient", c, part, used, certain=True)


def _number(row: Row, c: int) -> Decimal:
    return row.tokens[c].number


def _is_meant(held: Sequence[Row], used: Sequence[Row], shown: Sequence[Row]) -> bool:
    """Whether most rows hold, and enough of them by more than nothing lost."""
    return len(shown) >= _FEWEST and len(held) * 10 >= len(used) * 6
