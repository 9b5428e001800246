"""An indicator whose name tells its target: 全年费用不高于100万元, ≤100万元.

A name may tell of something else too, so the two can only agree.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared, quantity
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER, known_unit
from jixiao.core.quantity import Quantity

KIND = "restated"


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each figure in the words left of a target, in its unit."""
    for table in reading.tables:
        targets = [(row, c) for row in table.rows for c in row.tokens if _role(row, c) == "target"]
        words = _in_words(table) if targets else {}
        for row, c in targets:
            target = _target(row, c)
            for at, token in words.get(row.number, ()):
                if at < c and (token.unit.kind, token.unit.name) == (target.unit.kind, target.unit.name):
                    # A limit told twice is the same limit: what makes a value approximate makes it none.
                    name = replace(token.build(), approximate=False)
                    again = compared(KIND, replace(target, approximate=False), "=", name, role="target")
                    yield Proposal((again,), asserted=False)


def _target(row: Row, c: int) -> Quantity:
    unit = next(
        (known_unit(word.strip()) for at, word in row.texts.items() if _role(row, at) == "unit"), None
    )
    return quantity(row.tokens[c], unit if row.tokens[c].unit is NUMBER else None)


def _in_words(table: TableReading) -> dict[int, list[tuple[int, Token]]]:
    """By row, the figures that stand in words, with their columns."""
    own = {id(token) for row in table.rows for token in row.tokens.values()}
    found: dict[int, list[tuple[int, Token]]] = defaultdict(list)
    for token in table.tokens:
        if token.cell is not None and id(token) not in own:
            found[token.cell.row].append((token.cell.column, token))
    return found


def _role(row: Row, c: int) -> str:
    return row.columns[c].role if c in row.columns else ""
