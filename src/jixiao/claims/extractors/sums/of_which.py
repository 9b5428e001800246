"""A total and all amounts that 其中, 分别为 or 分配为 open behind it, whatever is told to be done with each.

收回资金T，其中省本级A，对市县B; 未执行资金T，其中结转A，收回总预算B; 直达资金T…。直达资金分配为：甲A，乙B.
The list ends with its sentence, or with a semicolon where the members stand between commas. Such a list may
leave others out, so that only what holds is told.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.core.digits import significant_digits

KIND = "sum"
_OPENS = re.compile(
    r"其中[:，,]?|分别[为是][:]?|(?:分配|构成|用途|去向|投向|分布)(?:情况)?(?:如下|[为是])?:|按[^，,。;:\d]{1,8}[分看][:，,]"
)
_OTHER = re.compile(
    r"[比较]|上年|去年|同期|占|均|每|率|目标|计划|(?<!总)预算(?!执行)|增|减|降|升|超|节约|差|标准|余额|约|以上|以下|达到|仅|最[高低大小多少]"
)
"""What an amount behind such words is, other than a member of the list."""
_KINDS = frozenset(("yuan", "count"))
_FEWEST, _MOST = 2, 12
_TELLING = 4
"""Digits of a total of the sentence before, from which on agreement is no chance."""
_BEFORE = 4
"""Amounts before 其中 among which its total stands."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """At most one proposal for each list that such words open."""
    for paragraph in reading.paragraphs:
        if len(paragraph.tokens) <= _FEWEST:
            continue
        for opening in _OPENS.finditer(paragraph.text):
            made = _of(paragraph, opening)
            if made is not None:
                yield made


def _of(paragraph: Paragraph, opening: re.Match[str]) -> Proposal | None:
    behind = [token for token in paragraph.tokens if token.start >= opening.end()]
    before = [token for token in paragraph.tokens if token.end <= opening.start()]
    if not behind or not before:
        return None
    for total in before[-_BEFORE:][::-1]:
        if total.unit.kind not in _KINDS or total.approximate or total.comparator or not total.number:
            continue
        own = total.sentence == behind[0].sentence
        if total.sentence < behind[0].sentence - 1 or (
            not own and significant_digits(total.number) < _TELLING
        ):
            break
        members = _members(paragraph.text, behind, total)
        if not _FEWEST <= len(members) <= _MOST:
            continue
        made = relation(KIND, "sum", total, [(part, "part") for part in members], role="total")
        if decide(made).holds:
            return Proposal((made,))
    return None


def _members(text: str, behind: Sequence[Token], total: Token) -> list[Token]:
    """The amounts of the total's unit to the end of the list; [] where any other stands among them."""
    end = text.find("。", behind[0].start)
    end = end if end >= 0 else len(text)
    stop = text.find(";", behind[0].start, end)
    own = [token for token in behind if token.start < end and _is_alike(token, total)]
    first = [token for token in own if stop < 0 or token.start < stop]
    if len(first) >= _FEWEST:
        own = first
    told = [token for token in own if token.depth == behind[0].depth]
    return [] if any(_is_other(token) for token in told) else told


def _is_alike(token: Token, total: Token) -> bool:
    same = token.unit.kind == total.unit.kind
    return same and (token.unit.kind == "yuan" or token.unit.word == total.unit.word)


def _is_other(token: Token) -> bool:
    clause = re.split(r"[，,。;:、]", token.lead)[-1]
    return token.approximate or bool(token.comparator) or _OTHER.search(clause) is not None
