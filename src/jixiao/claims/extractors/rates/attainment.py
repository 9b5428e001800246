"""Rates of counts named after what was done: 发放问卷200份，收回195份，回收率97.5%; 整改率, 规范管理率.

The rate's name tells which count is meant: the one whose words hold it. The whole is a count of the same
unit that its item tells before; semicolons part items, so that a rate with a subject of its own behind one
(…合格率98%；职工知晓率95%) is of no count before it. Satisfaction is left to `surveys`.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, may_be_rate, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

KIND = "rate"
_NAME = re.compile(
    r"(?P<full>[\u4e00-\u9fff]{2,}?)(?:率|度|比例)(?:指标)?(?:也|均|仅|只|已|约)?(?:为|是|达到?|有|:|\s)*$"
)
_OTHER = re.compile(r"执行|支付|支出|增长|下降|覆盖|使用|控制|负债|到位|节约|及时|占")
"""Rates of amounts, or of something else than the count that bears the name."""
_SATISFACTION = re.compile(r"满意$")
_NOT = r"(?<!未)(?<!不)(?<!没有)(?<!部分)(?<!待)(?<!应)(?<!需)"
_LEFT = re.compile(r"超额|超出|超过|多完成|少完成|正在|尚未|其余|剩余|尚有|还有|余下|仍有|拟|待|^余")
"""Words of what is left to be done, or was done beyond the plan."""
_ALIKE = {
    "回收": ("收回", "返回"), "优秀": ("优",), "办结": ("结案",), "结案": ("办结", "结"),
    "整改": ("销号",), "销号": ("整改",), "接种": ("实种",), "建档": ("档案",),
}  # fmt: skip
_COMPARES = re.compile(r"[比较]|上年|去年|同期|目标|≥|不低于|要求|平均")
_PEOPLE = ("人", "名", "位")
_PAUSE = re.compile(r"[，,、;；:：。()（）]|\d")
_ITEM = re.compile(r"[。；;]")
_POPULATION = re.compile(r"人口|总人数|总户数|总数|应[种检治保参]")
_LONGEST, _FAR, _BEHIND = 24, 40, 8
_STEM, _LONG = 2, 4
_READINGS, _MOST_WHOLES = 3, 2
_TELLING = 3
"""Digits of a rate that two counts hardly make by accident."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each such rate whose counts stand in its item, or the whole in what goes before."""
    peopled: list[Token] = []
    for paragraph in reading.paragraphs:
        counts = [token for token in paragraph.tokens if token.unit.kind == "count" and not token.approximate]
        for token in paragraph.tokens:
            if token.unit.kind == "percent" and not token.approximate and counts:
                yield from _rate(paragraph, token, counts, peopled)
        peopled += [token for token in counts if _POPULATION.search(_before(paragraph.text, token))]


def _rate(paragraph: Paragraph, rate: Token, counts: list[Token], peopled: list[Token]) -> Iterator[Proposal]:
    text = paragraph.text
    clause = _PAUSE.split(text[max(0, rate.start - _LONGEST) : rate.start].rstrip(": "))[-1]
    name = _NAME.search(clause)
    if name is None or _COMPARES.search(clause) or _SATISFACTION.search(name["full"]):
        return
    start, stop = _item(text, rate)
    near = [token for token in counts if start <= token.start and token.end <= stop]
    done = None if _OTHER.search(name["full"][-_STEM:]) else _done(text, rate, near, name["full"])
    if done is not None:
        # 活产500人，访视490人，访视率98%；建册480人，建册率96%: what is told first serves all items.
        wholes = _wholes(near, done) or _wholes(_of_sentence(text, counts, start), done)
        values = {_amount(whole) for whole in wholes}
        if values:
            made = [_of(rate, done, whole) for whole in wholes[::-1][:_READINGS]]
            told = [one for one in paragraph.tokens if one.unit.kind == "percent" and one.end <= rate.start]
            if any(done.end <= one.start and _is_of_stem(text, one, name["full"]) for one in told):
                return  # 签约31万人，签约率60%，重点人群签约率82%: of no count that has its rate
            apart = any(wholes[-1].end <= one.start and one.end <= done.start for one in told)
            sure = len(values) <= _MOST_WHOLES and (not apart or any(_is_slip(one) for one in made))
            yield Proposal(tuple(made), asserted=sure)
            return
    yield from _searched(text, rate, counts, peopled, name["full"])


