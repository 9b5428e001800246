"""Records with a figure on each line: 预算 486.5 / 支出 471.2 / 执行率 96.9%, one below the other.

A line that is nothing but 执行率 and its figure is of the budget and the outturn on the lines above it.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, rate_of
from jixiao.claims.reading.tokens import Token

KIND = "rate"
_RATE = re.compile(r"\s*(?:预算|资金|支出|项目)?(?:执行|完成|支付|支出)(?:率|进度)\s?[:：]?\s*")
_PLAN = re.compile(r"\s*(?:年初|全年|调整后?|项目)?(?:预算|计划|安排)(?:数|金额|资金|额)?\s?[:：]?\s*")
_DONE = re.compile(r"\s*(?:实际|全年|项目|累计)?(?:支出|执行|完成|支付|使用)(?:数|金额|资金|额)?\s?[:：]?\s*")
_UNIT = re.compile(r"[(（]?(?:[万亿]?元)?[)）]?\s*[。；;，,]?\s*")
_ABOVE = 4


def extract(reading: Reading) -> Iterator[Proposal]:
    """The rate of each such record."""
    paragraphs = reading.paragraphs
    for at, paragraph in enumerate(paragraphs):
        rate = _alone(paragraph, _RATE)
        if rate is None or rate.unit.kind != "percent":
            continue
        above = paragraphs[max(at - _ABOVE, 0) : at][::-1]
        done = next((token for one in above if (token := _alone(one, _DONE)) is not None), None)
        plan = next((token for one in above if (token := _alone(one, _PLAN)) is not None), None)
        if done is not None and plan is not None and plan.number and done.unit.kind == plan.unit.kind:
            yield Proposal((rate_of(rate, done, plan),))


def _alone(paragraph: Paragraph, name: re.Pattern[str]) -> Token | None:
    """The figure of a line that holds it and such a name only."""
    if len(paragraph.tokens) != 1:
        return None
    token, text = paragraph.tokens[0], paragraph.text
    told = name.fullmatch(text[: token.start]) and _UNIT.fullmatch(text[token.end :])
    return token if told and not token.approximate else None
