"""An amount in per cent of what the sentence compares it with: 与2017年的A相比，2022年收入B，为其147%.

So is 比五年前的A多…，相当于五年前的p%: the words behind the amount name no plan, but the time compared with.
"""

import re
from collections.abc import Sequence

from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_OF_THAT = re.compile(
    r"(?:^|[，,。；;、(])\s*(?:已|约|仅|正好)?(?:为|是|达到?|占|相当于)"
    r"(?:其|(?:[一二两三四五六七八九十\d]{1,2}年前|上年度?|去年|基期|(?:19|20)\d\d\s?年)?(?:同期|同口径)?数?)的?\s*$"
)
_COMPARES = re.compile(r"(?:与|同|和|比|较|相对于?|由|从)[^，,。；;]*$")
_REACH = 6


def of_compared(statements: Sequence[Statement], position: int, rate: Token) -> Relation | None:
    """The rate of the one amount of a sentence and the one that it compares with; None elsewhere."""
    if not _OF_THAT.search(rate.lead) or not rate.lead.strip(" ，,、"):
        return None
    own = statements[position]
    told = [s for s in statements[max(position - _REACH, 0) : position + 1] if s.sentence == own.sentence]
    bases = [t for s in told if (t := s.roles.get("base")) is not None and t.end <= rate.start]
    mains = [t for s in told if (t := s.main) is not None and t.end <= rate.start]
    if len(bases) != 1 or len(mains) != 1 or any(s.roles.keys() & {"plan", "initial"} for s in told):
        return None
    base, main = bases[0], mains[0]
    if not _COMPARES.search(base.lead) or base.unit.kind != main.unit.kind or not base.number:
        return None
    return rate_of(rate, main, base, "named")
