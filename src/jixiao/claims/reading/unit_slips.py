"""Amounts whose digits a table or another sentence has in another unit: 支付158.40元 beside 158.40万元."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import facts_of
from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared
from jixiao.claims.reading.tokens import Token

_SPENT = re.compile(
    r"(?:支付|支出|执行|到位|使用|拨付|完成|收入|结余|结转|合同金?额|总价|投资|决算|预算)数?(?:了|为|共)?\s*$"
)
_WAN = Decimal(10000)
_LONG = 1000
"""Digits that do not agree by chance: 158.40, 2374.5."""
_SHARED = 3
"""Characters that the names of two amounts share."""


def slipped_units(reading: Reading) -> Iterator[Proposal]:
    """Each amount in yuan between others in 万元 whose digits a thing of its sentence has in 万元."""
    suspects = [
        (paragraph.text, before, token)
        for paragraph in reading.paragraphs
        if "元" in paragraph.text
        for before, token in zip(paragraph.tokens, paragraph.tokens[1:], strict=False)
        if _is_suspect(before, token)
    ]
    if not suspects:
        return
    known: dict[Decimal, list[tuple[str, Token]]] = defaultdict(list)
    for fact in facts_of(reading):
        if fact.token.unit.kind == "yuan":
            known[fact.token.number].append(
                (fact.row.label if fact.row is not None else fact.name, fact.token)
            )
    for text, _, token in suspects:
        others = [(name, other) for name, other in known[token.number] if other is not token]
        begins = max(text.rfind(sign, 0, token.start) for sign in "。；;") + 1
        words = text[begins : token.start]
        alike = [other for name, other in others if shared_words(name, words) >= _SHARED]
        if alike and all(other.unit.scale == _WAN for _, other in others):
            yield Proposal((compared("unit", token, "=", alike[0], role="counterpart"),))


def _is_suspect(before: Token, token: Token) -> bool:
    """Whether an amount in yuan with 角 and 分 stands behind one in 万元, told as spent or received."""
    return (
        token.unit.kind == before.unit.kind == "yuan"
        and token.unit.scale == 1
        and before.unit.scale == _WAN
        and token.sentence == before.sentence
        and token.decimals > 0
        and token.number.scaleb(token.decimals) >= _LONG
        and not token.approximate
        and _SPENT.search(token.lead) is not None
    )
