"""Rates of a table whose plans stand in another with the same rows: 支出、执行率 of counties, 应安排数 above.

Only for columns of rates that no two columns of their own table make; of the other table that column is meant
by which most rows hold.
"""

from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER
from jixiao.core.claim import Operand, Relation, decide

KIND = "rate"
_FEWEST, _MOST_TABLES, _MOST_ROWS = 4, 12, 200
_LEAST_HELD = 3
"""Rows of different amounts: of equal ones any two columns would make 100 %."""
_AMOUNTS = ("main", "plan", "initial", "")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per row of each such column."""
    made = {pattern.rows[0].tokens[pattern.stated].index for pattern in reading.patterns if pattern.rows}
    for at, table in enumerate(reading.tables):
        for column, rows in _rates(table).items():
            if len(rows) < _FEWEST or any(row.tokens[column].index in made for row in rows):
                continue
            near = [*reading.tables[max(at - _MOST_TABLES, 0) : at][::-1]]
            found = next((one for other in near if (one := _by(column, rows, other))), [])
            yield from (Proposal((made_of,)) for made_of in found)


def _rates(table: TableReading) -> dict[int, list[Row]]:
    """The rows of each column of rates."""
    found: dict[int, list[Row]] = {}
    for row in table.rows[:_MOST_ROWS]:
        for column, token in row.tokens.items():
            head = row.columns.get(column)
            percent = token.unit.kind == "percent" and head is not None and head.role == "rate"
            if percent and row.label and column not in row.unsure:
                found.setdefault(column, []).append(row)
    return found


def _by(column: int, rows: Sequence[Row], other: TableReading) -> list[Relation]:
    """The rates by the columns of two tables that most rows hold by."""
    named = {key_of(row.label): row for row in other.rows[:_MOST_ROWS] if row.label}
    pairs = [(row, named[key]) for row in rows if (key := key_of(row.label)) in named]
    if len(pairs) < _FEWEST:
        return []
    tops = [c for c in pairs[0][0].tokens if c != column and _is_amount(pairs[0][0], c)]
    bottoms = [c for c in pairs[0][1].tokens if _is_amount(pairs[0][1], c)]
    for bottom in bottoms:
        for top in tops:
            told = [
                (own.tokens[column], own.tokens[top], plan.tokens[bottom])
                for own, plan in pairs
                if top in own.tokens and bottom in plan.tokens
            ]
            told = [one for one in told if _alike(*one[1:])]
            telling = [one for one in told if one[1].number != one[2].number]
            held = sum(decide(_of(*one)).holds for one in telling)
            if held >= _LEAST_HELD and held * 10 >= len(telling) * 7:
                return [_of(*one) for one in told]
    return []


def _is_amount(row: Row, column: int) -> bool:
    head = row.columns.get(column)
    return row.tokens[column].unit.kind != "percent" and (head is None or head.role in _AMOUNTS)


def _alike(top: Token, bottom: Token) -> bool:
    """Whether two amounts are in units of one kind; a table may leave its unit out."""
    return bool(bottom.number) and (top.unit.kind == bottom.unit.kind or NUMBER in (top.unit, bottom.unit))


def _of(rate: Token, top: Token, bottom: Token) -> Relation:
    known = bottom.unit if top.unit is NUMBER else top.unit
    sides = [
        Operand(quantity(token, known) if token.unit is NUMBER else token.build(), role)
        for token, role in ((top, "outturn"), (bottom, "plan"))
    ]
    return Relation(KIND, "quotient", rate.build(), tuple(sides), role="rate")
