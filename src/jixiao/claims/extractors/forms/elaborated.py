"""An indicator's line and the paragraph below it: 实际完成值：通报7期 … 全年下发通报7期.

Figures that agree and stand beside the same words are one fact told twice. The rate that the indicator is
named after must agree with its achieved value: 公用经费控制率…实际完成值77.7% and 公用经费控制率77.9%.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "restated"
_LINE = re.compile(r"(?:实际)?完成值|业绩值")
_ASKED = re.compile(r"(?:指标值|目标值|完成值|业绩值)")
_NAME = re.compile(r"^[\s\d一二三四五六七八九十.、()]*(?P<name>[\u4e00-\u9fff“”]{3,24}?)[，,:]")
_MARK = re.compile(r"[一二三四五六七八九十\d]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)")
_WORDS = re.compile(r"[\u4e00-\u9fff]+$")
_FOLLOWING = re.compile(r"^[\u4e00-\u9fff]{2}")
_LINK = re.compile(r"(?:达到?了?|为|是|共计?|约)$")
_OTHER = re.compile(r"目标|计划|不[低高超]|上年|去年|以[内上下]|同比|提[高升]|增长|下降|减少|增加")
_WHOLE = re.compile(r"(?:本?年度?|全年|总体|综合|整体|平均|最终|实际|该项|的)*")
"""Words before a rate's name that make it no other rate."""
_SOME = re.compile(r"其中|月|季度?|批|第|[上下]半年|首|新增|另|各|每|均")
"""Words for a part of what was done."""
_SHARED, _SAME = 3, 4
_FAR = 2
"""Paragraphs below an indicator's line that may tell what was done for it."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Figures of each indicator's line against those of the paragraphs right below it."""
    paragraphs = reading.paragraphs
    for position, line in enumerate(paragraphs):
        if _LINE.search(line.text) is None or not line.tokens:
            continue
        for below in paragraphs[position + 1 : position + 1 + _FAR]:
            if _LINE.search(below.text) or _MARK.match(below.text.strip()):
                break
            yield from _retold(line, below)


def _retold(line: Paragraph, below: Paragraph) -> Iterator[Proposal]:
    name = _NAME.match(line.text)
    called = name["name"] if name is not None else ""
    own = [token for token in below.tokens if _is_its_rate(called, below.text, token)]
    first = _ASKED.search(line.text)
    told = [token for token in line.tokens if first and token.start > first.start() and _counts(token)]
    for later in below.tokens:
        if not _counts(later) or _OTHER.search(_clause(below.text, later)):
            continue
        for earlier in told:
            if earlier.unit.name != later.unit.name:
                continue
            named = len(own) == 1 and own[0] is later and _is_achieved(line.text, earlier)
            alike = earlier.number == later.number and _beside_the_same(line.text, earlier, below.text, later)
            named = named or (not alike and _is_same_count(line, earlier, below, later))
            if named or alike:
                made = relation(KIND, "equal", later, [(earlier, "actual")], role="actual")
                yield Proposal((made,), asserted=named)
                break


def _is_same_count(line: Paragraph, earlier: Token, below: Paragraph, later: Token) -> bool:
    """Whether the only counts of a kind stand behind the very same words: 督查通报7期 … 下发督查通报9期."""
    if later.unit.kind != "count" or not _is_achieved(line.text, earlier):
        return False
    words = _before(line.text, earlier)
    if len(words) < _SAME or not _before(below.text, later).endswith(words[-_SAME:]):
        return False
    if _SOME.search(_clause(below.text, later)) or _SOME.search(_clause(line.text, earlier)):
        return False
    return all(
        sum(token.unit.name == later.unit.name for token in paragraph.tokens) == 1
        for paragraph in (line, below)
    )


def _counts(token: Token) -> bool:
    return token.unit.kind in ("percent", "count", "yuan") and not token.approximate


def _clause(text: str, token: Token) -> str:
    """The clause of a figure: what is asked for or compared there is no achieved value."""
    low = max(text.rfind(sign, 0, token.start) for sign in "，。；;,") + 1
    ends = [at for sign in "，。；;," if (at := text.find(sign, token.end)) >= 0]
    return text[low : min(ends, default=len(text))]


def _is_its_rate(name: str, text: str, token: Token) -> bool:
    """Whether a rate is the one that the indicator is named after, and not that of a group or a part."""
    if token.unit.kind != "percent" or not name.endswith(("率", "度")) or token.comparator:
        return False
    words = _before(text, token)
    return words.endswith(name) and _WHOLE.fullmatch(words.removesuffix(name)) is not None


def _is_achieved(line: str, token: Token) -> bool:
    asked = _ASKED.findall(line[: token.start])
    return bool(asked) and asked[-1] in ("完成值", "业绩值")


def _beside_the_same(line: str, earlier: Token, text: str, later: Token) -> bool:
    """Whether words before two figures share a stretch, or the words right behind them are alike."""
    after, again = _FOLLOWING.match(line[earlier.end :]), _FOLLOWING.match(text[later.end :])
    if after is not None and again is not None and after[0] == again[0]:
        return True
    before, words = _before(line, earlier), _before(text, later)
    if len(before) > 1 and words.endswith(before[-2:]):
        return True
    return any(before[at : at + _SHARED] in words for at in range(len(before) - _SHARED + 1))


def _before(text: str, token: Token) -> str:
    """The words right before a figure, without 为 and the like."""
    found = _WORDS.search(_LINK.sub("", text[: token.start].rstrip(" :")))
    return found[0] if found is not None else ""
