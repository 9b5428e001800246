"""Growth whose base is told beside it, and the amount itself before: 支出A，其中…。上年决算数为B，同比下降p%.

So is 与2021年支出A相比，2022年支出减少d，下降p%: the change in per cent of what it is compared with.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.publics import cost_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

_AGAINST = re.compile(r"(?:^|[，,。；;、])\s*[与同和][^，,。；;]*$")
_SET_AGAINST = re.compile(r"^[^，,。；;]{0,6}相?比较?[，,]")
_COMPARES = re.compile(r"^(?:[^，,。；;]{0,6}相?比较?)?[\s，,]*(?:同比|比上年|较上年)?[\u4e00-\u9fff]{2,4}$")
_REASON = re.compile(r"(?:受|因|由于|随着).*$")
"""事业收入受闭馆影响: why a thing changed is no part of its name."""
_LAST_YEARS = re.compile(r"^[\s。；;]*(?:上年|去年|上一?年度)")
_SINCE_THEN = re.compile(
    r"^[，,]\s*(?:同比|(?:今年|本年)?[比较与同](?:上年|去年)(?:相比)?)[，,]?[\u4e00-\u9fff]{2,4}\s*$"
)
_PARTS = re.compile(r"^。其中")
_SINCE = re.compile(r"^[)）]?[\s。；;]*(?:与|同|较|比)(?:上年|去年)")
_THIS_YEAR = re.compile(r"^[\s，,；;]*(?:今年|本年度?)")
_YEAR_NAMED = re.compile(r"(?:19|20)\d\d\s?年|^[\s。；;，,]*(?:上年|去年)")
_REACH, _PARAGRAPH = 8, 16
_TELLING = 3
"""Digits of a rate that do not agree by chance."""


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
    base = own.get("base") or _last_years(own, rate)
    others = own.roles.keys() - {"base", "growth", "main"}
    saved_before = others <= {"saved", "rate", "plan"} and base is not None and _SINCE.match(base.lead)
    if base is None or base.end > rate.start or (others and not saved_before):
        return None
    if own.main is not None and own.main is not base:
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


def _last_years(statement: Statement, rate: Token) -> Token | None:
    """上年“三公”经费合计B，同比下降p%: an amount said to be last year's, beside a change since then."""
    told = statement.main
    if told is None or _LAST_YEARS.match(told.lead) is None or _SINCE_THEN.match(rate.lead) is None:
        return None
    return told if statement.roles.keys() == {"main", "growth"} else None


def of_bracketed_base(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """收入A，其中甲B，乙C，比上年增长p%（上年D）: of the amount before it that makes it hold, if one does."""
    own, behind = statements[position], statements[position + 1 : position + 2]
    base = behind[0].roles.get("base") if behind else None
    if base is None or behind[0].depth <= own.depth or behind[0].roles.keys() != {"base"}:
        return None
    near = [s for s in statements[max(position - _REACH, 0) : position + 1] if s.block == own.block]
    return _of_any(near, rate, base)


def of_list_before(statements: Sequence[Statement], position: int, rate: Token) -> Proposal | None:
    """Where the base stands with the last of a list, and the rate is of its head all the same."""
    own = statements[position]
    base, main, block = own.get("base"), own.main, own.block
    if base is None or main is None or base.start < rate.end or printed_digits(rate.number) < _TELLING:
        return None
    near = [s for s in statements[max(position - _REACH, 0) : position] if s.block == block]
    heads = [s for s in near if s.main is not None and s.main.value > main.value and "growth" not in s.roles]
    made = _of_any(heads, rate, base)
    return Proposal((made,)) if made is not None else None


def _of_any(statements: Sequence[Statement], rate: Token, base: Token) -> Relation | None:
    """The growth of the nearest of these amounts that makes it hold."""
    mains = [s.main for s in statements if s.main is not None and s.main.unit.name == base.unit.name]
    return next((made for main in mains[::-1] if decide(made := _of_base(rate, main, base)).holds), None)


def of_this_year(statements: Sequence[Statement], position: int, told: Statement) -> bool:
    """Whether a change is one of this year in what a year told before came to: 2021年A，今年增加d."""
    if told.block != statements[position].block or told.index >= position:
        return False
    since = statements[told.index + 1 : position + 1]
    return any(_THIS_YEAR.search(s.lead) for s in since) and any(
        s.sentence == told.sentence and s.period is not None and _YEAR_NAMED.search(s.lead)
        for s in statements[max(told.index - 1, 0) : told.index + 1]
    )


def is_of_this_year(main: Token, change: Token) -> bool:
    """Whether the same is so of two figures of one statement: 2021年度资金A，今年增加d; 上年A，本年增加d."""
    return (
        main.unit.name == change.unit.name
        and _THIS_YEAR.search(change.lead) is not None
        and _YEAR_NAMED.search(main.lead) is not None
    )


def _of_base(rate: Token, main: Token, base: Token) -> Relation:
    formula = "shortfall_rate" if rate.direction < 0 else "base_rate"
    return relation("growth", formula, rate, [(main, "outturn"), (base, "prior")])


def _named_before(statements: Sequence[Statement], position: int, base: Token) -> list[Token]:
    """公用经费A。公用经费比上年B下降p%: the amounts of this very name, just before in the paragraph."""
    own = statements[position]
    near = [s for s in statements[max(position - _PARAGRAPH, 0) : position] if s.block == own.block]
    key, cost = key_of(_REASON.sub("", own.label)), cost_of(own.label)
    alike = [s for s in near if (key and s.key == key) or (cost and cost_of(s.label) == cost)]
    told = [s.main for s in alike if s.main is not None]
    return [main for main in told if main.unit.name == base.unit.name]


def _heads(statements: Sequence[Statement], position: int, base: Token) -> Iterator[Token]:
    """The first amounts of this sentence and of the one before; past one that only tells parts, one more."""
    own = statements[position]
    seen: set[int] = set()
    parted = any(_PARTS.match(s.lead) for s in statements[max(position - _REACH, 0) : position])
    back = 2 if parted else 1
    for other in statements[max(position - _REACH, 0) : position]:
        beside = other.block == own.block and own.sentence - other.sentence <= back
        main = other.main
        if beside and main is not None and other.sentence not in seen and main.unit.name == base.unit.name:
            seen.add(other.sentence)
            yield main
