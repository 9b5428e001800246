"""Differences between two percentages, told in percentage points."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.interval import EXACT

_FROM_TO = re.compile(r"(?:由|从)[^。；]*(?:提高|上升|增加|下降|降低|降|升|回落|减少)(?:到|至|为)")
_COMPARED = re.compile(r"(?:比(?![重例率])|较)[^，,。；]{0,14}(?:的|为|是|\()\s*$")
_GROWTH = re.compile(r"增[幅速]|增长(?:率|幅度)")
_COMPARED_NEXT = re.compile(r"^[\s，,]*(?:比(?![重例率])|较)[^，,。；]{0,14}(?:的|为|是|\()\s*$")
_BEFORE = re.compile(
    r"^[\s，,;；:(]*(?:上年度?|去年|上一年度?|年初)(?:同[期月])?(?:占比|比重)?(?:的|为|是|占)?\s*$"
)
_NOW = re.compile(r"^[\s，,;；:、(]*(?:本期|今年|本年度?|当年|目前)(?:占比|比重)?(?:的|为|是|占)?\s*$")
_SINCE = re.compile(
    r"^[\s，,]*(?:由|从)(?:上年度?|去年|上一年度?|年初)?(?:同[期月])?(?:占比|比重)?(?:的|为)?\s*$"
)
_TO = re.compile(r"^[\s，,]*(?:提高|提升|上升|增加|升|下降|降低|回落|下滑|降|变|调整)?(?:到|至|为|成)\s*$")
_OF_BEFORE = re.compile(
    r"^(?:[比较]|与)?(?:其中)?(?:(?:19|20)\d\d年度?|上年度?|去年|上一年度?|年初)?(?:同[期月])?"
    r"(?<=[年期月初度])(?:[\u4e00-\u9fff]{0,8}(?:占比|比重|比例))?(?:数|值)?(?:的|为|是|占|达|\()?\s*$"
)
_OF_NOW = re.compile(
    r"^(?:其中)?(?:本期|今年|本年度?|当年|目前)(?:[\u4e00-\u9fff]{0,8}(?:占比|比重|比例))?(?:数|值)?(?:的|为|是|占|达)?\s*$"
)
"""A clause that tells of which time a percentage is, and at most whose share it is."""
_THEN = re.compile(r"^[\s，,)]*(?:同比)?[\u4e00-\u9fff]{1,4}$")
"""占比63%，上年同期为70%，下滑7个百分点: nothing but a verb between what was before and the points."""
"""较上年的93.1%提高2.1个百分点: the figure right before the points is what the first is compared with."""
_SIDE = re.compile(r"^[\s，,]*(?:仍|还)?(?:超前|提前|领先|滞后|落后|偏快|偏慢|快|慢)了?\s*$")
_PAUSE = re.compile(r"[，,。；;]")
_PAIR = 2
_NEAREST = 6
_BLOCKS, _OPENING = 12, 24
"""Paragraphs before a rate, and the signs at their beginning, in which months are looked for."""
_CALENDAR = re.compile(r"(?:序时|时间|均衡|时序)进度|超序时|超进度")
_AHEAD = re.compile(r"超|快|慢|欠|落后|滞后|高于|低于|高出")
_CALENDAR_FIGURE = re.compile(rf"(?:{_CALENDAR.pattern})(?:要求)?(?:为|是|\(|的)*\s*$")
_OTHER_COMPARED = re.compile(r"同期|去年|上年|上月|全[国省市区县]|平均|同比|环比|预期|目标")
_BEHIND = re.compile(r"低于|慢于?|落后|滞后|欠")
_MONTH = re.compile(r"(?:(?:19|20)\d\d年)?(?:1\s?[-至到—~]+\s?)?(1[0-2]|[1-9])\s?(?:个月(?!前)|月)")
_WITHIN = re.compile(r"月\s?(?:[1-9]|1\d|2[0-4])日")
"""截至9月15日: a day within the month, whose part of the year is not months by twelve."""
_SET_AGAINST = re.compile(r"(?:与|同|和|较|比)\s?(?:序时|时间|均衡|时序)进度(?:要求)?(?:相比|比较?)?[，,]")
_VERB = re.compile(r"^[\s)，,]*(?:超前?|快|慢|欠|落后|滞后|高|低)了?\s*$")
_ONE_MONTH = re.compile(r"(?<![-至到—~\d个])(?:1[0-2]|[2-9])\s?月份?[，,当全]|[本当]月")
_SENTENCE = re.compile(r"[。；;]")
_QUOTED = re.compile(r"《[^《》]*》")
"""The title of another document: its months are not those of the figures told."""
_YEAR = 12
_QUARTERS = {"上半年": 6, "一季度": 3, "二季度": 6, "前三季度": 9, "三季度": 9}


def of_points(reading: Reading) -> Iterator[Proposal]:
    """Each figure in points against pairs of percentages of its sentence; asserted after from … to."""
    for paragraph in reading.paragraphs:
        for position, token in enumerate(paragraph.tokens):
            if token.number and (token.unit.kind == "point" or _is_meant(token)):
                yield from _of_token(reading, paragraph, position, token)


def _is_meant(token: Token) -> bool:
    """超序时进度2.87%: per cent where points are meant."""
    return (
        token.unit.kind == "percent"
        and _CALENDAR.search(token.lead) is not None
        and _AHEAD.search(token.lead) is not None
    )


def _of_token(reading: Reading, paragraph: Paragraph, position: int, token: Token) -> Iterator[Proposal]:
    calendar = _told_calendar(paragraph, position)
    if calendar is not None:
        yield from _against(paragraph, position, token, calendar)
        return
    if _CALENDAR.search(token.lead) or _is_measured_by_calendar(paragraph, token):
        last = _PAUSE.split(token.lead)[-1]
        if _OTHER_COMPARED.search(last) and not _CALENDAR.search(last):
            return  # 达到序时进度，快于同期2个百分点: ahead of last year
        yield from _progress(reading, paragraph, position, token)
        return
    if (rate := _set_against(paragraph, position)) is not None:
        yield from _of_rate(reading, paragraph, token, rate)
        return
    near = [
        t for t in paragraph.tokens[max(position - _NEAREST, 0) : position][::-1] if t.unit.kind == "percent"
    ]
    own = [t for t in near if t.sentence == token.sentence]
    if len(own) == 1 and len(near) > 1 and _is_bracketed(own[0], token) and near[1].role == "growth":
        own = near[:_PAIR]  # 增长21.87%。增幅比全省平均（15.97%）高5.9个百分点
    near = own
    readings = []
    for i, later in enumerate(near):
        for earlier in near[i + 1 :]:
            high, low = (later, earlier) if later.number >= earlier.number else (earlier, later)
            readings.append(
                relation(
                    "difference", "difference", token, [(high, "minuend"), (low, "subtrahend")], role="points"
                )
            )
    held = next((r for r in readings if decide(r).holds), None)
    if held is None and (told := _told_behind(paragraph, position, near)) is not None:
        yield Proposal((told,))
    elif held is not None:
        yield Proposal((held,))
    elif len(near) >= _PAIR and (_is_from_to(paragraph, near[1], token) or _is_compared(near, token)):
        yield Proposal((readings[0],))


def _told_behind(paragraph: Paragraph, position: int, near: list[Token]) -> Relation | None:
    """占比78.2%，较上年提高3.1个百分点（上年75.1%）: what it is compared with comes last."""
    token, behind = paragraph.tokens[position], paragraph.tokens[position + 1 : position + 3]
    behind = [t for t in behind if t.unit.kind == "percent" and t.sentence == token.sentence]
    if len(near) == 1 and behind and _BEFORE.match(behind[0].lead):
        pair = near[0], behind[0]
    elif not near and len(behind) == _PAIR and _are_both(*behind):
        pair = behind[0], behind[1]
    else:
        return None
    high, low = sorted(pair, key=lambda told: -told.number)
    operands = [(high, "minuend"), (low, "subtrahend")]
    return relation("difference", "difference", token, operands, role="points")


def _are_both(first: Token, second: Token) -> bool:
    """占比下滑5.4个百分点，本期为65%，去年同期为70.4%; 占比上升2个百分点，由去年的72%升到74%."""
    if _NOW.match(first.lead):
        return _BEFORE.match(second.lead) is not None or _OF_BEFORE.match(_last_clause(second)) is not None
    if _BEFORE.match(first.lead) or _OF_BEFORE.match(_last_clause(first)):
        return _NOW.match(second.lead) is not None
    return _SINCE.match(first.lead) is not None and _TO.match(second.lead) is not None


def _is_measured_by_calendar(paragraph: Paragraph, token: Token) -> bool:
    """以时序进度衡量，执行率72.36%，滞后2.64个百分点: its clause tells only on which side."""
    if not _SIDE.match(token.lead):
        return False
    return _CALENDAR.search(_SENTENCE.split(paragraph.text[: token.start])[-1]) is not None


def _is_from_to(paragraph: Paragraph, first: Token, token: Token) -> bool:
    return _FROM_TO.search(paragraph.text[max(first.start - 12, 0) : token.start]) is not None


def _is_compared(near: list[Token], token: Token) -> bool:
    """Whether nothing else is told than a percentage, what it is compared with, and the points."""
    if _COMPARED_NEXT.search(near[0].lead) and not _PAUSE.search(token.lead):
        return True  # right behind the percentage that it is compared with
    if len(near) != _PAIR:
        return False
    if _THEN.match(token.lead) and _are_of_two_times(near[1], near[0]):
        return True
    return bool(_COMPARED.search(near[0].lead)) and not _PAUSE.search(token.lead)


def _are_of_two_times(first: Token, second: Token) -> bool:
    """占比63%，上年同期为70%，…; 同期69.5%，本期79%，…; 占比75.0%，比同期68.5%高…: now and before."""
    if _BEFORE.match(second.lead) or _OF_BEFORE.match(_last_clause(second)):
        return True
    return (
        _OF_BEFORE.match(_last_clause(first)) is not None and _OF_NOW.match(_last_clause(second)) is not None
    )


def _last_clause(token: Token) -> str:
    return _PAUSE.split(token.lead)[-1].strip()


def _is_bracketed(compared: Token, token: Token) -> bool:
    """Whether growth stands in a bracket right before the points: 比全省平均增幅（15.97%）高."""
    lead = compared.lead.rstrip()
    meant = lead.endswith("(") and _COMPARED.search(lead) is not None and _GROWTH.search(lead) is not None
    return meant and _PAUSE.search(token.lead) is None


def _told_calendar(paragraph: Paragraph, position: int) -> Token | None:
    """The calendar's own percentage where it is printed: 时间进度（50%）."""
    before = paragraph.tokens[position - 1] if position else None
    if (
        before is None
        or before.unit.kind != "percent"
        or before.sentence != paragraph.tokens[position].sentence
    ):
        return None
    return before if _CALENDAR_FIGURE.search(before.lead) else None


