"""Satisfaction by the answers told with it: 有效问卷146份，满意139份、基本满意5份、不满意2份，满意度98.63%.

Which answers count as satisfied is not told (some take 基本满意 and 一般 in), so that a rate that one way of
counting makes holds, and says nothing otherwise.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_RATE = re.compile(r"满意[度率](?:指标)?(?:[为是:]|达到?)*\s*$")
_ANSWERED = re.compile(r"有效|回收|收回|共|调查|访谈|受访")
_CONTENT = re.compile(r"(?<!不)满意")
_DISCONTENT = re.compile(r"不(?:太|很|够)?满意|一般")
_UNITS = ("份", "人", "户", "名", "张", "位")
_CLAUSE = re.compile(r"[，,。；;：:、()]|其中")
_REACH = 24
_MOST = 8
"""Answers of a kind, so that long lists of surveys cost little."""

Told = list[tuple[Token, str]]


def of_satisfaction(reading: Reading) -> Iterator[Proposal]:
    """Every rate of satisfaction that the answers of its paragraph make."""
    for paragraph in reading.paragraphs:
        if "满意" not in paragraph.text:
            continue
        rates = [t for t in paragraph.tokens if t.unit.kind == "percent" and _RATE.search(t.lead)]
        if rates:
            told = [(t, _label(paragraph, t)) for t in paragraph.tokens if not t.approximate and t.number]
            for rate in rates:
                made = next((one for one in _readings(rate, told) if decide(one).holds), None)
                if made is not None:
                    yield Proposal((made,), asserted=False)


def _readings(rate: Token, told: Told) -> Iterator[Relation]:
    """One answer of all, all but one, then the first shares told before the rate together."""
    counts = [(t, label) for t, label in told if t.unit.word in _UNITS]
    content = [t for t, label in counts if _is_content(label)][:_MOST]
    others = [t for t, label in counts if _DISCONTENT.search(label)][:_MOST]
    for whole in [t for t, label in counts if _ANSWERED.search(label) and not _is_content(label)][:_MOST]:
        for part in content:
            yield relation("rate", "quotient", rate, [(part, "numerator"), (whole, "denominator")])
        for rest in others:
            yield relation("rate", "shortfall_rate", rate, [(rest, "rest"), (whole, "denominator")])
    yield from _of_shares(
        rate, [t for t, label in told if t.role == "share" and not _DISCONTENT.search(label)]
    )


def _of_shares(rate: Token, shares: Sequence[Token]) -> Iterator[Relation]:
    before = [share for share in shares if share.end <= rate.start][:_MOST]
    for length in range(2, len(before) + 1):
        yield relation("rate", "sum", rate, [(share, "part") for share in before[:length]])


def _is_content(label: str) -> bool:
    return _CONTENT.search(label) is not None and _DISCONTENT.search(label) is None


def _label(paragraph: Paragraph, token: Token) -> str:
    """The words of a figure's clause; for a share those of the answer before it."""
    before = paragraph.text[max(token.start - _REACH, 0) : token.start]
    clauses = [clause for clause in _CLAUSE.split(before) if clause]
    return "".join(clauses[-2:] if token.role == "share" else clauses[-1:])
