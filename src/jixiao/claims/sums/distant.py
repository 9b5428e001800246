"""Totals told paragraphs before a list that leaves nothing out: 财政总收入A … 国税局B，地税局C，财政局D.

Such a list must add up to some total; where nothing does, the one that a single digit sets apart is meant.
"""

from collections.abc import Iterator, Sequence

from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import relation
from jixiao.claims.sums.complements import LARGEST_FAMILY, leaves_nothing_out
from jixiao.claims.sums.groups import Group
from jixiao.claims.sums.list_words import name_of
from jixiao.claims.sums.runs import Entry
from jixiao.claims.sums.scopes import measures_other, told_of_another
from jixiao.claims.sums.splits import Splits
from jixiao.core.claim import Relation
from jixiao.core.digits import significant_digits

_REACH = 40
_BLOCKS = 8
_LEAST_DIGITS = 5


def distant_totals(
    sequence: Sequence[Entry], groups: Sequence[Group], explained: Splits
) -> Iterator[Relation]:
    """The failing sum of each such list over a total told before it, which is no part of another list."""
    for group in groups:
        parts = group.parts
        if not 2 <= len(parts) <= LARGEST_FAMILY or not leaves_nothing_out([name_of(e) for e in parts]):
            continue
        if explained.has(parts) or all(e.token.index in explained.parts for e in parts):
            continue  # each is a part of a list that adds up: 税收收入 by kind, 税务部门 by who collects it
        first = group.span[0]
        for total in sequence[max(first - _REACH, 0) : first][::-1]:
            if parts[0].statement.block - total.statement.block > _BLOCKS:
                break
            if (
                total.unit != parts[0].unit
                or total.token.index in explained.parts
                or told_of_another(total, parts[0])
                or measures_other(total, parts)
                or significant_digits(total.token.number) < _LEAST_DIGITS
            ):
                continue
            made = relation(
                "sum",
                "sum",
                total.token,
                [(e.token, "part", e.sign * total.sign) for e in parts],
                role="total",
            )
            if near_miss(made):
                yield made
                break