def _against(paragraph: Paragraph, position: int, token: Token, calendar: Token) -> Iterator[Proposal]:
    """A rate against the calendar's percentage: 支出进度48%，比时间进度（50%）慢2个百分点."""
    rate = next(
        (
            t
            for t in paragraph.tokens[: position - 1][::-1]
            if t.unit.kind == "percent" and t.sentence == token.sentence and t.role == "rate"
        ),
        None,
    )
    if rate is not None:
        high, low = (rate, calendar) if rate.number >= calendar.number else (calendar, rate)
        operands = [(high, "minuend"), (low, "subtrahend")]
        yield Proposal((relation("difference", "difference", token, operands, role="points"),))


def _progress(reading: Reading, paragraph: Paragraph, position: int, token: Token) -> Iterator[Proposal]:
    """A rate against the calendar: after m months, m twelfths of the year's plan."""
    rate = next(
        (t for t in paragraph.tokens[:position][::-1] if t.unit.kind == "percent" and t.role == "rate"), None
    )
    if rate is not None and not _is_of_another(paragraph, rate, token):
        yield from _of_rate(reading, paragraph, token, rate)


def _set_against(paragraph: Paragraph, position: int) -> Token | None:
    """与时间进度相比，收入进度（45%）慢5个百分点: the rate that the calendar is named before."""
    token, rate = paragraph.tokens[position], paragraph.tokens[position - 1] if position else None
    if rate is None or rate.unit.kind != "percent" or rate.sentence != token.sentence:
        return None
    told = _SET_AGAINST.search(rate.lead) is not None and _VERB.match(token.lead) is not None
    return rate if told else None


