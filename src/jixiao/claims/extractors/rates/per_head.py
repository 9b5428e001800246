"""Amounts per head: 在职人员56人，公用经费支出131.6万元，人均2.35万元; 车均, 户均, 次均, 平均每场.

The words name what is counted; the amount and the count are the only ones that its sentence tells of that
kind. What people earn or an area yields (人均可支配收入) is of no amount beside it.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.proposal import Proposal, relation

if TYPE_CHECKING:
    from jixiao.claims.reading.document import Paragraph, Reading
    from jixiao.claims.reading.tokens import Token

KIND = "ratio"
_THINGS = "人次|批次|人|户|车|次|批|亩|辆|台|套|件|场|期|校|村|项|笔|例|床|班|个|家|所"
_PER = re.compile(
    rf"(?:(?P<thing>{_THINGS})均|平均每(?P<each>{_THINGS}))(?:的)?(?P<noun>[\u4e00-\u9fff]{{0,12}}?)(?:约?为|是|达到?|[:：])?\s*$"
)
_PER_THING = {
    "人": ("人", "名", "人次"),
    "次": ("次", "批次", "人次"),
    "批": ("批", "批次"),
    "车": ("辆", "台", "车次"),
}
_PER_THING |= {"校": ("所",), "床": ("张",), "台": ("台", "套"), "辆": ("辆", "台")}
_EARNED = re.compile(
    r"收入|产值|产量|GDP|生产总值|增收|标准|定额|单价|造价|限额|补助|补贴|奖励|救助|面积|增[加长]|减少|下降"
)
"""What is laid down or earned, and changes: amounts of their own."""
_OTHER = re.compile(r"上年|去年|同期|比|较|其中|增|减|历年|累计到|占")
_PAUSE = re.compile(r"[，,。；;：:、(]")
_SPOKEN = 14


def extract(reading: "Reading") -> Iterator[Proposal]:
    """One proposal per such amount whose sentence tells one other amount and one such count."""
    for paragraph in reading.paragraphs:
        if "均" not in paragraph.text:
            continue
        for token in paragraph.tokens:
            if token.unit.kind == "yuan" and not token.approximate and token.cell is None:
                yield from _of(paragraph, token)


def _of(paragraph: "Paragraph", mean: "Token") -> Iterator[Proposal]:
    found = _PER.search(_PAUSE.split(mean.lead)[-1])
    if found is None or _EARNED.search(found["noun"]):
        return
    thing = found["thing"] or found["each"]
    words = _PER_THING.get(thing, (thing,))
    told = [
        t for t in paragraph.tokens if t.sentence == mean.sentence and t is not mean and not t.approximate
    ]
    counts = [t for t in told if t.unit.kind == "count" and t.unit.word in words and _is_plain(t)]
    exact = [t for t in counts if t.unit.word == thing]
    amounts = [t for t in told if t.unit.kind == "yuan" and t.role in ("main", "plan") and _is_plain(t)]
    amounts = [t for t in amounts if _PER.search(_PAUSE.split(t.lead)[-1]) is None]
    counts = exact or counts
    if len(amounts) != 1 or len(counts) != 1 or not counts[0].number or amounts[0].value <= mean.value:
        return
    before = [t for t in told if t.start < mean.start and t.unit.kind == "yuan"]
    apart = before and before[-1] is not amounts[0]
    made = relation(KIND, "quotient", mean, [(amounts[0], "part"), (counts[0], "count")], role="mean")
    yield Proposal((made,), asserted=not apart)


def _is_plain(token: "Token") -> bool:
    """Whether an amount or a count is that of the thing at hand: no part, no change, no other year's."""
    return _OTHER.search(_PAUSE.split(token.lead)[-1][-_SPOKEN:]) is None
