"""Rates of one outturn against two budgets at once: 支出A，占年初预算B、调整预算C的比例分别为p%、q%."""

import re
from collections.abc import Iterator
from itertools import islice

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, rate_of
from jixiao.claims.reading.tokens import Token

KIND = "rate"
_OF_FIRST = re.compile(r"(?:占|完成|为|相当于)[^，,。；;\d]{0,10}(?:预算|计划)数?(?:的|为|[:：])?$")
_OF_SECOND = re.compile(r"^(?:元)?[、和与及][^，,。；;\d]{0,10}(?:预算|计划)数?(?:的|为|[:：])?$")
_EACH = re.compile(r"^的?(?:比例|比重|进度|执行率|完成率)?(?:分别|依次)(?:为|是|达到?)?$")
_AND = re.compile(r"^[、和与及，,]$")
_FIGURES = 5
"""The outturn, two budgets, two rates."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The two rates of each such clause."""
    for paragraph in reading.paragraphs:
        if "分别" in paragraph.text or "依次" in paragraph.text:
            yield from _of_paragraph(paragraph)


def _of_paragraph(paragraph: Paragraph) -> Iterator[Proposal]:
    tokens = paragraph.tokens
    for done, first, second, one, other in zip(
        *(islice(tokens, at, None) for at in range(_FIGURES)), strict=False
    ):
        if not (
            one.unit.kind == other.unit.kind == "percent" and _AND.match(_between(paragraph, one, other))
        ):
            continue
        if (
            _OF_FIRST.search(_between(paragraph, done, first))
            and _OF_SECOND.match(_between(paragraph, first, second))
            and _EACH.match(_between(paragraph, second, one))
            and done.role == "main"
            and done.sentence == other.sentence
            and done.unit.kind == first.unit.kind == second.unit.kind == "yuan"
        ):
            for rate, plan in ((one, first), (other, second)):
                if plan.number:
                    yield Proposal((rate_of(rate, done, plan, "named"),))


def _between(paragraph: Paragraph, before: Token, after: Token) -> str:
    return paragraph.text[before.end : after.start].strip()
