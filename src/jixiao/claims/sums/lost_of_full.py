"""Points lost of a full mark that another paragraph tells: 其中投入15分、过程30分…。投入指标得14分，扣1分.

The name before the points that were reached leads to the full mark, where it has only one in the document.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_NAMED = re.compile(
    r"^[\s\d.、()（）一二三四五六七八九十—-]*(?P<name>[\u4e00-\u9fff]{2,12}?)(?:类|方面|部分|情况)?(?:一级|二级)?(?:指标)?"
    r"(?:实际|自评|评价|共|最终)?(?:得分|得)(?:为|:)?\s*$"
)
_LOST = re.compile(r"^\s*[，,、(]\s*(?:共|合计)?(?:扣分|扣减|扣除|扣|失分|失|丢)(?:了|为|:)?\s*$")
_PAUSE = re.compile(r"[，,、。；;：:()]")
_FULL = re.compile(r"(?:类|方面|部分)?(?:指标)?(?:满分|分值|权重|总分)?(?:为|是|共|占|:)*$")
_OPENS = re.compile(r"^\s*(?:其中|包括|分别|设置|和|与|及)*")
_LOSES = re.compile(r"得|扣|失|丢|评")
_SHORTEST = 2
"""Characters of the name of an indicator."""


def lost_of_full(reading: Reading) -> Iterator[Relation]:
    """Full mark − points reached = points lost, for each item that tells the last two only."""
    told = [
        (named["name"], got, lost)
        for paragraph in reading.paragraphs
        if "得" in paragraph.text and len(paragraph.points) > 1
        for got, lost in pairwise(paragraph.tokens)
        if _LOST.match(lost.lead)
        and (named := _NAMED.match(_PAUSE.split(got.lead)[-1])) is not None
        and {id(got), id(lost)} <= {id(token) for token in paragraph.points}
        and not got.approximate
    ]
    if not told:
        return
    full = _full_marks(reading)
    for name, got, lost in told:
        marks = [mark for mark in full.get(name, ()) if mark is not got and mark is not lost]
        if len({mark.number for mark in marks}) == 1 and marks[0].number >= got.number:
            yield relation("difference", "difference", lost, [(marks[0], "full"), (got, "score")])


def _full_marks(reading: Reading) -> dict[str, list[Token]]:
    """The points that have nothing but a name before them."""
    found: dict[str, list[Token]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        for token in paragraph.points:
            words = _PAUSE.split(token.lead.rstrip("(: "))[-1]
            if not _LOSES.search(words):
                name = _OPENS.sub("", _FULL.sub("", words))
                if len(name) >= _SHORTEST:
                    found[name].append(token)
    return found
