"""Deductions of a paragraph: 扣3.5分，其中A扣1.5分、B扣2分, and what a hundred less the deduction leaves."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.band_texts import without_bands
from jixiao.claims.scores.loss_words import LOST, LOST_IN_ALL, NEXT_LOST
from jixiao.claims.scores.scored import Scored, scored
from jixiao.claims.scores.scoring import added
from jixiao.core.claim import Relation
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_LEAST = Decimal(60)
"""The least score of a whole; less may be that of one of its parts."""
_OTHER = re.compile(
    r"折|换算|不适用|[不未]涉及|附加|奖励|权重|满分|标准分|[本该此](?:项(?!目)|部分|指标|类)|(?<!实)应得"
)
"""Words of a paragraph in which a hundred may not be the full mark, or the deduction not that of all."""
_OPENS = re.compile(r"其中|:|分别")
_SOME = re.compile(r"等(?![级次第于])|主要|(?<![一二三四五六七八九十两个大各些])部分|如(?!下)")
_BONUS = re.compile(r"加\s?\d|加分|附加分|奖励")
_FEWEST = 2
"""Deductions that one told of all is made of."""
_SUMMED_BARE = re.compile(r"^[，,]?\s?(?:小计|合计|总计|共计?|累计|一共)[为是:]?\s?$")
_GOT = re.compile(r"(?:得|得分|评分|自评|总分|评为|评定)(?:为|是|:)?\s*$")
_RULES = re.compile(r"每[^，,。;]{0,12}扣|扣完|各扣|酌情")
_TAKES = re.compile(r"扣|失分|减分|丢分")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Deductions to the one that is told of all, and the score that it leaves."""
    for paragraph in reading.paragraphs:
        if len(paragraph.points) > 1 and _TAKES.search(paragraph.text):
            found = scored(paragraph)
            yield from _of(paragraph, found)
            yield from _listed(paragraph)
            for one in found:
                yield from _of_one(paragraph.text, found, one)


def _of(paragraph: Paragraph, found: list[Scored]) -> Iterator[Proposal]:
    for position, head in enumerate(found):
        lost = head.get("deducted")
        if not head.is_total or lost is None or not lost.number:
            continue
        after = _lost(found[position + 1 :])
        before = _lost(found[:position][::-1])[::-1]
        if len(after) >= _FEWEST:
            opening = paragraph.text[lost.end : after[0].start]
            stretch = paragraph.text[lost.end : after[-1].end]
            named = _OPENS.search(opening) is not None and _SOME.search(stretch) is None
            near = abs(added(after) - lost.number) * 2 <= lost.number
            yield _sum(lost, after, asserted=named and near)
        if len(before) >= _FEWEST:
            yield _sum(lost, before, asserted=False)
        behind = next((one for one in found[position:] if one.is_total and one.get("score")), None)
        if behind is not None and behind is not head and behind.get("deducted") is not None:
            continue  # 上述指标共扣3分，连同其他，总扣分5分，得95分
        if behind is not None and (score := behind.get("score")) is not None:
            yield from _left(paragraph.text, head, lost, score)


def _lost(found: list[Scored]) -> list[Token]:
    """The deductions of the things in a row that are no totals."""
    run = takewhile(lambda one: not one.is_total, found)
    return [token for one in run if (token := one.get("deducted")) is not None]


def _sum(lost: Token, parts: list[Token], *, asserted: bool) -> Proposal:
    made = relation(KIND, "sum", lost, [(part, "deducted") for part in parts], role="total")
    return Proposal((made,), asserted=asserted)


def _left(text: str, head: Scored, lost: Token, score: Token) -> Iterator[Proposal]:
    """The full mark, a hundred where it is not told, less the deduction."""
    full = head.get("full")
    if full is not None:
        if head.get("score") is not score:  # of one thing's own figures another extractor tells
            operands = [(full, "full", 1), (lost, "deducted", -1)]
            made = relation(KIND, "sum", score, operands, role="total")
            yield Proposal((made,), asserted=_BONUS.search(text) is None)
    else:
        yield Proposal((_from_hundred(score, lost),), asserted=_is_left(text, lost, score))


