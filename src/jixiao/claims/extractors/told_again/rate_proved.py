"""An amount told again beside the same rate and the same other amount, which the rate proves to be it.

预算659万元，支出610万元，支出率92.56% in one section and 支出615万元，为总额659万元的92.56% in another, in
whatever words: where two amounts of a place make its rate, a place that tells the rate and one of them tells
the other as well. So few digits are enough, and a figure that no slip explains contradicts where it is what
was spent and the only other amount of its sentence.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, may_be_rate, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits, significant_digits
from jixiao.core.frozen import frozen

KIND = "restated"
_OF_RATE, _OF_AMOUNT = 3, 2
"""Digits of a rate and of an amount that do not agree by accident, both together."""
_WHOLE = 100
_MANY = 8
"""Amounts of a sentence that tells of several things."""
_AMOUNTS = ("main", "plan", "initial", "")
_RATES = ("rate", "share", "")
_SPENT = re.compile(
    r"(?:支出|执行|使用|支付|列支|支用|拨付)(?:数|金额|额|资金|加总|合计|共计?|总计|总额|为|:|\s)*$"
)
"""Words before what was spent, and no part or rest of it."""
_Key = tuple[str, Decimal, str, Decimal]


@frozen
class _Place:
    """A sentence with one rate: its amounts, in order."""

    rate: Token
    amounts: tuple[Token, ...]

    def pairs(self) -> Iterator[tuple[Token, Token]]:
        """Outturn and budget that make its rate."""
        for top in self.amounts:
            for bottom in self.amounts:
                if top is not bottom and top.value != bottom.value and may_be_rate(self.rate, top, bottom):
                    yield top, bottom


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each place with a rate against those before it, and those before it against each that proves it."""
    places = [place for paragraph in reading.paragraphs for place in _places(paragraph.tokens)]
    proved: dict[_Key, Token] = {}
    pairs = [[*place.pairs()] for place in places]
    for place, own in zip(places, pairs, strict=True):
        if len(own) == 1:
            top, bottom = own[0]
            known = [(key, proved.get(key)) for key in _keys(place.rate, top, bottom)]
            for (key, first), token in zip(known, (top, bottom), strict=True):
                if first is None:
                    proved[key] = token
                elif first.block is not token.block and first.value == token.value:
                    yield Proposal((_equal(first, token),), asserted=False)
    for place, own in zip(places, pairs, strict=True):
        if not own:
            yield from _against(place, proved)


def _places(tokens: Sequence[Token]) -> Iterator[_Place]:
    for _, sentence in groupby(tokens, key=lambda token: token.sentence):
        own = [token for token in sentence if token.cell is None]
        rates = [token for token in own if token.unit.kind == "percent"]
        amounts = tuple(token for token in own if _is_amount(token))
        if len(rates) == 1 and amounts and len(amounts) <= _MANY and _is_telling(rates[0]):
            yield _Place(rates[0], amounts)


def _is_amount(token: Token) -> bool:
    told = token.unit.kind == "yuan" and not token.approximate
    return told and token.role in _AMOUNTS and printed_digits(token.number) >= _OF_AMOUNT


def _is_telling(rate: Token) -> bool:
    told = rate.role in _RATES and not rate.approximate
    return told and printed_digits(rate.number) >= _OF_RATE and rate.number != _WHOLE


def _keys(rate: Token, top: Token, bottom: Token) -> Iterator[_Key]:
    """What finds the outturn again, by the budget; and the budget, by the outturn."""
    yield "top", rate.number, bottom.unit.kind, bottom.value
    yield "bottom", rate.number, top.unit.kind, top.value


def _against(place: _Place, proved: dict[_Key, Token]) -> Iterator[Proposal]:
    for known in place.amounts:
        if significant_digits(known.number) < _OF_AMOUNT:
            continue
        for side in ("top", "bottom"):
            first = proved.get((side, place.rate.number, known.unit.kind, known.value))
            if first is None or first.block is known.block:
                continue
            odd = _odd(place, known, first)
            if odd is not None:
                yield Proposal((_equal(first, odd),))
                return


def _odd(place: _Place, known: Token, first: Token) -> Token | None:
    """The amount that should be the one proved elsewhere."""
    others = [token for token in place.amounts if token is not known]
    if any(token.value == first.value for token in others):
        return None
    for token in others:
        if a_slip_apart(first, token, _OF_AMOUNT) and not of_two_things(first, token):
            return token
    odd = others[0] if len(others) == 1 else None  # nothing else that it could be
    if odd is None or first.value >= known.value or _SPENT.search(odd.lead) is None:
        return None
    return None if of_two_things(first, odd) else odd


def _equal(first: Token, later: Token) -> Relation:
    return relation(KIND, "equal", later, [(first, first.role)], role=later.role)
