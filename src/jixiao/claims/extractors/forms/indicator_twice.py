"""An indicator told twice: in the table of indicators and in a line of its own, or as a rate of its name.

“公用经费控制率，年度指标值≤100%，实际完成值77.73%” must agree with its row; a bare “预算执行率100%” may be
that of something else and can only agree.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.scores.indicators import Indicator, indicators
from jixiao.core.claim import Operand, Relation
from jixiao.core.quantity import Quantity

KIND = "restated"
_MARK = re.compile(r"^[\s\d一二三四五六七八九十.、()]+")
_RATE = re.compile(r"[\u4e00-\u9fff]{2,}[率度]")
_LINK = re.compile(r"(?:为|是|达到?|:)?\s?")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Target and value of each indicator against its row; of a name that means one indicator only."""
    tabled, told = _by_name(reading, tabled=True), _by_name(reading, tabled=False)
    for name, row in tabled.items():
        line = told.get(name)
        if line is not None:
            pairs = ((row.target, line.target), (row.actual, line.actual))
            yield from (
                Proposal((_equal(one, other),))
                for one, other in pairs
                if one is not None and other is not None and one.unit == other.unit
            )
    yield from _rates(reading, tabled)


def _by_name(reading: Reading, *, tabled: bool) -> dict[str, Indicator]:
    found: dict[str, list[Indicator]] = defaultdict(list)
    for one in indicators(reading):
        if (one.table >= 0) is tabled and (one.target or one.actual):
            found[_MARK.sub("", one.name).strip()].append(one)
    return {name: members[0] for name, members in found.items() if name and len(members) == 1}


def _rates(reading: Reading, tabled: dict[str, Indicator]) -> Iterator[Proposal]:
    """Rates in sentences that bear the name of an indicator: 预算执行率100%."""
    rates = {
        name: row.actual
        for name, row in tabled.items()
        if row.actual is not None and row.actual.unit.kind == "percent" and _RATE.fullmatch(name)
    }
    for paragraph in reading.paragraphs:
        for name, actual in rates.items():
            at = paragraph.text.find(name)
            if at < 0:
                continue
            link = _LINK.match(paragraph.text, at + len(name))
            end = link.end() if link else at + len(name)
            for token in paragraph.tokens:
                if token.start == end and token.unit == actual.unit and token.number == actual.number:
                    yield Proposal((_equal(actual, token.build()),), asserted=False)


def _equal(one: Quantity, other: Quantity) -> Relation:
    later, earlier = sorted((one, other), key=lambda figure: -figure.index)
    return Relation(KIND, "equal", later, (Operand(earlier, "actual"),), role="actual")
