"""Deductions of a text one after another, each with what it is told of: A扣1分、B扣2分，过程类小计扣3分."""

import re
from dataclasses import dataclass

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tokens import Token
from jixiao.claims.scores.scored import Scored, scored
from jixiao.core.numbering import chinese_number

_SOME_LOST = re.compile(r"扣|失\s?\d|失分|减分|丢分")
_PIECE = re.compile(r"[，,。;:、()]")
_SUMMED = re.compile(
    r"(?:小计|合计|总计|共计?|累计|一共|总)\s?(?:扣|失)|(?:扣|失)分?(?:小计|合计|总计|共计?|累计)"
)
"""扣分合计3.02分, 三项共扣2.5分: a deduction that is the sum of others."""
_REASON = re.compile(r"因|由于|主要|(?<!其)中(?=[^，,]{2})")
_EACH = re.compile(
    r"(?P<names>[^，,。;:()\d]{2,30})(?:[(（]\s?)?(?P<many>[两二三四五六]者|[两二三四五六]个?项)?(?:分别|均|都)?各(?:被)?(?:扣|失|减)"
)
_NAMES = re.compile(r"、|[和与]|以及|及(?!时)")
_KIND_OF = re.compile(r"(?:类|方面|部分|维度|板块|一级|二级)+$")
_BREAK = re.compile(r"[;。]")


@dataclass(frozen=True, slots=True)
class Loss:
    """One deduction."""

    token: Token
    name: str
    """The thing that is named right before it, "" where a reason is."""
    direct: bool
    """Nothing stands between the name and the deduction: 产出指标扣4分, not 产出指标因A扣4分."""
    summed: bool
    opens: bool
    """A full stop or semicolon stands between the deduction before and this."""
    own: Scored
    """The thing whose points it is told among."""
    times: int = 1
    """Of how many things it is told: 完成率和及时率各扣0.5分."""

    @property
    def tokens(self) -> list[Token]:
        """Its points, once for each thing."""
        return [self.token] * self.times


@once
def losses(reading: Reading) -> dict[int, list[Loss]]:
    """The deductions of each paragraph, by the index of its block."""
    return {
        paragraph.block.index: found
        for paragraph in reading.paragraphs
        if paragraph.points and _SOME_LOST.search(paragraph.text) and (found := _of(paragraph))
    }


def _of(paragraph: Paragraph) -> list[Loss]:
    found: list[Loss] = []
    before = 0
    for one in scored(paragraph):
        lost = one.get("deducted")
        if lost is None or not lost.number:
            continue
        lead = paragraph.text[before : lost.start]
        piece = _PIECE.split(lead.rstrip())[-1]
        reason = _REASON.search(piece)
        name = thing(one.name if reason is None else _head(one.name))
        told = "full" not in one.figures and "score" not in one.figures and "bare" not in one.figures
        found.append(
            Loss(
                lost,
                name if told else "",
                reason is None,
                _SUMMED.search(piece) is not None,
                not found or _BREAK.search(lead) is not None,
                one,
                _times(lead),
            )
        )
        before = lost.end
    return found


def _times(lead: str) -> int:
    """How many things words name that each lost something; one where they do not say 各."""
    found = _EACH.search(lead[-40:])
    if found is None:
        return 1
    many = chinese_number(found["many"][0].replace("两", "二")) if found["many"] else None
    return many or len([*filter(None, _NAMES.split(found["names"]))])


def _head(name: str) -> str:
    """产出指标因A: what a reason is told of."""
    return _REASON.split(name)[0]


def thing(name: str) -> str:
    """The name of a scored thing without the word for its kind: 产出类 is 产出."""
    return _KIND_OF.sub("", name.strip('“”" '))
