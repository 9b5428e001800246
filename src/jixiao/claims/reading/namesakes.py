"""The same thing's figure elsewhere in the document, by name, role and period."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tables.total_columns import names_total
from jixiao.claims.reading.tokens import Token

_ROLES = {"main": "main", "plan": "plan", "initial": "plan"}
_SHORTEST = 3
"""Characters of a name that says which thing is meant."""

_Key = tuple[str, str, int | None]


def told_elsewhere(reading: Reading) -> dict[int, frozenset[Decimal]]:
    """By the index of an amount told otherwise too, all values in base units printed for the same thing."""
    facts: dict[_Key, dict[int, Decimal]] = defaultdict(dict)
    for key, token in _facts(reading):
        if token.unit.kind == "yuan" and token.number and len(key[0]) >= _SHORTEST:
            facts[key][token.index] = token.number * token.unit.scale
    printed = ((values, frozenset(values.values())) for values in facts.values() if len(values) > 1)
    return {index: told for values, told in printed if len(told) > 1 for index in values}


def _facts(reading: Reading) -> Iterator[tuple[_Key, Token]]:
    for statement in reading.statements:
        for role, token in statement.roles.items():
            if role in _ROLES:
                yield (key_of(statement.label), _ROLES[role], statement.period), token
    for table in reading.tables:
        for row in table.rows:
            yield from _of_row(row)


def _of_row(row: Row) -> Iterator[tuple[_Key, Token]]:
    """What a row tells under one column of a kind; two such columns (限额合计, 余额合计) are two things."""
    facts: dict[_Key, list[Token]] = defaultdict(list)
    for c, token in row.tokens.items():
        column = row.columns.get(c)
        if column is not None and (column.role in _ROLES or names_total(column)):
            facts[key_of(row.label), _ROLES.get(column.role, "main"), column.year].append(token)
    yield from ((key, tokens[0]) for key, tokens in facts.items() if len(tokens) == 1)
