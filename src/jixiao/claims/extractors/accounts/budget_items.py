"""Items of a budget told with what was spent the year before, as the notes to a budget tell them.

“某项2027年度预算6万元，…。2026年预算执行数为5万元，2027年预算安排6万元，比2026年预算执行数增加20%”: the words
name the year and the stage that a change is measured from, and the budget of one year is one figure.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Binding, Relation

KIND = "growth"
_STAGE = r"(?:执行|决算|完成|支出|预算)"
_CUE = re.compile(r"[，,；;(]\s*(?:比|较|与)20\d\d")
_COMPARED = re.compile(r"\s*[，,；;(]\s*(?:比|较|与)20\d\d")
_MEASURED = re.compile(
    rf"\s*[，,；;(]?\s*(?:比|较|与)(?P<year>20\d\d)年?度?(?:当年|全年)?(?:年初)?(?:预算)?(?P<stage>{_STAGE})数?(?:相比)?[，,]?"
    r"(?P<word>增加|增长|上升|减少|下降|降低)了?约?\s*"
)
_RATE_OF_IT = re.compile(r"\s*[，,；;(]?\s*(?:增加|增长|上升|减少|下降|降低|[增降]幅)(?:了|为|达)?\s*")
_TOLD = re.compile(
    rf"(?P<year>20\d\d)年?度?(?:当年|全年)?(?:年初)?(?:预算)?(?P<stage>{_STAGE})(?:安排)?数?(?:为|是|:)?\s*$"
)
Known = list[tuple[Token, "re.Match[str] | None"]]
_NAMED: Binding = "named"
_RISES = ("增加", "增长", "上升")


def extract(reading: Reading) -> Iterator[Proposal]:
    """The rate and the amount of each such change; the budget that is told again beside it."""
    before: Paragraph | None = None
    for paragraph in reading.paragraphs:
        if _CUE.search(paragraph.text):
            yield from _of_paragraph(paragraph, before)
        before = paragraph


def _of_paragraph(paragraph: Paragraph, before: Paragraph | None) -> Iterator[Proposal]:
    """The changes of one item; ``before`` has its head where a line ends behind 主要用于:."""
    text, tokens = paragraph.text, paragraph.tokens
    called = _called(paragraph)
    head = before if before is not None and before.text.endswith(":") else None
    known = [*zip(head.tokens, _called(head), strict=True)] if head is not None else []
    for at, (now, name) in enumerate(zip(tokens, called, strict=True)):
        compared = _COMPARED.match(text, now.end) if now.unit.kind == "yuan" and not now.approximate else None
        if compared is None:
            known.append((now, name))
            continue
        if name is not None and name["stage"] == "预算":
            yield from _again(known, now, name)
        told = tokens[at + 1] if at + 1 < len(tokens) else None
        measured = _MEASURED.fullmatch(text, now.end, told.start) if told is not None else None
        base = _base(known, now, measured) if measured is not None else None
        if told is not None and measured is not None and base is not None and not told.approximate:
            behind = tokens[at + 2] if at + 2 < len(tokens) else None
            yield from _changes(text, now, base, told, behind, rises=measured["word"] in _RISES)
        known.append((now, name))


def _changes(
    text: str, now: Token, base: Token, told: Token, behind: Token | None, *, rises: bool
) -> Iterator[Proposal]:
    """What is told right behind the words of the change: its amount, its rate, or the one and the other."""
    rate: Token | None = told
    if told.unit.kind == "yuan":
        yield Proposal((_difference(told, now, base, rises=rises),))
        rate = behind if behind is not None and _RATE_OF_IT.fullmatch(text, told.end, behind.start) else None
    if rate is not None and rate.unit.kind == "percent" and rate.number >= 0 and base.number:
        yield Proposal((_growth(rate, now, base, rises=rises),))


def _called(paragraph: Paragraph) -> list["re.Match[str] | None"]:
    """What each figure is called right before it: a year and a stage of its budget."""
    ends = [0, *(token.end for token in paragraph.tokens)]
    return [
        _TOLD.search(paragraph.text, end, token.start)
        for end, token in zip(ends, paragraph.tokens, strict=False)
    ]


def _base(known: Known, now: Token, measured: re.Match[str]) -> Token | None:
    """The one amount before it that is called what the words of the change name: year and stage."""
    found = [
        token
        for token, name in known
        if name is not None
        and (name["year"], name["stage"]) == (measured["year"], measured["stage"])
        and token.unit.kind == now.unit.kind
        and not token.approximate
    ]
    return found[-1] if found and len({(token.number, token.unit.name) for token in found}) == 1 else None


def _again(known: Known, now: Token, name: re.Match[str]) -> Iterator[Proposal]:
    """The budget of a year, told at the head of the item and again where it is compared."""
    called = name["year"], name["stage"]
    alike = [
        token for token, other in known if other is not None and (other["year"], other["stage"]) == called
    ]
    if alike and alike[0].unit.kind == now.unit.kind:
        yield Proposal((relation("restated", "equal", now, [(alike[0], "plan")], role="plan"),))


def _difference(change: Token, now: Token, base: Token, *, rises: bool) -> Relation:
    operands = [(now, "outturn"), (base, "prior")] if rises else [(base, "prior"), (now, "outturn")]
    return relation("difference", "difference", change, operands, _NAMED)


def _growth(rate: Token, now: Token, base: Token, *, rises: bool) -> Relation:
    formula = "base_rate" if rises else "shortfall_rate"
    return relation(KIND, formula, rate, [(now, "outturn"), (base, "prior")], _NAMED)
