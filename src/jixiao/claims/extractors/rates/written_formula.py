"""Rates with their sum written out: (1080.40÷1350.50)×100%=80.00%, or 80.00%（1080.40/1350.50×100%）.

Or in words: 执行率80.00%，即执行数1080.40万元除以预算数1350.50万元.
Without ×100% and the sign of equality a bar only sets two amounts side by side, so either may be the whole.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

KIND = "rate"
_SIGNS = ("/", "÷", "除以")
_FIGURE = r"\d[\d,]*(?:\.\d+)?"
_UNIT = "[\u4e00-\u9fff]{0,3}"
_NAME = "[\u4e00-\u9fff]{0,8}"
_QUOTIENT = (
    rf"(?P<top>{_FIGURE})\s?{_UNIT}\s?(?P<sign>[/÷]|除以)\s?{_NAME}(?P<bottom>{_FIGURE})\s?{_UNIT}\s?[)\]]?"
    r"(?P<times>\s?[×*xX]\s?100\s?%?)?"
)
_RESULT_LAST = re.compile(rf"{_QUOTIENT}\s?[)\]]?\s?=\s?(?P<rate>{_FIGURE})\s?%")
_RESULT_FIRST = re.compile(
    rf"(?<![\d.×*xX])(?<![×*xX]\s)(?P<rate>{_FIGURE})\s?%\s?(?:[(\[]|[，,]?\s?即|[，,]?\s?=)\s?{_NAME}{_QUOTIENT}"
)


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per such formula; where it is one for certain, its own figures admit no other reading."""
    for paragraph in reading.paragraphs:
        text = paragraph.text
        if "%" not in text or not any(sign in text for sign in _SIGNS):
            continue
        tokens = {token.start: token for token in paragraph.tokens}
        for pattern in (_RESULT_LAST, _RESULT_FIRST):
            for found in pattern.finditer(text):
                top, bottom, rate = (tokens.get(found.start(name)) for name in ("top", "bottom", "rate"))
                if top is None or bottom is None or rate is None or top.unit.kind != bottom.unit.kind:
                    continue
                if found["times"] or found["sign"] != "/" or pattern is _RESULT_LAST:
                    yield Proposal((_rate(rate, top, bottom),))
                elif bottom.number:
                    yield Proposal((_either(rate, top, bottom), _either(rate, bottom, top)))


def _rate(rate: Token, top: Token, bottom: Token) -> Relation:
    return relation("rate", "quotient", rate, [(top, "outturn"), (bottom, "plan")], "named", role="rate")


def _either(rate: Token, top: Token, bottom: Token) -> Relation:
    return relation("rate", "quotient", rate, [(top, "outturn"), (bottom, "plan")], role="rate")
