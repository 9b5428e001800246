"""Weights told in per cent, which make a hundred: 一级指标权重分别为决策15%、过程25%、产出35%、效益25%.

Only a list that is said to be that of all indicators of the upper level must make it.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.scoring import added
from jixiao.claims.scores.weights import EXECUTION, hundred
from jixiao.core.observation import Observation
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_FEWEST = 3
_WEIGHTS = re.compile(r"权重|分值占比|评分占比|计分占比|权数|赋权|指标[^。;]{0,16}(?:比重|占比|占)")
_OF_ALL = re.compile(
    r"一级指标|指标体系|各(?:项|类|级)?(?:评价|考核|绩效)?指标|(?:评价|考核|绩效)指标|[三四五六七八]个?(?:大类|部分|方面|维度|类|项|大)|"
    r"权重(?:设置|分配|设定|构成|结构|为|分别|依次|是|:|如下)"
)
_LOWER = re.compile(r"[二三四]级指标")
_SOME = re.compile(r"等(?![级次第于])|主要|其中|之一|超过|不[低高]于|以[上下]")
_JOINS = re.compile(
    r"^\s?\)?(?:权重)?[、，,;；和及与]?(?:以及|及)?[^，,。；;、%\d完达到率增降占]{0,12}(?:指标|类|部分|方面)*(?:的?权重)?(?:占比?|为|是|[:(])*\s?$"
)
_WHOLE = re.compile(
    r"^\s?\)?[^，,。；;\d]{0,8}[，,、；;]?\s?(?:权重)?(?:合计|共计|总计|小计|加总|总和)[为是:]?\s?$"
)
_SENTENCE = re.compile(r"[。]")
_REACH = 60
_NEAR = 20
"""Points that a list may miss a hundred by and still be meant for it, as in lists of points."""


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """The last weight of each such list, as what the others leave of a hundred."""
    for paragraph in reading.paragraphs:
        if "%" in paragraph.text and _WEIGHTS.search(paragraph.text):
            percents = [token for token in paragraph.tokens if token.unit.kind == "percent"]
            for run, total in _runs(paragraph, percents):
                yield from _claims(paragraph, run, total)


def _runs(paragraph: Paragraph, percents: list[Token]) -> Iterator[tuple[list[Token], Token | None]]:
    """Percentages one behind the other in a list, with the total that is told of them."""
    run: list[Token] = []
    for token in percents:
        between = paragraph.text[run[-1].end : token.start] if run else ""
        if run and len(run) >= _FEWEST and _WHOLE.match(between):
            yield run, token
            run = []
            continue
        if run and _JOINS.match(between) is None:
            if len(run) >= _FEWEST:
                yield run, None
            run = []
        run.append(token)
    if len(run) >= _FEWEST:
        yield run, None


def _claims(paragraph: Paragraph, run: list[Token], total: Token | None) -> Iterator[Proposal | Observation]:
    text, start, end = paragraph.text, run[0].start, run[-1].end
    opening = max((found.end() for found in _SENTENCE.finditer(text, 0, start)), default=0)
    lead, stretch = text[max(opening, start - _REACH) : start], text[start:end]
    words = lead + stretch
    if not _WEIGHTS.search(words) or any(token.approximate or token.comparator for token in run):
        return
    closed = total is not None and total.number == HUNDRED
    every = stretch.count("权重") >= len(run) - 1
    upper = _OF_ALL.search(lead) is not None or (every and all(one in words for one in ("产出", "效")))
    sure = upper and _LOWER.search(words) is None and _SOME.search(text[start : end + 2]) is None
    if added(run) == HUNDRED - EXECUTION and "执行" not in words:
        return  # those of the indicators, beside the points of the budget's execution
    if added(run) == HUNDRED or ((closed or sure) and _is_meant(run)):
        yield hundred(run, proven=True)


def _is_meant(run: list[Token]) -> bool:
    """Whether weights come near to a hundred, or one slip of one of them keeps them from it."""
    whole = added(run)
    return abs(whole - HUNDRED) <= _NEAR or any(
        one_slip_apart(token.build(), HUNDRED - (whole - token.number)) for token in run
    )
