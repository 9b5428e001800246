"""Amounts by a standard: 1829户 at 1000元/户 make 182.9万元.

A standard is an amount for one of the things counted (元/户, 每人75元). Of several amounts near it, the one
that it makes is known only by the product, so that this holds or says nothing; a standard in brackets right
behind an amount is told of that amount, and of the only such count of its sentence.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.rates.mean_counts import counts_told
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.core.claim import decide
from jixiao.core.digits import significant_digits

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.claims.reading.document import Paragraph, Reading
    from jixiao.claims.reading.tokens import Token
    from jixiao.core.claim import Relation

KIND = "ratio"
_PER = r"(?P<thing>户|人次|人|亩|个|辆|套|头|只|村|所|台|次|公里|平方米|笔|件|例|批|场|期|份|吨|家|项)"
_BEHIND = re.compile(rf"\s?[/每]\s?{_PER}(?![/·每])")
_BEFORE = re.compile(
    rf"(?:每|(?P<all>人|户|亩)均){_PER}?"
    r"(?:财政|补助|补贴|发放|奖励|标准|配套|给予|安排|按|资助|救助|支出|投入|增收|收益|受益|单价|造价)*(?:为|是)?\s*$"
)
_MEAN = re.compile(r"平均每[^，,。；;\d]{0,8}$")
_NOT_NAME = re.compile(
    r"[^\u4e00-\u9fff]|(?:每\w|中标)?(?:单价|标准|均价)?(?:为|是|按)?$|每(?:[套台个户人亩])$"
)
_NAME, _SHORTEST = 3, 2
_LEAD = 12
_FEWEST = 10
"""Things, so that what they make is no accident."""
_LEAST_DIGITS = 3
_WINDOW = 10
_NEAR = 1
"""Figures and sentences between a standard, the count and the amount."""


def extract(reading: "Reading") -> Iterator[Proposal]:
    """One proposal per amount that a standard and a count near it make."""
    for paragraph in reading.paragraphs:
        if "元" not in paragraph.text:
            continue
        for position, token in enumerate(paragraph.tokens):
            thing = _thing(paragraph.text, token) if token.unit.kind == "yuan" else ""
            if thing:
                yield from _made(reading, paragraph, position, thing)


def _thing(text: str, token: "Token") -> str:
    """What an amount is told for one of; "" for an amount of its own."""
    found = _BEHIND.match(text, token.end) or _BEFORE.search(text, max(token.start - _LEAD, 0), token.start)
    if found is None:
        return ""
    return found["thing"] or found.groupdict().get("all") or ""


def _made(reading: "Reading", paragraph: "Paragraph", position: int, thing: str) -> Iterator[Proposal]:
    standard = paragraph.tokens[position]
    window = paragraph.tokens[max(position - _WINDOW, 0) : position + _WINDOW]
    near = [t for t in window if abs(t.sentence - standard.sentence) <= _NEAR and not t.approximate]
    counts = [t for t in near if t.unit.kind == "count" and t.unit.word == thing and _things(t) >= _FEWEST]
    own = [count for count in counts if count.sentence == standard.sentence]
    before = paragraph.tokens[position - 1] if position else None
    if before is not None and before.unit.kind == "yuan" and len(own) == 1:
        between = paragraph.text[before.end : standard.start]
        if between.strip() == "(":
            yield Proposal((_product(before, own[0], standard),))
            return
    if (mean := _mean(paragraph, standard, own)) is not None:
        yield Proposal((mean,))
        return
    counts = counts or _told_elsewhere(reading, standard, thing)
    for amount in (t for t in near if t.unit.kind == "yuan" and t is not standard and t.number):
        for count in counts:
            made = _product(amount, count, standard)
            if _is_long(amount, count, standard) and decide(made).holds:
                yield Proposal((made,), asserted=False)
                return


def _told_elsewhere(reading: "Reading", standard: "Token", thing: str) -> "list[Token]":
    """县道8000元/公里 … 县道286.4公里: what another sentence counts under the name of a standard."""
    name = _NOT_NAME.sub("", standard.lead)
    counted = [t for t in counts_told(reading).get(thing, ()) if _things(t) >= _FEWEST]
    told = [(t, _NOT_NAME.sub("", t.lead)) for t in counted] if len(name) >= _SHORTEST else []
    for size in range(min(len(name), _NAME), _SHORTEST - 1, -1):
        if found := [t for t, lead in told if lead.endswith(name[-size:])]:
            return found
    return []


def _things(count: "Token") -> "Decimal":
    """How many there are: 3.2万亩 are 32000."""
    return count.number * count.unit.scale


def _mean(paragraph: "Paragraph", mean: "Token", counts: "list[Token]") -> "Relation | None":
    """贷款36笔，金额1800万元，平均每笔50万元: by the only count and amount before it."""
    if _MEAN.search(paragraph.text, max(mean.start - _LEAD, 0), mean.start) is None:
        return None
    told = [t for t in paragraph.tokens if t.sentence == mean.sentence and t.start < mean.start]
    amounts = [t for t in told if t.unit.kind == "yuan"]
    if len(amounts) != 1 or len(counts) != 1 or counts[0] not in told or amounts[0].approximate:
        return None
    if any(t.unit.kind == "count" and t is not counts[0] and _things(t) > _things(counts[0]) for t in told):
        return None  # of several things counted, the words may mean another
    return relation("ratio", "quotient", mean, [(amounts[0], "part"), (counts[0], "count")], role="mean")


def _is_long(amount: "Token", count: "Token", standard: "Token") -> bool:
    """Whether agreement is no accident: figures enough, or a round amount made to the last digit."""
    exact = _things(count) * standard.number * standard.unit.scale == amount.number * amount.unit.scale
    return significant_digits(amount.number) >= _LEAST_DIGITS or exact


def _product(amount: "Token", count: "Token", standard: "Token") -> "Relation":
    return relation("ratio", "product", amount, [(count, "count"), (standard, "standard")])
