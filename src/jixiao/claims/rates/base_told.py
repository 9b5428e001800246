"""Growth whose base is told beside it, and the amount itself before: 支出A，其中…。上年决算数为B，同比下降p%.

So is 与2021年支出A相比，2022年支出减少d，下降p%: the change in per cent of what it is compared with.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_AGAINST = re.compile(r"(?:^|[，,。；;、])\s*[与同和][^，,。；;]*$")
_SET_AGAINST = re.compile(r"^[^，,。；;]{0,6}相?比较?[，,]")
_COMPARES = re.compile(r"^[\s，,]*(?:同比|比上年|较上年)?[\u4e00-\u9fff]{2,4}$")
_REACH = 8


def of_compared_base(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The change over the base that the clause before sets it against."""
    own, before = statements[position], statements[position - 1] if position else None
    change = own.get("change")
    if before is None or change is None or own.amount is not None or before.roles.keys() != {"base"}:
        return None
    base = before.roles["base"]
    told = _AGAINST.search(base.lead) is not None and _SET_AGAINST.match(change.lead) is not None
    if not told or before.sentence != own.sentence or base.unit.name != change.unit.name:
        return None
    sign = -1 if change.direction * rate.direction < 0 else 1  # 减少…增长: one of the words is wrong
    return relation("growth", "quotient", rate, [(change, "change", sign), (base, "prior")])


def of_head_before(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """上年决算数为B，同比增长p%: of what the sentence before opens with, where all but the word may hold."""
    own = statements[position]
    base = own.get("base")
    if own.roles.keys() != {"base", "growth"} or base is None or base.end > rate.start:
        return None
    if not base.number or not _COMPARES.match(rate.lead):
        return None
    named = _named_before(statements, position, base)
    if len(named) == 1:
        return _of_base(rate, named[0], base)
    for main in (*named, *_heads(statements, position, base)):
        for direction in (1, -1):
            formula = "base_rate" if direction > 0 else "shortfall_rate"
            made = relation("growth", formula, rate, [(main, "outturn"), (base, "prior")])
            if decide(made).holds:
                if direction == (rate.direction or direction):
                    return made
                return _of_base(rate, main, base)
    return None


def _of_base(rate: Token, main: Token, base: Token) -> Relation:
    formula = "shortfall_rate" if rate.direction < 0 else "base_rate"
    return relation("growth", formula, rate, [(main, "outturn"), (base, "prior")])


def _named_before(statements: Sequence[Statement], position: int, base: Token) -> list[Token]:
    """公用经费A。公用经费比上年B下降p%: the amounts of this very name, just before in the paragraph."""
    own = statements[position]
    near = [s for s in statements[max(position - _REACH, 0) : position] if s.block == own.block]
    told = [s.main for s in near if own.key and s.key == own.key and s.main is not None]
    return [main for main in told if main.unit.name == base.unit.name]


def _heads(statements: Sequence[Statement], position: int, base: Token) -> Iterator[Token]:
    """The first amounts of this sentence and of the one before."""
    own = statements[position]
    seen: set[int] = set()
    for other in statements[max(position - _REACH, 0) : position]:
        beside = other.block == own.block and own.sentence - other.sentence <= 1
        main = other.main
        if beside and main is not None and other.sentence not in seen and main.unit.name == base.unit.name:
            seen.add(other.sentence)
            yield main
