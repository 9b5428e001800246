"""Amounts whose digits a table or another sentence has in another unit: 支付158.40元 beside 158.40万元."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared
from jixiao.claims.reading.tokens import Token
from jixiao.core.interval import round_half_up

_SPENT = re.compile(
    r"(?:支付|支出|执行|到位|使用|拨付|完成|收入|结余|结转|合同金?额|总价|投资|决算|预算)数?(?:了|为|共)?\s*$"
)
_WAN = Decimal(10000)
_LONG = 1000
"""Digits that do not agree by chance: 158.40, 2374.5."""
_WORDS = re.compile(r"[\u4e00-\u9fff]{4}")
_SHARED, _NAMED = 3, 4
"""Characters that the names of two amounts share; and of a name that says what an amount is of."""


def slipped_units(reading: Reading) -> Iterator[Proposal]:
    """Each amount in yuan beside others in 万元 whose digits a thing of its sentence has in 万元."""
    suspects = [
        (paragraph.text, token)
        for paragraph in reading.paragraphs
        if "元" in paragraph.text
        for tokens in _sentences(paragraph.tokens)
        for at, token in enumerate(tokens)
        if token.unit.scale == 1 and _is_suspect(tokens, at)
    ]
    if not suspects:
        return
    facts = [fact for fact in facts_of(reading) if fact.token.unit.kind == "yuan"]
    known: dict[Decimal, list[tuple[str, Token]]] = defaultdict(list)
    for fact in facts:
        known[fact.token.number].append((fact.row.label if fact.row is not None else fact.name, fact.token))
    for text, token in suspects:
        others = [(name, other) for name, other in known[token.number] if other is not token]
        begins = max(text.rfind(sign, 0, token.start) for sign in "。；;") + 1
        words = text[begins : token.start]
        if not token.decimals:
            alike = [other for _, other in others if _is_called_alike(words, other)]
        else:
            alike = [other for name, other in others if shared_words(name, words) >= _SHARED]
        if alike and all(other.unit.scale == _WAN for _, other in others):
            yield Proposal((compared("unit", token, "=", alike[0], role="counterpart"),))
        elif token.decimals and not others:
            rounded = _rounded(token, text[: token.start], facts)
            if rounded is not None:
                yield Proposal((compared("unit", token, "=", rounded, role="counterpart"),))


def _is_called_alike(words: str, other: Token) -> bool:
    """Whether the same words of four characters lead to both: 市级资金4600万元 … 市级资金4600元."""
    lead = other.block.text[: other.start]
    return _WORDS.fullmatch(words[-_NAMED:]) is not None and lead.endswith(words[-_NAMED:])


def _rounded(token: Token, words: str, facts: Sequence[Fact]) -> Token | None:
    """The amount of a thing named before, told in yuan elsewhere, whose ten-thousands these digits are."""
    for fact in facts:
        other = fact.token
        if other.unit.scale == 1 and round_half_up(other.number / _WAN, token.decimals) == token.number:
            name = fact.row.label if fact.row is not None else fact.name
            if shared_words(name, words) >= _NAMED:
                return other
    return None


def _sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The amounts of each sentence, where some are in yuan and some in 万元."""
    money = [token for token in tokens if token.unit.kind == "yuan"]
    if {1, _WAN} <= {token.unit.scale for token in money}:
        yield from (list(group) for _, group in groupby(money, key=attrgetter("sentence")))


def _is_suspect(tokens: Sequence[Token], at: int) -> bool:
    """Whether an amount in yuan stands behind one in 万元, told as spent or received, or anywhere beside one.

    The first kind has 角 and 分, as 万元 are printed; the second is called by a name of its own.
    """
    token = tokens[at]
    if token.approximate or token.number == 0:
        return False
    if not token.decimals:
        return any(one.unit.scale == _WAN for one in tokens)
    behind = at > 0 and tokens[at - 1].unit.scale == _WAN
    long = token.number.scaleb(token.decimals) >= _LONG
    return behind and long and _SPENT.search(token.lead) is not None
