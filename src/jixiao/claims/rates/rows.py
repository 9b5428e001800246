"""Items whose figures have no words: 1.会议费 50万元 48万元 96%, and the money of a form copied as one line.

Plan, outturn and rate follow each other with nothing but signs between. One such row may mean anything; where
several of them hold, the others are meant alike. Under the header of a form (全年预算数 全年执行数 执行率)
they are what it names.
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
_HEADER = re.compile(r"预\s?算\s?数.{0,24}执\s?行\s?数(?P<between>[^\d%]{0,24}?)执\s?行\s?率", re.DOTALL)
_MARK = re.compile(r"分\s?值")
"""What the money of a form is headed with; its full mark may stand before the rate."""
_DASHES = re.compile(r"[\s|:：/—－-]*")
_MARKED = re.compile(r"[\s|:：/—－-]*(?:\d{1,2}(?:\.\d+)?[\s|]+)?")
_MOST_MARK = 60
_CLOSE = 8
"""The part of an outturn by which a rate may miss it: one further off is of a row that lost a cell."""


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


def of_forms(reading: Reading) -> Iterator[Proposal]:
    """The rates of such a form."""
    for paragraph in reading.paragraphs:
        header = _HEADER.search(paragraph.text) if "%" in paragraph.text else None
        if header is None:
            continue
        tokens = [*paragraph.tokens, *paragraph.bare]
        tokens = sorted((t for t in tokens if t.start >= header.end()), key=lambda token: token.start)
        marked = _MARK.search(header["between"]) is not None
        for plan, done, rate in _under_header(paragraph.text, tokens, marked=marked):
            gap = abs(done.number - plan.number * rate.number * rate.unit.scale)
            yield Proposal((rate_of(rate, done, plan),), asserted=gap * _CLOSE <= done.number)


def _under_header(text: str, tokens: list[Token], *, marked: bool) -> Iterator[tuple[Token, Token, Token]]:
    """Plan, outturn and rate, between the latter two the full mark where the header has it there."""
    for at, rate in enumerate(tokens):
        row = tokens[max(at - 3, 0) : at]
        if marked and len(row) == 3 and not row[2].decimals and row[2].number <= _MOST_MARK:
            row = row[:2]
        plan, done = row[-2:] if len(row) > 1 else (rate, rate)
        if rate.unit.kind != "percent" or "percent" in (plan.unit.kind, done.unit.kind):
            continue
        between = _MARKED if marked else _DASHES
        together = _DASHES.fullmatch(text, plan.end, done.start) and between.fullmatch(
            text, done.end, rate.start
        )
        if together and plan.number and done.number and plan.decimals + done.decimals:
            yield plan, done, rate


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
