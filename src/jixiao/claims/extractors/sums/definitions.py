"""Totals by definition: what one has, what things cost at first, what is left at the end of a year.

The names alone assert these sums, in whatever order a sentence tells them.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "sum"
_END = r"(?:总额|总计|合计|总值|余额|期末数|数|额|为|是|达|共|约|\s)*$"
_NAMES = (
    (
        rf"(?:总资产|(?<!净)(?<!固定)(?<!无形)资产(?:总额|总计|合计|总值)|(?:^|[期年]末|年底)资产){_END}",
        rf"负债{_END}",
        rf"净资产{_END}",
    ),
    (rf"原值{_END}", rf"折旧{_END}", rf"净值{_END}"),
    (rf"(?<!一般)(?<!专项)债务余额{_END}", rf"一般债务{_END}", rf"专项债务{_END}"),
    (
        rf"^(?!.*(?:上年|年初|期初)).*(?:年末|期末|滚存|累计)[^，,]{{0,4}}结余{_END}",
        rf"(?:上年|年初|期初)[^，,]{{0,4}}(?:结余|滚存|结转){_END}",
        rf"(?:当年|当期|本期|本年(?!末))(?:收支)?结余{_END}",
    ),
)
"""The total and its two parts: the accounting equation, written-down value, debt by kind, balances."""
_PATTERNS = tuple(tuple(re.compile(name) for name in names) for names in _NAMES)
_WORDS = re.compile(r"净|结余|专项债务")
"""Each of the definitions has one of these."""
_CLAUSE = re.compile(r"[，,。；;：:、(]")
_AT_HAND = re.compile(r"新增|增加|减少|处置|比|较")
"""Words for a part of what there is, or a change of it."""
_BESIDES = re.compile(r"调[入出整]|上缴|划转|转[入出]|核销")
"""What else moves a balance, so that the two parts do not make it."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per sentence that tells a total and both of its parts once."""
    for paragraph in reading.paragraphs:
        if _WORDS.search(paragraph.text) is None:
            continue
        sentences: dict[int, list[Token]] = {}
        for token in paragraph.tokens:
            if token.unit.kind == "yuan" and not token.depth and not token.approximate:
                sentences.setdefault(token.sentence, []).append(token)
        for tokens in sentences.values():
            if any(_BESIDES.search(token.lead) for token in tokens):
                continue
            for patterns in _PATTERNS:
                told = [[token for token in tokens if _is_called(token, name)] for name in patterns]
                if all(len(found) == 1 for found in told) and len({found[0].index for found in told}) == len(
                    told
                ):
                    (whole,), (first,), (second,) = told
                    if "债" in whole.lead and not _in_a_row(tokens, whole, first):
                        continue  # the parts may be those of the limit
                    parts = [(first, "part"), (second, "part")]
                    yield Proposal((relation("sum", "sum", whole, parts, "named", role="total"),))


def _in_a_row(tokens: list[Token], whole: Token, first: Token) -> bool:
    """Whether the first part is the next exact amount behind its total; 控制在限额…以内 is none."""
    return tokens.index(first) == tokens.index(whole) + 1


def _is_called(token: Token, name: re.Pattern[str]) -> bool:
    words = _CLAUSE.split(token.lead)[-1]
    return name.search(words) is not None and _AT_HAND.search(words) is None
