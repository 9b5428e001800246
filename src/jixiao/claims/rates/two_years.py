"""The year before told under the same name, right before: 2021年总收入B，2022年总收入A，同比下降p%."""

import re
from collections.abc import Sequence

from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_PRIOR = re.compile(r"同比|(?:比|较|与)(?:上年|去年|上一年)")


def year_before(statements: Sequence[Statement], position: int, rate: Token) -> Token | None:
    """The same thing's amount of the year before, where the words compare with that; None elsewhere."""
    own = statements[position]
    before = statements[position - 1] if position else None
    if before is None or own.main is None or own.period is None or not _PRIOR.search(rate.lead):
        return None
    told = before.main
    same = before.sentence == own.sentence and before.key == own.key and bool(own.key)
    if not same or told is None or before.period != own.period - 1 or told.unit.name != own.main.unit.name:
        return None
    return None if own.roles.keys() & {"change", "base"} or before.roles.keys() != {"main"} else told
