"""Means: 公务接待费4.62万元，接待406人次，人均113.79元; 学生2964人，教学班60个，班均49.4人.

What is divided is what the words name (人均公用经费), else what was told just before; what it falls on are
the things that the words count, told beside it, by name (按服务人口折算) or before. Only where both stand
beside the mean, or are named, must it hold; elsewhere a slip of the pen must explain the gap.
"""

from collections.abc import Container, Iterator
from dataclasses import replace
from decimal import Decimal

from jixiao.claims.rates.mean_amounts import find_tops, is_bare_money
from jixiao.claims.rates.mean_counts import counts_told, find_bottoms
from jixiao.claims.rates.mean_relation import mean_quotient
from jixiao.claims.rates.mean_shared import of_shared_words
from jixiao.claims.rates.mean_sides import Sides, distinct
from jixiao.claims.rates.mean_tabled import of_total_row
from jixiao.claims.rates.per_unit import LEAD, Mean, mean_of
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits
from jixiao.core.interval import EXACT, round_half_up
from jixiao.core.quantity import Quantity
from jixiao.core.slips import one_slip_apart

KIND = "ratio"
_LEAST_DIGITS = 3
"""Digits of a mean that do not agree by chance with amounts told elsewhere."""
_SLIP_DIGITS = 4
_FEW, _MOST = 4, 8
_MOST_COUNTS = 40
"""Numbers of one thing that a mean is tried with: more tell nothing."""
_POINTS = tuple(Decimal(10) ** power for power in (-4, -1, 1, 4))


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per mean whose dividend and divisor are found."""
    for paragraph in reading.paragraphs:
        if not any(sign in paragraph.text for sign in "均每产百单"):
            continue
        means = {t.index: mean for t in paragraph.tokens if (mean := _mean(paragraph, t)) is not None}
        for position, token in enumerate(paragraph.tokens):
            mean = means.get(token.index)
            if mean is not None and token.number:
                yield from _of_mean(reading, paragraph, position, mean, means)


def _mean(paragraph: Paragraph, token: Token) -> Mean | None:
    if token.unit.kind not in ("yuan", "count") and not is_bare_money(token):
        return None
    return mean_of(paragraph.text[max(token.start - LEAD, 0) : token.start])


def _of_mean(
    reading: Reading, paragraph: Paragraph, position: int, mean: Mean, means: Container[int]
) -> Iterator[Proposal]:
    token = paragraph.tokens[position]
    sides = _sides(reading, paragraph, position, mean, means)
    made = [
        (mean_quotient(token, top, bottom, mean), i + j)
        for i, top in enumerate(sides.tops)
        for j, bottom in enumerate(sides.bottoms)
    ]
    made.sort(key=lambda pair: pair[1])
    readings = [one for one, _ in made[:_MOST]]
    first = readings[0] if readings else None
    held = next((one for one in readings if decide(one).holds), None)
    least = _LEAST_DIGITS + (len(readings) > _FEW)
    if held is not None and (held is first or printed_digits(token.number) >= least):
        yield Proposal((held,))
    elif first is not None and mean.sure and (_is_tight(sides) or _is_slip(first)):
        yield Proposal((first,))
    elif (beyond := _more_than_all(reading, token, mean, sides)) is not None:
        yield Proposal((beyond,))
    elif (tabled := of_total_row(reading, paragraph, token, mean)) is not None:
        yield Proposal((tabled,), asserted=False)
    elif (elsewhere := of_shared_words(reading, paragraph, token, mean, sides)) is not None:
        yield Proposal((elsewhere,), asserted=not decide(elsewhere).holds)


def _sides(reading: Reading, paragraph: Paragraph, position: int, mean: Mean, means: Container[int]) -> Sides:
    sides = Sides()
    find_bottoms(reading, paragraph, position, mean, means, sides)
    find_tops(reading, paragraph, paragraph.tokens[position], mean, means, sides)
    sides.tops, sides.bottoms = distinct(sides.tops), distinct(sides.bottoms)
    return sides


def _more_than_all(reading: Reading, token: Token, mean: Mean, sides: Sides) -> Relation | None:
    """托养支出465.90万元，人均1500万元: more than all, and right in another unit."""
    if token.unit.kind != "yuan" or not mean.sure or mean.times != 1 or token.unit.scale == 1:
        return None
    for top in (t for t in sides.tops[:_FEW] if t.sentence == token.sentence and t.value < token.value):
        for word in mean.words:
            for bottom in counts_told(reading).get(word, ())[:_MOST_COUNTS]:
                made = mean_quotient(token, top, bottom, mean)
                if decide(replace(made, stated=_times(made.stated, _POINTS[0]))).holds:
                    return made
    return None


def _is_tight(sides: Sides) -> bool:
    return sides.sure_top and sides.sure_bottom


def _is_slip(made: Relation) -> bool:
    """Whether the mean is the quotient with its point or one digit wrong."""
    computed = decide(made).computed
    if computed is None or not computed:
        return False
    stated = made.stated
    meant = round_half_up(EXACT.divide(computed, stated.unit.scale), stated.decimals)
    if printed_digits(stated.number) >= _SLIP_DIGITS and one_slip_apart(stated, meant):
        return True
    if printed_digits(stated.number) < _LEAST_DIGITS:
        return False
    return any(decide(replace(made, stated=_times(stated, factor))).holds for factor in _POINTS)


def _times(stated: Quantity, factor: Decimal) -> Quantity:
    return replace(stated, unit=replace(stated.unit, scale=stated.unit.scale * factor))
