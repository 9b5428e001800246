"""The things that a mean falls on: told beside it, named (按服务人口折算), or told of the body elsewhere."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping

from jixiao.claims.rates.mean_sides import Sides, distinct, is_about
from jixiao.claims.rates.per_unit import LEAD, Mean, mean_of
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tokens import Token

_NO_DIVISOR = {"change", "base"}
_BY = re.compile(
    r"(?:按|以|据)(?:照)?(?P<name>[\u4e00-\u9fff]{2,12}?)(?:人?数|总数)?(?:计算|折算|测算|平均|计|分摊|算)?[，,)]?\s*$"
)
_OF_STAFF = re.compile(r"在职|实有|在岗|教职工|职工总数|从业|现有")
_NOT_STAFF = re.compile(r"编制|核定|离退休|退休|其中")
_OF_PUPILS = re.compile(r"学生|在校生|生$")
_OF_CARS = re.compile(r"车")
_REACH_BACK = 12
_FEW, _SEVERAL = 3, 8


def find_bottoms(
    reading: Reading, paragraph: Paragraph, position: int, mean: Mean, means: Container[int], sides: Sides
) -> None:
    """What the mean at this position of a paragraph may fall on, best first."""
    token = paragraph.tokens[position]
    told = [
        t
        for t in paragraph.tokens
        if t is not token
        and t.index not in means
        and t.number
        and t.role not in _NO_DIVISOR
        and _counts(t, mean)
    ]
    if mean.thing != token.unit.word and any(t.unit.word == mean.thing for t in told):
        told = [t for t in told if t.unit.word != token.unit.word]  # 4家机构评价16个项目，平均每家4个
    own = [t for t in told if t.sentence == token.sentence]
    before = sorted(
        (t for t in own if t.start < token.start), key=lambda t: (_is_part(paragraph, t, token), -t.start)
    )
    behind = [t for t in own if t.start > token.end]
    bracketed = [t for t in behind if paragraph.text[token.end : t.start].lstrip()[:1] == "("]
    named = _named_divisor(reading, paragraph, token, mean)
    earlier = [t for t in told if t.start < token.start and t.sentence < token.sentence][::-1]
    earlier.sort(key=lambda t: (_is_part(paragraph, t, token), t.sentence != token.sentence - 1))
    sides.bottoms = [*named[:1], *before, *bracketed[:1], *([] if before else behind[:2]), *earlier[:_FEW]]
    whole = [t for t in before if not _is_part(paragraph, t, token)]
    sides.sure_bottom = bool(sides.bottoms) and (
        bool(named) or len(distinct(whole or before)) == 1 or (not before and len(bracketed) == 1)
    )
    if not sides.bottoms:
        sides.bottoms = [*_of_document(reading, paragraph, mean)][:_SEVERAL]
    if mean.topic:
        about = [t for t in sides.bottoms if is_about(t, mean.topic)]
        about = about or [t for t in _counted(reading, mean) if is_about(t, mean.topic)]
        sides.bottoms = [*about, *(t for t in sides.bottoms if t not in about)]
        sides.sure_bottom = len(distinct(about)) == 1


def _is_part(paragraph: Paragraph, token: Token, mean: Token) -> bool:
    """Whether a count is one of the parts of another: in a bracket behind it, or after 其中."""
    if token.depth > mean.depth:
        return True
    clause = re.split(r"[。；;]", paragraph.text[: token.start])[-1]
    return "其中" in clause


def _counts(token: Token, mean: Mean) -> bool:
    return token.unit.kind == "count" and mean.counts(token.unit.word, _around(token))


def _named_divisor(reading: Reading, paragraph: Paragraph, token: Token, mean: Mean) -> list[Token]:
    """按在职81人计算, 按服务人口折算: the count that the words name, if it has one figure only."""
    clause = mean.note.strip("()") if mean.note else _clause_before(paragraph.text[: token.start])
    beside = [
        t
        for t in paragraph.tokens
        if t.end <= token.start
        and paragraph.text[t.start : t.end] in clause
        and token.start - t.end < len(clause) + _REACH_BACK
        and _counts(t, mean)
    ]
    if beside and clause.startswith("按"):
        return beside[-1:]
    found = _BY.search(clause)
    if found is None:
        return []
    told = [t for t in _counted(reading, mean) if found["name"] in t.lead[-_REACH_BACK:]]
    return told[-1:] if len({t.value for t in told}) == 1 else []


def _clause_before(text: str) -> str:
    """The clause before the last one: 按服务人口折算，人均到位."""
    parts = re.split(r"[，,]", re.split(r"[。；;]", text)[-1])
    return parts[-2] if len(parts) > 1 else ""


def _of_document(reading: Reading, paragraph: Paragraph, mean: Mean) -> Iterator[Token]:
    """The staff, pupils or vehicles of the body; other things where few figures count them."""
    told = _counted(reading, mean)
    about = [t for t in told if len(mean.what) >= _FEW and _leads_to(t.lead, mean.what)]
    if about:
        told = about
    elif mean.thing == "人":
        told = [t for t in told if _OF_STAFF.search(t.lead) and not _NOT_STAFF.search(t.lead[-8:])]
    elif mean.thing == "生":
        told = [t for t in told if _OF_PUPILS.search(t.lead[-8:])]
    elif mean.thing == "车":
        told = [t for t in told if _OF_CARS.search(_around(t))]
    elif len({t.value for t in told}) > _SEVERAL:
        return
    own = paragraph.block.index
    yield from sorted(told, key=lambda t: (t.block.index > own, abs(own - t.block.index)))


def _leads_to(lead: str, what: str) -> bool:
    """Whether a count is led to by what a mean is told of: 小型水库116座, 每座小型水库日常支出."""
    return any(lead.endswith(what[:size]) for size in range(_FEW, min(len(what), _REACH_BACK) + 1))


def _counted(reading: Reading, mean: Mean) -> list[Token]:
    """All figures of the text that count the thing."""
    told = counts_told(reading)
    return [t for word in mean.words for t in told.get(word, ()) if _counts(t, mean)]


@once
def counts_told(reading: Reading) -> Mapping[str, list[Token]]:
    """Figures of the text that count things, by their unit; changes, earlier years and means left out."""
    found: dict[str, list[Token]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        for t in paragraph.tokens:
            counted = t.unit.kind == "count" and t.number > 1 and t.role not in _NO_DIVISOR
            if counted and mean_of(paragraph.text[max(t.start - LEAD, 0) : t.start]) is None:
                found[t.unit.word].append(t)
    return found


def _around(token: Token) -> str:
    return token.lead[-10:] + token.block.text[token.end : token.end + 6]
