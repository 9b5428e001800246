"""The public welfare fund of lotteries as a rate of what was sold, which a paragraph before tells.

筹集公益金A，为彩票销售额的p%; 与销售额之比p%; 按销售总额p%的比例，筹集公益金A; 公益金相当于全部销量的p%，计A.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_LEVY, _OF_SALES = re.compile(r"公益金"), re.compile(r"销售?[总额量]")
_SOLD = re.compile(r"销售|销量|售出")
_RATE = re.compile(
    r"(?:(?:占|为|是|即|按|与|同|相当于)[^，,。；;]*|(?:^|[，,。；;\s])彩票)销售?[^，,。；;]{0,4}?(?:之比|的?比[例重率值])?的?(?:为|是|达)*$"
    r"|(?:^|[，,。；;\s])(?:公益金)?(?:计?提取?|筹集)的?(?:比例|率)(?:为|是|达)*\s*$"
)
"""按彩票销售额的, 与销售额之比为; and 提取比例, of the sales that the sentence names."""
_REACH, _LONGEST = 40, 40


@once
def levied_rates(reading: Reading) -> dict[int, Relation]:
    """The rates whose amount of the fund and of the sales are known, by the index of the rate."""
    found: dict[int, Relation] = {}
    for paragraph in reading.paragraphs:
        if _LEVY.search(paragraph.text) and _OF_SALES.search(paragraph.text):
            for rate, levy in _told(paragraph):
                made = _of(rate, levy, reading.statements)
                if made is not None:
                    found[rate.index] = made
    return found


def _told(paragraph: Paragraph) -> Iterator[tuple[Token, Token]]:
    """The rate and the amount of each sentence that tells one of each."""
    sentences: dict[int, list[Token]] = {}
    for token in paragraph.tokens:
        sentences.setdefault(token.sentence, []).append(token)
    for tokens in sentences.values():
        rates = [t for t in tokens if t.unit.kind == "percent" and _RATE.search(t.lead[-_LONGEST:])]
        amounts = [t for t in tokens if t.unit.kind == "yuan"]
        if len(rates) == len(amounts) == 1 and any(_LEVY.search(token.lead) for token in tokens):
            yield rates[0], amounts[0]


def _of(rate: Token, levy: Token, statements: Sequence[Statement]) -> Relation | None:
    """Of the sales that a paragraph before tells; where it tells several, only of those that agree."""
    before = [s for s in statements if s.block < levy.block.index][-_REACH:]
    readings = [rate_of(rate, levy, token) for token in _sold(before)]
    held = next((made for made in readings if decide(made).holds), None)
    return readings[0] if held is None and len(readings) == 1 else held


def _sold(statements: Sequence[Statement]) -> Iterator[Token]:
    """Amounts sold, the later one where two years' are told in a row: 2021年销售额A，2022年B."""
    for one, following in pairwise([*statements, None]):
        if one is None or one.main is None or not _SOLD.search(one.label + one.lead):
            continue
        later = following if following is not None and _is_later(one, following) else one
        if later.main is not None and later.main.number and later.main.unit.kind == "yuan":
            yield later.main


def _is_later(one: Statement, following: Statement) -> bool:
    """Whether a statement goes on with the same thing in a later year."""
    years = one.period is not None and following.period is not None and one.period < following.period
    return years and one.sentence == following.sentence and not following.label
