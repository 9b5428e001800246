"""One rate told twice with its amounts: the same outturn at the same rate is of the same budget.

预算1921万元，支出1649万元，执行率85.84% in one section and 执行率85.84%，即预算1924万元、支出1649万元 in
another.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import significant_digits

if TYPE_CHECKING:
    from decimal import Decimal

KIND = "restated"
_ROLES = ("rate", "main", "plan")
_DIGITS = {"rate": 2, "main": 4, "plan": 4}
"""Digits of figures that do not agree by accident, and of those that a slip sets apart."""
_Told = dict[str, Token]


def extract(reading: Reading) -> Iterator[Proposal]:
    """The third figure of sentences that share two of rate, outturn and budget."""
    first: dict[tuple[str, Decimal, Decimal, str], _Told] = {}
    done: set[int] = set()
    for _, sentence in groupby(reading.statements, key=lambda one: (one.block, one.sentence, one.table)):
        told = _told([*sentence])
        if told is None:
            continue
        for role in ("plan", "main"):
            other = "main" if role == "plan" else "plan"
            key = role, told["rate"].number, told[other].value, told[other].unit.kind
            known = first.setdefault(key, told)[role]
            token = told[role]
            if known is token or known.block is token.block or token.index in done:
                continue
            if a_slip_apart(known, token, _DIGITS[role]) and known.unit.kind == token.unit.kind:
                done.add(token.index)
                yield Proposal((relation(KIND, "equal", token, [(known, role)], role=role),))


def _told(sentence: list[Statement]) -> _Told | None:
    """Rate, outturn and budget of a sentence that tells one of each and nothing more."""
    if sentence[0].table is not None:
        return None
    found: _Told = {}
    for statement in sentence:
        for role, token in statement.roles.items():
            if role in found:
                return None
            if role in _ROLES and not token.approximate:
                found[role] = token
    if len(found) < len(_ROLES) or found["rate"].unit.kind != "percent":
        return None
    sure = all(significant_digits(token.number) >= _DIGITS[role] for role, token in found.items())
    return found if sure else None
