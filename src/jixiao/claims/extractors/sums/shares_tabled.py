"""The shares of a table's rows, which make the 100 % of its total row but for what each was rounded by."""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation
from jixiao.claims.reading.units import HUNDRED

KIND = "sum"
_FEWEST, _MOST = 2, 60


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each column of shares with its total; what is wrong is told by the amounts."""
    for table in reading.tables:
        rows = [row for row in table.rows if not (row.names_total or row.of_which)]
        totals = [row for row in table.rows if row.names_total]
        if len(totals) != 1 or not _FEWEST <= len(rows) <= _MOST:
            continue
        for column, total in totals[0].tokens.items():
            head = totals[0].columns.get(column)
            if (
                total.number != HUNDRED
                or total.unit.kind != "percent"
                or head is None
                or head.role != "share"
            ):
                continue
            parts = [row.tokens[column] for row in rows if column in row.tokens]
            if len(parts) >= _FEWEST:
                yield Proposal((equation(KIND, total, parts),), asserted=False)
