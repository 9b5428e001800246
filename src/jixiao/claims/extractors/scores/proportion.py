"""Points in proportion to a rate: 预算执行率8分，按93.97%计算得7.52分; 执行率97%，得3.88分; to two amounts.

Words that say so (按…计算, 按比例) bind the points to the rate; without them a thing may be scored by steps,
and such points contradict nothing. The points of a budget's execution are those of its budget and outturn,
wherever these are told.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, may_be_rate
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED, NUMBER, SCORE
from jixiao.claims.scores.items import item_of
from jixiao.claims.scores.marks import marks
from jixiao.claims.scores.scored import Scored, scored
from jixiao.core.claim import Operand, Relation
from jixiao.core.quantity import Quantity
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_STOP = re.compile(r"[。;]")
_BY = re.compile(
    r"(?P<by>按照?(?:实际)?(?:[\u4e00-\u9fff]{0,6}率)?[为的]?\s?)?[\d.]+\s?%(?P<then>[^，,。;\d]{0,6}[，,]?[^，,。;\d]{0,10})$"
)
_WORKED_OUT = re.compile(r"按(?:照)?(?:实际|相应|完成|执行)?比例|计算|折算|换算|[×*]")
_TIMES = r"\s?[×*xX]\s?"
_FACTORS = (
    rf"(?:(?P<full>\d+(?:\.\d+)?)\s?分?{_TIMES}(?P<rate>\d+(?:\.\d+)?)\s?%)",
    rf"(?:(?P<rate>\d+(?:\.\d+)?)\s?%{_TIMES}(?P<full>\d+(?:\.\d+)?)\s?分?)",
)
_PLAIN = r"(?<![\d.×*])"
_BEFORE = tuple(re.compile(rf"{_PLAIN}{one}\s?=\s?(?P<score>\d+(?:\.\d+)?)\s?分") for one in _FACTORS)
_BEHIND = tuple(re.compile(rf"(?P<score>\d+(?:\.\d+)?)\s?分\s?[(=]\s?{one}\s?[)，,。;]") for one in _FACTORS)
_TELLING = 3
"""Digits of a score that one slip may tell of."""
_EXECUTION = re.compile(r"(?:预算|资金|支出)?(?:执行|支付|支出)(?:率|情况|进度)?$")
_RATE = re.compile(r"(?:执行|支付|支出)(?:率|进度)|预算(?:数|总?额)?的\s?$")
_NEAR = Decimal("0.9")
"""Amounts within a tenth of the greatest are tellings of the whole budget."""
_MOST = 4
_BEFORE_RATE = 10
"""Amounts before a rate, of which one is its budget."""
_WIDEST = 5
"""Amounts of a row that tells a budget's execution."""
_LEAST_FULL, _MOST_FULL = 3, 30


def extract(reading: Reading) -> Iterator[Proposal]:
    """Points by the rate or the amounts of their own sentence, and those of the execution."""
    for paragraph in reading.paragraphs:
        if "×" in paragraph.text or "*" in paragraph.text:
            yield from _spelled(paragraph)
        for one in scored(paragraph) if len(paragraph.points) > 1 else ():
            yield from _of_one(paragraph, one)
    yield from _of_execution(reading)


def _of_one(paragraph: Paragraph, one: Scored) -> Iterator[Proposal]:
    full, score = one.get("full"), one.get("score")
    if full is None or score is None or full.start > score.start or full.number >= HUNDRED:
        return
    words = paragraph.text[full.end : score.start]
    between = [token for token in paragraph.tokens if full.end <= token.start < score.start]
    if _STOP.search(words) or not between or any(token.approximate for token in between):
        return
    last = between[-1]
    if last.unit.kind == "percent" and 0 < last.number <= HUNDRED:
        behind = paragraph.text[max(full.end, last.start - 12) : score.start]
        found = _BY.search(behind)
        sure = found is not None and bool(found["by"]) and "率" not in found["then"]
        sure = found is not None and (sure or _WORKED_OUT.search(found["then"]) is not None)
        sure = sure or _slipped(score, full.number * last.number / HUNDRED)
        targets = [token for token in between[:-1] if token.unit.kind == "percent" and token.number]
        if targets:  # 目标值95%，实际90.25%，按比例得9.5分
            yield Proposal((_by_amounts(full, last, targets[-1], score),), asserted=False)
            sure = False
        yield Proposal((_by_rate(full, last, score),), asserted=sure and "deducted" not in one.figures)
    amounts = [token for token in between if token.unit.kind != "percent"]
    if len(amounts) == 2 and amounts[0].unit.kind == amounts[1].unit.kind != "score":
        actual, target = sorted(amounts, key=lambda token: token.number * token.unit.scale)
        yield Proposal((_by_amounts(full, actual, target, score),), asserted=False)


def _slipped(score: Token, points: Decimal) -> bool:
    """Whether a digit of some that a score has is wrong: of ten, 执行率88.6%，得8.68分 for 8.86."""
    rounded = round(points, score.decimals)
    digits = len(score.number.as_tuple().digits)
    return score.decimals > 0 and digits >= _TELLING and one_slip_apart(score.build(), rounded)


