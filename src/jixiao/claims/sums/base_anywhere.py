"""Changes against a budget or a year that another place tells: 2021年计划2.5亿元，比2020年初预算增加1400万元.

The amount that changed stands before the change in its sentence; what it is compared with is the one amount
that the change leads to, under the year or the budget that the words name. Nothing fails here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.comparisons import DOWN, UP
from jixiao.core.claim import decide
from jixiao.core.digits import printed_digits

_CHANGE = re.compile(
    rf"(?:比|较|与)(?P<year>20\d\d年|上年度?|去年)?(?P<name>[^，,。；;：:\d]{{0,14}}?)(?:相比)?[，,]?(?:至少|净|共|拟)?"
    rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|出)?\s*$"
)
_BUDGET = re.compile(r"预算|计划|概算|任务")
_CLAUSE = re.compile(r"[。；;]")
_FEWEST_DIGITS = 3
"""Digits of a base that what changed leads to by no accident, under its name."""


def base_anywhere(reading: Reading) -> Iterator[Proposal]:
    """A difference for each change whose base is told elsewhere."""
    changes = [(p, at, found) for p in reading.paragraphs for at, found in _changes(p)]
    if not changes:
        return
    by_value = defaultdict[tuple[str, Decimal], list[Token]](list)
    for token in reading.tokens:
        if token.unit.kind in ("yuan", "count") and printed_digits(token.number) >= _FEWEST_DIGITS:
            by_value[_measure(token), token.value].append(token)
    for paragraph, at, found in changes:
        change = paragraph.tokens[at]
        main = next((t for t in reversed(paragraph.tokens[:at]) if _measure(t) == _measure(change)), None)
        if main is None or main.sentence != change.sentence:
            continue
        value = main.value - change.value if found["up"] else main.value + change.value
        for base in by_value.get((_measure(change), value), ()):
            apart = base.block is not change.block or base.sentence != change.sentence
            if apart and base.cell is None and _is_named(reading, base, found):
                ends = [(main, "outturn"), (base, "prior")]
                made = relation("difference", "difference", change, ends if found["up"] else ends[::-1])
                if decide(made).holds:
                    yield Proposal((made,), asserted=False)
                    break


def _changes(paragraph: Paragraph) -> Iterator[tuple[int, re.Match[str]]]:
    if "比" not in paragraph.text and "较" not in paragraph.text and "与" not in paragraph.text:
        return
    for at, token in enumerate(paragraph.tokens):
        if at and token.unit.kind in ("yuan", "count") and token.number and not token.approximate:
            found = _CHANGE.search(token.lead)
            if found is not None and (found["year"] or _BUDGET.search(found["name"])):
                yield at, found


def _measure(token: Token) -> str:
    return token.unit.kind if token.unit.kind == "yuan" else token.unit.word


def _is_named(reading: Reading, base: Token, found: re.Match[str]) -> bool:
    """Whether a figure's sentence names the budget, or else the year, that a change is told against."""
    words = _CLAUSE.split(reading.text_of(base)[: base.start])[-1]
    budget = _BUDGET.search(found["name"])
    if budget is not None:
        return budget[0] in words or base.role in ("plan", "initial")
    return bool(found["year"]) and found["year"][:2] in words
