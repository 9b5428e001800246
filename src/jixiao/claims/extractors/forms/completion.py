"""Completion of an indicator whose target is in words: 健全, 95%, 95%.

An actual value in per cent has nothing to be divided by there, so its completion repeats it.
"""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.completion_columns import repeated

KIND = "restated"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such row; one that differs fails only where the other rows repeat theirs."""
    for table in reading.tables:
        found, sure = repeated(table.rows)
        for rate, actual in found:
            made = relation(KIND, "equal", rate, [(actual, "actual")], role="rate")
            yield Proposal((made,), asserted=sure)
