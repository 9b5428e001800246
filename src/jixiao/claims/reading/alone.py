"""Numbers without a partner: nothing else in the document adds them up, divides by them or tells them again.

An activity count told once, a rate whose amounts are not printed, an amount told for itself. A number that
shares its statement with another amount, or whose name and value return elsewhere, has a partner and is not
alone.
"""

from collections import defaultdict

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import Names
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_AMOUNTS = ("yuan", "count")


def alone(reading: Reading) -> frozenset[int]:
    """The indexes of the numbers that have no partner."""
    told: dict[tuple[object, str], Names] = defaultdict(Names)
    lonely: list[tuple[Statement, Token, Names]] = []
    for statement in reading.statements:
        for role, token in statement.roles.items():
            same = told[token.number * token.unit.scale, token.unit.name]
            same.add(statement)
            if not _has_company(statement, role, token):
                lonely.append((statement, token, same))
    approximate = (token.index for token in reading.tokens if token.approximate)
    unique = (token.index for statement, token, same in lonely if not same.returns(statement))
    return frozenset((*approximate, *unique))


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
