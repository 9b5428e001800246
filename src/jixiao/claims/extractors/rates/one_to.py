"""One of something to so many of another: 师生比1:12.56, 医护比1:1.48, 床护比1:0.55, by both counts."""

import re
from collections.abc import Iterator

from jixiao.claims.rates.mean_relation import rounded
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.tokens import ONE_TO, Token
from jixiao.core.claim import Operand, Relation, decide

KIND = "ratio"
_NAMED = re.compile(
    r"(?P<one>[医床师生护警干群])(?:生|师|位|士|民)?(?:与|和|、)?(?P<other>[护生师医床群众])"
    r"(?:士|生|师|位|众)?(?:之比|配比|比例|比)"
)
_CALLED = {
    "医": re.compile(r"医师|医生"),
    "护": re.compile(r"护士|护理"),
    "床": re.compile(r"床位|床"),
    "师": re.compile(r"教师|教职工|师资"),
    "生": re.compile(r"学生|在校生|幼儿"),
    "警": re.compile(r"警"),
    "干": re.compile(r"干部"),
    "群": re.compile(r"群众"),
}
_PART = re.compile(r"高级|中级|初级|研究生|毕业|招收|新生|新增|困难|资助")
_NOTE = re.compile(r"\((?P<note>[^()]{2,12})\)[为是约]*$")
_WITHIN, _LEAD = 14, 24


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per such ratio whose two counts are told in its paragraph, or in the document once."""
    for paragraph in reading.paragraphs:
        for found in ONE_TO.finditer(paragraph.text):
            token = next((t for t in paragraph.tokens if t.start == found.start("other")), None)
            lead = paragraph.text[max(found.start("one") - _LEAD, 0) : found.start("one")]
            names = [*_NAMED.finditer(lead)]
            if token is None or not names:
                continue
            note = _NOTE.search(lead)
            one = _counts(reading, paragraph, names[-1]["one"], note["note"] if note else "")
            other = _counts(reading, paragraph, names[-1]["other"], "")
            yield from _of_counts(token, one, other)


def _of_counts(token: Token, one: list[Token], other: list[Token]) -> Iterator[Proposal]:
    made = [
        Relation(
            "ratio",
            "quotient",
            rounded(token, always=True),
            (Operand(rounded(b), "part"), Operand(rounded(a), "count")),
            role="one_to",
        )
        for a in one
        for b in other
        if a.number and a is not b
    ]
    held = next((relation for relation in made if decide(relation).holds), None)
    if held is not None:
        yield Proposal((held,))
    elif len(made) == 1:
        yield Proposal((made[0],))


def _counts(reading: Reading, paragraph: Paragraph, sign: str, note: str) -> list[Token]:
    """The counts of what a sign of the name stands for; of several those that a bracket names."""
    beside = _told(paragraph, sign)
    told = beside or [t for other in reading.paragraphs for t in _told(other, sign)]
    noted = [t for t in told if note and note in t.lead[-_WITHIN:]]
    first: dict[object, Token] = {}
    for token in noted or told:
        first.setdefault(token.value, token)
    return [*first.values()]


def _told(paragraph: Paragraph, sign: str) -> list[Token]:
    called = _CALLED.get(sign)
    return [
        t
        for t in paragraph.tokens
        if called is not None
        and t.unit.kind == "count"
        and t.number > 1
        and called.search(t.lead[-_WITHIN:])
        and not _PART.search(t.lead[-_WITHIN:])
    ]