def _of_one(text: str, found: list[Scored], one: Scored) -> Iterator[Proposal]:
    """共扣7.5分，自评得分92.5分: the deduction and the score of the whole, no full mark told."""
    lost, score = one.get("deducted"), one.get("score")
    if one.is_total and set(one.figures) == {"deducted", "score"} and lost is not None and score is not None:
        others = any(other is not one and other.is_total for other in found)
        made = _from_hundred(score, lost)
        yield Proposal((made,), asserted=not others and _is_left(text, lost, score))


def _listed(paragraph: Paragraph) -> Iterator[Proposal]:
    """The one score of a paragraph, a hundred less the deductions listed there: 扣分：A扣2分，B扣3分."""
    text = paragraph.text
    points = [token for token in paragraph.tokens if token.unit.kind == "score"]
    if len(points) <= _FEWEST or _BONUS.search(text) or _RULES.search(text):
        return
    told = _sorted(text, points)
    lost, sums, scores = told if told is not None else ([], [], [])
    if len(lost) < _FEWEST or any(token.approximate for token in points):
        return
    if len(sums) == 1:
        some = _SOME.search(text[lost[0].start : sums[0].start]) is not None
        yield _sum(sums[0], lost, asserted=one_slip_apart(sums[0].build(), added(lost)) and not some)
    if _OTHER.search(text) is None and len(scores) == 1 and (not sums or sums[0].start > lost[-1].end):
        score = scores[0]
        operands = [(token, "deducted", -1) for token in lost]
        made = replace(relation(KIND, "sum", score, operands, role="total"), constants=(HUNDRED,))
        slip = one_slip_apart(score.build(), HUNDRED - added(lost))
        yield Proposal((made,), asserted=slip and _SOME.search(text) is None)
        if len(sums) == 1:
            yield Proposal((_from_hundred(score, sums[0]),), asserted=False)


def _sorted(text: str, points: list[Token]) -> tuple[list[Token], list[Token], list[Token]] | None:
    """Deductions, sums of them and scores of a whole; None where other points are told among them."""
    lost: list[Token] = []
    sums: list[Token] = []
    scores: list[Token] = []
    end, last = 0, scores
    plain = without_bands(text)
    for token in points:
        lead, end = text[end : token.start], token.end
        if LOST.search(lead) or (last is lost and NEXT_LOST.match(lead)):
            last = sums if LOST_IN_ALL.search(lead) else lost
        elif _SUMMED_BARE.match(lead) and last is lost:
            last = sums
        elif token.number >= _LEAST and _GOT.search(lead):
            last = scores
        elif plain[token.start].isspace():
            continue
        else:
            return None
        last.append(token)
    if len(lost) > _FEWEST and added(lost[1:]) == lost[0].number:
        lost = lost[1:]  # 扣8分，其中：A扣3分，B扣5分
    return lost, sums, scores


def _from_hundred(score: Token, lost: Token) -> Relation:
    made = relation(KIND, "sum", score, [(lost, "deducted", -1)], role="total")
    return replace(made, constants=(HUNDRED,))


def _is_left(text: str, lost: Token, score: Token) -> bool:
    """Whether the words leave no doubt that a hundred less the deduction is the score.

    They tell of no other full mark and of nothing added, and one slip at most keeps the two from a hundred.
    """
    first, last = sorted((lost, score), key=lambda token: token.start)
    between = text[first.end : last.start]
    if _OTHER.search(text) or _BONUS.search(text) or "。" in between:
        return False
    left = HUNDRED - lost.number
    return (
        left >= _LEAST
        and score.number >= _LEAST
        and (
            left == score.number
            or one_slip_apart(score.build(), left)
            or one_slip_apart(lost.build(), HUNDRED - score.number)
        )
    )
