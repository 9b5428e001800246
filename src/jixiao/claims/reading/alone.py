"""Numbers without a partner: nothing else in the document adds them up, divides by them or tells them again.

An activity count told once, a rate whose amounts are not printed, an amount told for itself. A number that
shares its statement with another amount, or whose name and value return elsewhere, has a partner and is not
alone. Those of tables are found by row and column (``tables.lonely``).
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import Named, Names
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.lonely import lonely_figures, word_figures
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token

_Key = tuple[object, str, bool]
"""Value, unit, whether it is a target."""
_AMOUNTS = ("yuan", "count")
_TARGET = re.compile(r"(?:绩效|年度|预期)?(?:目标|指标|计划)值?[≥≤<>=]*")


def alone(reading: Reading) -> frozenset[int]:
    """The indexes of the numbers that have no partner."""
    lonely: list[tuple[Named, Token, Names]] = []
    names: dict[_Key, Names] = defaultdict(Names)
    for thing, token, key, company in (*_of_text(reading), *_of_words(reading)):
        alike = names[key]
        alike.add(thing)
        if not company:
            lonely.append((thing, token, alike))
    for table in reading.tables:
        lonely.extend((row, row.tokens[c], names[_of_row(row, c)]) for row, c in lonely_figures(table))
    for table in reading.tables:
        for row in table.rows:
            for key in {_of_row(row, c) for c in row.tokens} & names.keys():
                names[key].add(row)
    approximate = [token.index for token in reading.tokens if token.approximate]
    unique = [token.index for thing, token, alike in lonely if not alike.returns(thing)]
    return frozenset((*approximate, *unique))


def _of_text(reading: Reading) -> Iterator[tuple[Named, Token, _Key, bool]]:
    """Each figure of the text with what it is of, and whether its statement gives it company."""
    for before, statement in zip([None, *reading.statements], reading.statements, strict=False):
        thing = _thing(statement, before)
        for role, token in statement.roles.items():
            key = _key(token, target=thing is not statement)
            yield thing, token, key, _has_company(statement, role, token)


def _of_words(reading: Reading) -> Iterator[tuple[Named, Token, _Key, bool]]:
    """Each figure in the words of cells, likewise."""
    for table in reading.tables:
        for statement, role, token, company in word_figures(table):
            yield statement, token, _key(token), company or _has_company(statement, role, token)


def _of_row(row: Row, c: int) -> _Key:
    return _key(row.tokens[c], target=c in row.columns and row.columns[c].role == "target")


def _thing(statement: Statement, before: Statement | None) -> Statement:
    """What a statement is of: 满意度97%（目标≥87%） tells the target of what stands before the bracket.

    In a list of projects each has a target of that name, so that the project belongs to the name.
    """
    if before is None or before.block != statement.block or not _TARGET.fullmatch(statement.label):
        return statement
    project = statement.subject if statement.list_number else ""
    return replace(statement, label=f"{project}{before.label}")


def _key(token: Token, *, target: bool = False) -> _Key:
    """What figures share that may tell one fact; a target is never the same fact as a value."""
    return token.number * token.unit.scale, token.unit.name, target or bool(token.comparator)


def _has_company(statement: Statement, role: str, token: Token) -> bool:
    """Whether another figure of the statement should relate to it."""
    if len(statement.roles) == 1:
        return token.unit.kind in _AMOUNTS and statement.group >= 0
    others = [other for name, other in statement.roles.items() if name != role]
    if token.unit.kind in _AMOUNTS:
        return any(other.unit.kind == token.unit.kind for other in others) or statement.group >= 0
    if token.unit.kind == "percent":
        return sum(other.unit.kind in _AMOUNTS for other in others) >= (1 if role == "share" else 2)
    return any(other.unit.kind == token.unit.kind for other in others)
