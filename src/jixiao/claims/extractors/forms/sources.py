"""The money of a project's form by source: 总额 is what the treasury, its special accounts and others give.

However small or nil a source is, the column adds up. Whether all sources are told the other columns say: a
column is wrong where they add up in every other. One where a source is blank proves nothing.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.core.claim import Relation, decide

KIND = "sum"
_TOTAL = re.compile(r"^(?:年度)?(?:资金)?总额$|^年度总金额$")
_SOURCE = re.compile(
    r"^(?:其中)?(?:当年|本年)?(?:财政(?:拨款|资金)|财政拨款资金)$|^(?:其中)?上年结转(?:结余)?(?:资金)?$|"
    r"^(?:其中)?(?:财政)?专户(?:管理)?资金$|^(?:其中)?(?:单位|自有|自筹|单位自有)资金$|^(?:其中)?其他(?:资金|来源)?$"
)
_SIGNS = re.compile(r"[\s:：()（）]|万?元$")
_LEAST = 2


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each column of money of each form."""
    for table in reading.tables:
        for total, sources in _blocks(table):
            yield from _columns(total, sources)


def _blocks(table: TableReading) -> Iterator[tuple[Row, list[Row]]]:
    """Each row of all money with the rows of its sources right below it."""
    for at, row in enumerate(table.rows):
        if _TOTAL.match(_SIGNS.sub("", row.label)) is None:
            continue
        sources: list[Row] = []
        for below in table.rows[at + 1 :]:
            if _SOURCE.match(_SIGNS.sub("", below.label)) is None:
                break
            sources.append(below)
        names = [_SIGNS.sub("", source.label) for source in sources]
        if len(sources) >= _LEAST and len(set(names)) == len(names):
            yield row, sources


def _columns(total: Row, sources: list[Row]) -> Iterator[Proposal]:
    made: list[Relation] = []
    for column, whole in total.tokens.items():
        parts = [source.tokens[column] for source in sources if column in source.tokens]
        money = whole.unit.kind in ("yuan", "number") and not whole.approximate
        if money and len(parts) == len(sources) and all(part.unit == whole.unit for part in parts):
            made.append(relation(KIND, "sum", whole, [(part, "part") for part in parts], role="total"))
    failing = [one for one in made if not decide(one).holds]
    complete = len(failing) == 1 < len(made)
    yield from (Proposal((one,), asserted=complete) for one in made)
