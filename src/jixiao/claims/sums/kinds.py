"""Quantities of an indicator by kinds: 种植面积 30亩, below it 其中桃树 10亩, 其中蔬菜 20亩.

Such rows need not be all of them, so that a sum can only hold.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.stream import Figure, stream

_ROW = re.compile(r"\|[\s|★☆]*其\s?中[^\d|]{1,30}\|[\s|]*(?=[≥≤=]?\d)")
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_REACH = 80
"""Characters that one row of an indicator takes."""


def of_kinds(reading: Reading) -> Iterator[Proposal]:
    """The sum of each column of such rows, against the row above the first of them."""
    if not reading.is_form:
        return
    source = stream(reading)
    rows = [
        (found.start(), _counted(source.between(found.end(), found.end() + _REACH), source.text))
        for found in _ROW.finditer(source.text)
    ]
    groups: list[list[tuple[int, list[Figure]]]] = []
    for at, row in enumerate(rows):
        above = rows[at - 1] if at else None
        beside = above is not None and above[1] and not _WORDS.search(source.text, above[1][-1].end, row[0])
        if beside and row[1]:
            groups[-1].append(row)
        else:
            groups.append([row])
    for group in groups:
        before = source.between(max(group[0][0] - _REACH, 0), group[0][0])
        whole = [figure for figure in before if figure.token.unit.kind == "count"]
        width = len(group[0][1])
        if len(group) < 2 or not width or len(whole) < width or any(len(row) != width for _, row in group):
            continue
        for column, stated in enumerate(whole[-width:]):
            unit = stated.token.unit
            parts = [quantity(row[column].token, unit) for _, row in group]
            yield Proposal((equation("sum", stated.token, parts),), asserted=False)


def _counted(figures: list[Figure], text: str) -> list[Figure]:
    """The quantities from the first on that no words set apart."""
    found = figures[:1]
    for one, two in pairwise(figures):
        if _WORDS.search(text, one.end, two.start):
            break
        found.append(two)
    return [figure for figure in found if figure.token.unit.kind == "count"]