def _is_of_stem(text: str, rate: Token, full: str) -> bool:
    """Whether another rate bears the same name at its end."""
    clause = _PAUSE.split(text[max(0, rate.start - _LONGEST) : rate.start].rstrip(": "))[-1]
    name = _NAME.search(clause)
    return name is not None and name["full"][-_STEM:] == full[-_STEM:]


def _is_slip(made: Relation) -> bool:
    """Whether a rate is what its counts make, or one slip away from it."""
    decision, scale = decide(made), made.stated.unit.scale
    return decision.computed is not None and one_slip_apart(
        made.stated, round_half_up(decision.computed / scale, made.stated.decimals)
    )


def _item(text: str, rate: Token) -> tuple[int, int]:
    """Where the item of a rate begins and ends."""
    starts = [found.end() for found in _ITEM.finditer(text, 0, rate.start)]
    stop = _ITEM.search(text, rate.end)
    return starts[-1] if starts else 0, stop.start() if stop else len(text)


def _of_sentence(text: str, counts: list[Token], start: int) -> list[Token]:
    """The counts that the sentence tells before the item."""
    first = text.rfind("。", 0, start) + 1
    return [token for token in counts if first <= token.start and token.end <= start]


def _done(text: str, rate: Token, near: list[Token], full: str) -> Token | None:
    """The count that the name of the rate calls, the nearest before the rate; else the first behind it."""
    stems = dict.fromkeys([full, full[-_LONG:], full[-_STEM:], full[:_STEM]])
    for stem in stems:
        for word in (stem, *_ALIKE.get(stem, ())):
            called = [token for token in near if _is_done(text, token, word)]
            if called:
                before = [token for token in called if token.end <= rate.start]
                return before[-1] if before else called[0]
    return None


def _is_done(text: str, token: Token, stem: str) -> bool:
    """Whether the words around a count hold the name of the rate."""
    before = _before(text, token)
    after = _PAUSE.split(text[token.end : token.end + _BEHIND])[0]
    if _LEFT.search(before) or _LEFT.search(after):
        return False
    return re.search(rf"{_NOT}{stem}(?!率|度)", f"{before} {after}") is not None


def _before(text: str, token: Token) -> str:
    return _PAUSE.split(text[max(0, token.start - _LONGEST) : token.start])[-1]


def _wholes(near: list[Token], done: Token) -> list[Token]:
    """The counts told before what was done that it may be of, the farthest first."""
    return [
        token
        for token in near
        if token.start < done.start and _alike(token, done) and _amount(token) >= _amount(done)
    ]


def _alike(one: Token, other: Token) -> bool:
    words = {one.unit.word, other.unit.word}
    return len(words) == 1 or words <= {*_PEOPLE}


def _amount(token: Token) -> Decimal:
    return token.number * token.unit.scale


def _of(rate: Token, done: Token, whole: Token) -> Relation:
    return relation(KIND, "quotient", rate, [(done, "done"), (whole, "whole")], role="rate")


def _searched(
    text: str, rate: Token, counts: list[Token], peopled: list[Token], full: str
) -> Iterator[Proposal]:
    """The count right before the rate, of one whose words share its subject, or of a population.

    建立档案500份，建档率95%；有动态记录的档案310份，档案使用率62%. So a rate can only hold.
    """
    if printed_digits(rate.number) < _TELLING:
        return
    before = [token for token in counts if token.end <= rate.start and rate.start - token.end <= _FAR]
    if not before:
        return
    done = before[-1]
    named = [
        token
        for token in counts
        if token.start < done.start and _alike(token, done) and full[:_STEM] in _before(text, token)
    ]
    last = [token for token in before[-2:-1] if token.unit.kind == done.unit.kind]
    swapped = [token for token in (done,) if _POPULATION.search(_before(text, token))]
    tried = [(done, whole) for whole in (*named[::-1], *last, *peopled[::-1])]
    if swapped:  # 参保92万人，按常住人口96万人计，参保率95.8%
        tried += [(token, done) for token in counts if token.end <= done.start][:_READINGS]
    for top, whole in tried:
        if _amount(whole) and _amount(top) <= _amount(whole) and may_be_rate(rate, top, whole):
            yield Proposal((_of(rate, top, whole),), asserted=False)
            return