def _of_rate(reading: Reading, paragraph: Paragraph, token: Token, rate: Token) -> Iterator[Proposal]:
    own, title = _months(_QUOTED.sub("", paragraph.text[: token.start])), _months(reading.title)
    before = _told_before(reading, paragraph)
    months = own or title or before
    sure = own is not None or (title is not None and before in (title, None))
    sure = sure and _WITHIN.search(paragraph.text, 0, token.start) is None
    if months is None:
        return
    behind = bool(_BEHIND.search(token.lead))
    made = relation(
        "difference",
        "progress",
        token,
        [(rate, "rate", -1 if behind else 1)],
        "bound" if sure else "inferred",
        role="points",
    )
    told = [months]
    if _ONE_MONTH.search(_SENTENCE.split(paragraph.text[: token.start])[-1]):
        told.append(1)  # 2月份完成预算的5.39%: of one month, unless it means the year to date
    shares = [EXACT.divide(Decimal(count), Decimal(_YEAR)) for count in told]
    yield Proposal(tuple(replace(made, constants=(share if not behind else -share,)) for share in shares))


def _is_of_another(paragraph: Paragraph, rate: Token, token: Token) -> bool:
    """Whether a later sentence tells an amount of its own before the points, and no rate of it."""
    return any(
        rate.end < amount.start < token.start and amount.sentence > rate.sentence and amount.role == "main"
        for amount in paragraph.tokens
    )


def _told_before(reading: Reading, paragraph: Paragraph) -> int | None:
    """The months of the last paragraph before that tells them with an amount: 1-5月，收入…."""
    own = paragraph.block.index
    above = (reading.paragraph_of(block) for block in range(own - 1, own - _BLOCKS - 1, -1))
    told = (_months(_QUOTED.sub("", p.text)[:_OPENING]) for p in above if p is not None and p.tokens)
    return next((months for months in told if months), None)


def _months(text: str) -> int | None:
    found = _MONTH.findall(text)
    if found:
        return int(found[-1])
    return next((months for words, months in _QUARTERS.items() if words in text), None)
