"""One indicator told at length: its full mark first, its deductions with their reasons, then its score.

指标明确性（3分）。未量化，扣1分；时效不一致，扣0.5分，得1.5分. 执行率（4分）。应得3.66分，另扣0.32分，
得3.34分. 2个项目佐证材料不完整，每个扣0.5分. Every point of the paragraph must have its place in this
order: whatever else is told leaves it to the other readers.
"""

import re
from dataclasses import dataclass, field

from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.loss_words import LOST, LOST_IN_ALL, NEXT_LOST
from jixiao.core.numbering import chinese_number

_HEAD = re.compile(
    r"^\s*[(（]?(?:[一二三四五六七八九十]+|\d{1,2})?[)）.、．]?\s?(?P<name>[^，,。;:()\d]{2,30})"
    r"(?:[\s(（，,:]|权重|满分|分值|标准分|配分|共|计|为|该项|本项)*$"
)
_EACH = re.compile(
    r"(?P<many>\d+|[一二两三四五六七八九十]+)(?P<of>[个项处件次名份条笔家户起])[^。;]{0,30}?每(?P=of)(?:各|均|均被)?(?:扣|失|减)(?:分|除|掉|了|减)*\s*$"
)
_RULE = re.compile(r"每|各(?:扣|失|减)")
_SCORE = re.compile(
    r"(?:自评得?分?|自查得?分?|评价得?分?|实际?得分?|最[终后]得?分?|(?<![应扣每])得分?|评分|计分?|评)(?:为|是|:)?\s*$"
)
_DUE = re.compile(r"(?:应得|计得|应计|可得)(?:分)?(?:为|是|:)?\s*$")
_OTHER = re.compile(r"加分|附加|奖励|扣完|酌情|不得分|折算|换算|不适用|[不未]涉及|得满分|加\s?\d")
_OPENS = re.compile(r"其中|原因|一是|主要|包括|分别|具体|[:(]")
"""扣2分：一是…扣1分，二是…扣1分: what a deduction is made of is not taken off again."""
_BOUND = re.compile(r"\s?[(（]?(?:含[)）]?)?(?:及?以[上下]|至|[-—~～]\d)")
_RANGE = re.compile(r"\d分?[(（]?(?:含)?[)）]?(?:至|[-—~～])$")
_TWO = 2
"""Full mark and score: with no more points, nothing was deducted; of more deductions, one may be a total."""


@dataclass(slots=True)
class Item:
    """An indicator and its points."""

    name: str
    full: Token
    score: Token
    due: Token | None = None
    """What it would have got before its deductions."""
    lost: list[tuple[Token, int]] = field(default_factory=list)
    """Each deduction, and how often it is taken (每个扣0.5分)."""

    @property
    def operands(self) -> list[tuple[Token, str, int]]:
        """What its score is made of."""
        begin = self.full if self.due is None else self.due
        return [
            (begin, "full", 1),
            *[(token, "deducted", -1) for token, times in self.lost for _ in range(times)],
        ]


def item_of(paragraph: Paragraph) -> Item | None:
    """The one indicator that a paragraph is about, if all its points are of it."""
    text = paragraph.text
    points = [token for token in paragraph.tokens if token.unit.kind == "score" and not _is_band(text, token)]
    if len(points) <= _TWO or _OTHER.search(paragraph.text):
        return None
    head = _HEAD.match(paragraph.text[: points[0].start])
    if head is None or points[0].number >= HUNDRED or any(token.approximate for token in points):
        return None
    scores: list[Token] = []
    lost: list[tuple[Token, int]] = []
    taken_last = False
    before: Token | None = None
    end = points[0].end
    for token in points[1:]:
        lead = paragraph.text[end : token.start]
        end = token.end
        if LOST.search(lead) or (taken_last and NEXT_LOST.match(lead)):
            times = _times(lead)
            if times is None:
                return None
            taken_last = True
            if LOST_IN_ALL.search(lead) is None or not lost:
                lost.append((token, times))
            continue
        taken_last = False
        if _DUE.search(lead) and not scores:
            before = token
        elif _SCORE.search(lead):
            scores.append(token)
        else:
            return None
    if len(scores) != 1 or not lost or scores[0].number > points[0].number:
        return None
    if before is not None and before.number > points[0].number:
        return None
    if len(lost) > _TWO and _OPENS.search(paragraph.text[lost[0][0].end : lost[1][0].start]):
        lost = lost[:1]
    return Item(head["name"].strip(), points[0], scores[0], before, lost)


def _is_band(text: str, token: Token) -> bool:
    """Whether points bound others: 90分以上的14个, 80至90分的4个."""
    return (
        _BOUND.match(text, token.end) is not None
        or _RANGE.search(text, token.start - 6, token.start) is not None
    )


def _times(lead: str) -> int | None:
    """How often a deduction is taken; None where the words tell a rule, or of how many they do not say."""
    found = _EACH.search(lead)
    if found is not None:
        many = found["many"]
        return int(many) if many.isdigit() else chinese_number(many.replace("两", "二"))
    clause = re.split(r"[，,。;]", lead)[-1]
    return None if _RULE.search(clause) else 1
