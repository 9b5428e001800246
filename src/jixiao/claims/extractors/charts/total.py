"""The parts that a chart of structure shows make the total that the text tells: 支出决算结构图.

A chart may show a choice of parts, so that its sum can only hold; that of one part and nothing else says that
there is nothing else.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.core.claim import decide

if TYPE_CHECKING:
    from jixiao.claims.reading.tables.table import TableReading
    from jixiao.claims.reading.tokens import Token

KIND = "sum"
_STRUCTURE = re.compile(r"结构|构成|占比|分布")
_WHOLE = re.compile(r"(?P<what>收入|支出|“三公”经费|三公经费)")
_LEAST = 2


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such chart, by the first total of its kind that the text tells."""
    totals: dict[str, list[Token]] = {}
    for statement in reading.statements:
        found = _WHOLE.search(statement.lead)
        main = statement.roles.get("main")
        if statement.table is None and found is not None and main is not None and main.unit.kind == "yuan":
            totals.setdefault(_plain(found["what"]), []).append(main)
    for table in reading.tables:
        title = _WHOLE.search(table.title) if _STRUCTURE.search(table.title) else None
        parts = _parts(table)
        if title is None or len(parts) < _LEAST:
            continue
        for total in totals.get(_plain(title["what"]), ()):
            made = relation(KIND, "sum", total, [(part, "part") for part in parts], role="total")
            if decide(made).holds:
                yield Proposal((made,), asserted=False)
                break


def _plain(name: str) -> str:
    return name.replace("“", "").replace("”", "")


def _parts(table: "TableReading") -> "list[Token]":
    """The figures of a chart that has one for each name; nothing of any other table."""
    if any(len(row.tokens) != 1 or not row.label or row.is_total for row in table.rows):
        return []
    parts = [token for row in table.rows for token in row.tokens.values()]
    return parts if all(part.unit.kind == "yuan" and not part.approximate for part in parts) else []
