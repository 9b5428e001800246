"""One year's amount in per cent of another's: 由2018年的A提高到2023年的B，2023年为2018年的p%."""

import re
from collections.abc import Sequence
from itertools import takewhile

from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_YEAR = r"((?:19|20)\d\d)\s?年"
_OF_YEAR = re.compile(
    rf"(?:^|[，,。；;])\s*{_YEAR}[^，,。；;\d]{{0,12}}?(?:为|是|达到?|相当于){_YEAR}[^，,。；;\d]{{0,10}}的\s*$"
)
_LAST_YEAR = re.compile(_YEAR)
_ROLES = ("main", "base")


def of_years(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The rate of the amounts that its sentence tells of the two years named; None elsewhere."""
    named = _OF_YEAR.search(rate.lead)
    if named is None:
        return None
    own = statements[position]
    before = takewhile(lambda s: s.sentence == own.sentence, reversed(statements[: position + 1]))
    told: dict[str, Token] = {}
    for statement in before:
        for role in _ROLES:
            token = statement.roles.get(role)
            years = _LAST_YEAR.findall(token.lead) if token is not None else []
            if token is not None and years and token.start < rate.start:
                if years[-1] in told:
                    return None
                told[years[-1]] = token
    now, then = told.get(named[1]), told.get(named[2])
    if now is None or then is None or now.unit.name != then.unit.name or not then.number:
        return None
    return rate_of(rate, now, then, "named")
