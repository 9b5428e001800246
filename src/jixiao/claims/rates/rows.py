"""Items whose figures have no words: 1.会议费 50万元 48万元 96%.

Plan, outturn and rate follow each other with nothing but signs between. One such row may mean anything; where
several of them hold, the others are meant alike.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, rate_of
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide

_SIGNS = re.compile(r"[\s，,、/|:：；;()（）]*")
_SEVERAL = 2


def of_rows(reading: Reading) -> Iterator[Proposal]:
    """The rate of each such row, in paragraphs that hold no more than one."""
    found: list[Proposal] = []
    for paragraph in reading.paragraphs:
        rows = [*_rows(paragraph.text, paragraph.tokens)]
        if len(rows) == 1:
            plan, done, rate = rows[0]
            found.append(Proposal((rate_of(rate, done, plan),)))
    held = sum(decide(made.readings[0]).holds for made in found)
    meant = held >= _SEVERAL and held * 2 > len(found)
    yield from found if meant else (replace(made, asserted=False) for made in found)


def _rows(text: str, tokens: list[Token]) -> Iterator[tuple[Token, Token, Token]]:
    """Two amounts of one unit and a percentage right behind them."""
    for plan, done, rate in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (
            rate.unit.kind == "percent"
            and plan.unit.kind == "yuan"
            and plan.unit is done.unit
            and plan.number
            and rate.cell is None
            and _SIGNS.fullmatch(text, plan.end, done.start)
            and _SIGNS.fullmatch(text, done.end, rate.start)
        ):
            yield plan, done, rate
