"""Amounts by a standard: 1829户 at 1000元/户 make 182.9万元.

A standard is an amount for one of the things counted (元/户, 每人75元). Of several amounts near it, the one
that it makes is known only by the product, so that this holds or says nothing; a standard in brackets right
behind an amount is told of that amount, and of the only such count of its sentence.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.rates.mean_counts import counts_told
from jixiao.claims.rates.standard_words import standard_of
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.core.claim import decide
from jixiao.core.digits import significant_digits
from jixiao.core.interval import EXACT, round_half_up
from jixiao.core.slips import one_slip_apart

if TYPE_CHECKING:
    from decimal import Decimal

    from jixiao.claims.reading.document import Paragraph, Reading
    from jixiao.claims.reading.tokens import Token
    from jixiao.core.claim import Relation

KIND = "ratio"
_MEAN = re.compile(r"平均每[^，,。；;\d]{0,8}$")
_IN_ALL = re.compile(
    r"(?:/\w{1,3})?(?:的?标准)?(?:计算|测算|发放|补助|补贴)?[，,](?:全[县市区省年]|当年)?(?:共计?|合计|总计|累计|计)"
    r"(?:发放|增收|补[助贴]|支出|支付|拨付|投入|安排|兑现|使用|需要?|资金|金额|收入|费用|[为约])*\s*"
)
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
            thing = standard_of(paragraph.text, token) if token.unit.kind == "yuan" else ""
            if thing:
                yield from _made(reading, paragraph, position, thing)


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
    if (total := _total_behind(paragraph, position, own)) is not None:
        yield Proposal((total,))
        return
    counts = counts or _told_elsewhere(reading, standard, thing)
    for amount in (t for t in near if t.unit.kind == "yuan" and t is not standard and t.number):
        for count in counts:
            made = _product(amount, count, standard)
            if _is_long(amount, count, standard) and decide(made).holds:
                yield Proposal((made,), asserted=False)
                return


def _total_behind(paragraph: "Paragraph", position: int, counts: "list[Token]") -> "Relation | None":
    """318户，户均增收2600元，合计增收82.68万元: the next amount, if it has a slip of the pen."""
    standard = paragraph.tokens[position]
    amount = next((t for t in paragraph.tokens[position + 1 :] if t.unit.kind == "yuan"), None)
    if amount is None or len(counts) != 1 or amount.sentence != standard.sentence or amount.approximate:
        return None
    if (
        _IN_ALL.fullmatch(paragraph.text, standard.end, amount.start) is None
        or counts[0].start > amount.start
    ):
        return None
    made = _product(amount, counts[0], standard)
    computed = decide(made).computed
    if computed is None or standard.approximate:
        return None
    meant = EXACT.divide(computed, amount.unit.scale)
    exact = round_half_up(meant, amount.decimals) == meant
    shifted = exact and any(meant.scaleb(power) == amount.number for power in (-4, -1, 1, 4))
    slipped = exact and one_slip_apart(amount.build(), meant)
    return made if shifted or (slipped and significant_digits(amount.number) >= _LEAST_DIGITS) else None


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
