"""A share of what a list before it makes up, or of all: 由省级A、市级B、县级C组成，其中县级占p%.

The members stand side by side (、) and no amount before them is their total, so the whole is their sum; none
of them is the whole of another. What is 100 per cent of a thing is told under its name as the same amount.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.lookup import EQUAL, likeness
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.shares.parts import part_of
from jixiao.core.claim import Relation

_AND = re.compile(r"^\s*(?:、|[和及与](?:其他)?)[\u4e00-\u9fff]")
_OF_MADE_UP = re.compile(r"^[^\d，,。；;]{0,8}(?:组成|构成|共同(?:承担|投入|负担))[\s，,；;]*其中")
_SUM_OF = re.compile(r"(?:总额|总数|总计|合计|总量)$")
_MOST, _FEWEST = 10, 2
"""Statements before the share that may be members of its list; members that make one."""


def composed_shares(statements: list[Statement]) -> dict[int, Relation]:
    """The shares of parts told by their names of all the amounts listed side by side with them, by index."""
    found: dict[int, Relation] = {}
    for position, own in enumerate(statements):
        rate = own.roles.get("share")
        if rate is None or rate.unit.kind != "percent" or own.amount is not None or own.how["share"].whole:
            continue
        part = part_of(statements, position, own) if _OF_MADE_UP.match(own.lead) else None
        made = _of_list(statements, position, part, rate) if part is not None else None
        if made is not None:
            found[rate.index] = made
    return found


def _of_list(statements: Sequence[Statement], position: int, part: Token, rate: Token) -> Relation | None:
    own = statements[position]
    near = [s for s in statements[max(position - _MOST, 0) : position] if s.sentence == own.sentence]
    if len(near) < _FEWEST or near[0].block != own.block or not any(s.amount is part for s in near):
        return None
    told = [s.amount for s in near if s.amount is not None]
    alike = len(told) == len(near) and all(s.roles.keys() <= {"main", "plan"} for s in near)
    if not alike or any(t.unit.kind != part.unit.kind or t.approximate for t in told):
        return None
    if not all(_AND.match(token.lead) for token in told[1:]):
        return None
    others = [(token, "part") for token in told if token is not part]
    return relation("share", "part_of_parts", rate, [(part, "part"), *others])


def told_as_all(statements: Sequence[Statement], part: Token, rate: Token, name: str) -> Token | None:
    """资金A，占项目支出总额的100%: what is told elsewhere under this name as the same amount."""
    if rate.number != HUNDRED or _SUM_OF.search(name) is None:
        return None
    plain = _SUM_OF.sub("", name)
    return next(
        (
            s.amount
            for s in statements
            if s.amount is not None
            and s.amount is not part
            and s.amount.unit.kind == part.unit.kind
            and s.amount.value == part.value
            and likeness(plain, s.label) == EQUAL
        ),
        None,
    )