def _spelled(paragraph: Paragraph) -> Iterator[Proposal]:
    """Points with the product that makes them: 10×94.8%=9.48分, 得7.6分(75.9%×10)."""
    tokens = {token.start: token for token in paragraph.tokens}
    for found in (one for told in (*_BEFORE, *_BEHIND) for one in told.finditer(paragraph.text)):
        score, rate = tokens.get(found.start("score")), tokens.get(found.start("rate"))
        full = tokens.get(found.start("full"))
        if score is None or rate is None or score.approximate or _is_added(paragraph.text, found.start()):
            continue
        if full is not None:
            yield Proposal((_by_rate(full, rate, score),))
        else:
            made = Relation(KIND, "product", _rounded(score), (Operand(rate.build(), "rate"),), role="score")
            yield Proposal((replace(made, constants=(Decimal(found["full"]),)),))


def _is_added(text: str, start: int) -> bool:
    """95×30%+专家评分90×70%=91.5: the last product of several that are added up."""
    words = text[max(text.rfind(stop, 0, start) for stop in "，,。;；:=") + 1 : start]
    return "+" in words


def _of_execution(reading: Reading) -> Iterator[Proposal]:
    """The points of the budget's execution by the amounts of the whole budget."""
    told = [pair for name, pair in marks(reading).items() if _EXECUTION.search(name)]
    told += [
        (item.full, item.score if item.due is None else item.due)
        for paragraph in reading.paragraphs
        if len(paragraph.points) > 2 and (item := item_of(paragraph)) and _EXECUTION.search(item.name)
    ]
    told = [pair for pair in told if _LEAST_FULL <= pair[0].number <= _MOST_FULL]
    pairs = _wholes(reading) if told else []
    for full, score in told:
        for outturn, budget, rate in pairs:
            yield Proposal((_by_amounts(full, outturn, budget, score),), asserted=False)
            yield Proposal((_by_rate(full, rate, score),), asserted=False)


def _wholes(reading: Reading) -> list[tuple[Token, Token, Token]]:
    """Outturn, budget and rate of the whole, as often as they are told together."""
    pairs: dict[tuple[Decimal, Decimal], tuple[Token, Token, Token]] = {}
    for outturn, budget, rate in (*_in_texts(reading), *_in_tables(reading)):
        if may_be_rate(rate, outturn, budget):
            pairs.setdefault((_worth(outturn), _worth(budget)), (outturn, budget, rate))
    greatest = max((budget for _, budget in pairs), default=Decimal(0))
    whole = [pair for (_, budget), pair in pairs.items() if budget >= greatest * _NEAR]
    return whole[:_MOST]


def _in_texts(reading: Reading) -> Iterator[tuple[Token, Token, Token]]:
    """The amount before each rate of execution, with the amounts told before that."""
    amounts: deque[Token] = deque(maxlen=_BEFORE_RATE)
    for paragraph in reading.paragraphs:
        for token in paragraph.tokens:
            if token.unit.kind == "yuan" and token.number:
                amounts.append(token)
            elif token.unit.kind == "percent" and len(amounts) > 1 and _RATE.search(token.lead[-12:]):
                for other in [*amounts][:-1]:
                    outturn, budget = sorted((amounts[-1], other), key=_worth)
                    yield outturn, budget, token


def _in_tables(reading: Reading) -> Iterator[tuple[Token, Token, Token]]:
    """The amounts of each row that has one rate, two by two."""
    for table in reading.tables:
        for row in table.rows:
            rates = [token for token in row.tokens.values() if token.unit.kind == "percent"]
            amounts = [token for token in row.tokens.values() if token.unit.kind == "yuan" and token.number]
            if len(rates) == 1 and len(amounts) <= _WIDEST:
                for one, other in combinations(amounts, 2):
                    outturn, budget = sorted((one, other), key=_worth)
                    yield outturn, budget, rates[0]


def _worth(token: Token) -> Decimal:
    return token.number * token.unit.scale


def _by_rate(full: Token, rate: Token, score: Token) -> Relation:
    operands = (Operand(quantity(full, SCORE), "full"), Operand(rate.build(), "rate"))
    return Relation(
        kind=KIND, formula="product", stated=_rounded(score), operands=operands, binding="bound", role="score"
    )


def _by_amounts(full: Token, actual: Token, target: Token, score: Token) -> Relation:
    operands = (
        Operand(quantity(full, SCORE), "full"),
        Operand(actual.build(), "actual"),
        Operand(target.build(), "target"),
    )
    return Relation(kind=KIND, formula="points_more", stated=_rounded(score), operands=operands, role="score")


def _rounded(score: Token) -> Quantity:
    """Points of a rate are rounded, points that are given are not."""
    made = score.build()
    return replace(made, unit=NUMBER) if made.unit.kind == "score" else made
