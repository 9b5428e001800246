"""One amount of several levels of government: 中央、省、市县资金2.19亿元全部到位, told one by one above.

The words join the levels and nothing else; the sentence above tells each once behind the total of all. Where
that total is what they make, the amount must be it, too.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.some import called, name_before
from jixiao.core.claim import decide

_LEVEL = r"(?:中央|地方|省|自治区|市县|县区|市|州|县|区)级?"
_JOINED = re.compile(
    rf"(?:^|[，,。；;：:(\s])(?P<names>{_LEVEL}(?:、{_LEVEL})*(?:[、和及与]{_LEVEL}))(?:财政)?(?:补助|配套|专项|预算)?资金(?:共计?|合计|总额)?(?:为|:)?\s*$"
)
_JOINS = re.compile(r"[、和及与]")
_SPENT = re.compile(r"支出|执行|支付|使用|结余|结转")
_FEWEST = 2
"""Levels that are a total of themselves."""


def of_joined_levels(reading: Reading) -> Iterator[Proposal]:
    """A sum for each such amount, of the nearest list above."""
    for position, paragraph in enumerate(reading.paragraphs):
        for token in paragraph.tokens:
            if token.unit.kind != "yuan" or token.approximate:
                continue
            found = _JOINED.search(token.lead)
            behind = paragraph.text[token.end : token.end + 6]
            if found is None or _SPENT.search(token.lead) or _SPENT.search(behind):
                continue
            names = [name.removesuffix("级") for name in _JOINS.split(found["names"])]
            yield from _of_list(reading, position, token, names)


def _of_list(reading: Reading, position: int, total: Token, names: Sequence[str]) -> Iterator[Proposal]:
    for paragraph in reading.paragraphs[:position][::-1]:
        money = [token for token in paragraph.tokens if token.unit.kind == "yuan"]
        for _, sentence in groupby(money, key=lambda token: token.sentence):
            own = [token for token in sentence if not token.approximate]
            if len(own) <= _FEWEST or any(_SPENT.search(token.lead) for token in own):
                continue
            parts = called(names, [(_name(token), token) for token in own])
            before = [token for token in own if parts and token.start < parts[0].start]
            if parts is None or not before or len(own) != len(parts) + 1:
                continue
            terms = [(part, "part") for part in parts]
            if decide(relation("sum", "sum", before[-1], terms)).holds:
                yield Proposal((relation("sum", "sum", total, terms, role="total"),))
                return


def _name(token: Token) -> str:
    return re.sub(r"^(?:其中|包括|[和及与])+", "", re.split(r"、", name_before(token))[-1])
