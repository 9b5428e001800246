"""Shares of things counted within others: 24条线路中，有7条亏损，占29.2%; 从26家中抽取9家，抽查比例34.6%.

The words behind the first count (…中) say that the counts of its unit behind it in the sentence are of it; so
does 全部 before it, where the thing is named again (全部17个项目…的项目9个).
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

_DEEDS = "抽查|抽样|抽取|抽检|抽评|抽选|核查|走访|检查|复核|评价|检测|覆盖"
_SHARE = re.compile(
    r"(?:^|[，,、；;(（])\s*(?:约|仅|只|也)?(?:"
    r"所?占(?:比(?!重|例)|比例|比重|了)?(?P<name>[^，,。；;占\d]{0,14}?)(?:的(?:比例|比重|份额)?)?"
    rf"|(?:现场|实地)?(?:{_DEEDS})(?:的)?(?:项目|单位)?(?:比例|比率|率|面|占比))(?:为|是|达到?|约|:)*\s*$"
)
_WITHIN = re.compile(r"(?P<thing>[^，,。；;、\d]{0,16}?)(?:当中|之中|中(?!小|央|心|学|级|型|期))")
_ALL = re.compile(r"(?:全部|所有|全体)(?:的)?\s*$")
_THING = re.compile(r"[\u4e00-\u9fff]{2,8}")
_BOUND = re.compile(
    r"(?:不足|不到|低于|高于|少于|多于|超过?|达到?|不少于|大于|小于|满|较|比|上年|去年)[^，,。；;的]{0,4}$"
)
_INNER = re.compile(r"其中[^，,。；;]*$")
_GENERIC = re.compile(
    r"(?:总|全部|全体|整个|样本|抽查|抽取|调查|检查|被|所有)[\u4e00-\u9fff]{0,6}(?:数|量|样本|户|家|人)?$"
)
_FAR, _REACH = 40, 20
"""Characters before a share that frame it, and behind its whole that name it."""
_FEWEST = 2
"""Counts of a sentence, or characters of a thing, at least."""
_PEOPLE = {"人", "名", "位"}


@once
def framed_shares(reading: Reading) -> dict[int, Proposal]:
    """One share for each such percentage behind two counts, of which one holds the other; by its index."""
    found: dict[int, Proposal] = {}
    for paragraph in reading.paragraphs:
        text = paragraph.text
        if "中" not in text and "全部" not in text and "所有" not in text:
            continue
        counts = [t for t in paragraph.tokens if t.unit.kind == "count" and not t.approximate and t.number]
        if len(counts) < _FEWEST:
            continue
        for rate in paragraph.tokens:
            if rate.unit.kind == "percent" and not rate.approximate and rate.cell is None:
                for made in _of(paragraph, rate, counts):
                    found[rate.index] = made
    return found


def is_framed(reading: Reading, rate: Token) -> bool:
    """Whether the words of its sentence say for sure what a share is of."""
    made = framed_shares(reading).get(rate.index)
    return made is not None and made.asserted


def _of(paragraph: Paragraph, rate: Token, counts: Sequence[Token]) -> Iterator[Proposal]:
    text = paragraph.text
    found = _SHARE.search(text, max(rate.start - _FAR, 0), rate.start)
    if found is None:
        return
    before = [t for t in counts if t.sentence == rate.sentence and t.end <= rate.start]
    for part in before[::-1]:
        if _BOUND.search(text, max(part.start - _FAR, 0), part.start):
            continue  # 有7条日均客流不足300人次，占29.2%
        if _INNER.search(text, max(part.start - _FAR, 0), part.start):
            return  # 7条亏损，占29.2%，其中3条…: of either
        wholes = [w for w in before if w.start < part.start and _alike(w, part) and w.number >= part.number]
        held = [w for w in wholes if _holds(text, w, part)]
        if not held:
            return
        whole, name = held[-1], found["name"] or ""
        around = text[whole.end : whole.end + _REACH]
        meant = not name or _GENERIC.search(name) is not None or shared_words(name, around) >= _FEWEST
        made = relation("share", "quotient", rate, [(part, "part"), (whole, "whole")])
        yield Proposal((made,), asserted=meant and len(held) == 1)
        return


def _alike(one: Token, other: Token) -> bool:
    words = {one.unit.word, other.unit.word}
    return len(words) == 1 or words <= _PEOPLE


def _holds(text: str, whole: Token, part: Token) -> bool:
    """Whether the words say that what is told behind a count is of it."""
    if _WITHIN.match(text, whole.end, part.start):
        return True
    thing = _THING.match(text, whole.end)
    if thing is None or not _ALL.search(text, max(whole.start - _FAR, 0), whole.start):
        return False
    return thing[0][:_FEWEST] in text[max(part.start - _FAR, whole.end) : part.end + _FEWEST]
