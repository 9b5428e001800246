"""Completion of an indicator whose target is in words: 健全, 95%, 95%.

An actual value in per cent has nothing to be divided by there, so its completion repeats it.
"""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation

KIND = "restated"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such row; it can only hold, for a form may count the words as fully reached."""
    for table in reading.tables:
        for row in table.rows:
            roles = {column.role: c for c, column in row.columns.items() if column.role}
            if not {"actual", "target", "rate"} <= roles.keys():
                continue
            actual, rate = row.tokens.get(roles["actual"]), row.tokens.get(roles["rate"])
            words = row.texts.get(roles["target"], "").strip()
            if actual is None or rate is None or not words or roles["target"] in row.tokens:
                continue
            if actual.unit.kind == rate.unit.kind == "percent":
                made = relation(KIND, "equal", rate, [(actual, "actual")], role="rate")
                yield Proposal((made,), asserted=False)
