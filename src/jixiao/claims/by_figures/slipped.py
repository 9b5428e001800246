"""Figures that nothing supports, two digits exchanged in one that other claims support, in like words.

全年结案7061件，结案率95.06% in one paragraph, and 审执结7016件 in another, of which nothing is told.
Two digits are exchanged, and a word of the clause or a figure beside them that both share says that they are
one fact. One wrong digit says less: two offices may spend 210.50 and 310.50.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.by_figures.chance import tellings
from jixiao.claims.by_figures.pool import AMOUNTS
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.slips_away import digits_left
from jixiao.claims.reading.telling import Telling, of_text
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Decision, Relation, decide
from jixiao.core.digits import plain_digits, printed_digits
from jixiao.core.slips import one_slip_apart

_FEWEST = 4
"""Printed digits: figures of three are one slip apart too often by accident."""
_TELLING = 100
"""``tellings`` of a figure at least: 20000 and 30000 are no slip apart."""
_TIME = re.compile(r"上年|去年|同期|上一年|[当上]月|[1-9]月|季度|半年")
"""Words of another time than the year that is told of."""
_COMPANY = 2
"""Words that a figure beside them which both share is worth."""
_FAR = Decimal("0.5")
"""What a word of the wider surroundings is worth, beside at least one nearer."""
Decided = tuple[Relation, Decision]


def slipped_tellings(claims: Sequence[Decided], reading: Reading) -> Iterator[Decided]:
    """The claim that each such figure equals the supported one most like it; it fails."""
    told = _Told(claims, reading)
    for token in told.unsupported():
        others = [(score, other) for other in told.near(token) if (score := told.likeness(token, other)) >= 1]
        if others:
            _, other = max(others, key=lambda pair: (pair[0], -pair[1].index))
            first, later = sorted((token, other), key=lambda one: one.index)
            made = relation("restated", "equal", later, [(first, first.role)], role=later.role)
            decision = decide(made)
            if decision.verdict == "fails":
                yield made, decision


class _Told:
    """The longer amounts of a text, what supports them, and what stands beside them."""

    def __init__(self, claims: Sequence[Decided], reading: Reading) -> None:
        self._reading = reading
        self._tokens = [token for token in reading.tokens if _is_long(token)]
        self._times = Counter(token.value for token in self._tokens)
        self._claimed, self._disputed = _figures(claims, holds=True), _figures(claims, holds=False)
        self._supported = {token.value for token in self._tokens if token.index in self._claimed}
        self._company: dict[int, set[Decimal]] = defaultdict(set)
        self._by_digits: dict[str, list[Token]] = defaultdict(list)
        for token in self._tokens:
            self._company[token.sentence].add(token.value)
            if token.value in self._supported and token.cell is None:
                for digits in set(digits_left(token)):
                    self._by_digits[digits].append(token)

    def unsupported(self) -> Iterator[Token]:
        """The figures of the text told once, of which no claim holds and none is in dispute."""
        known = self._claimed | self._disputed
        for token in self._tokens:
            if token.cell is None and self._times[token.value] == 1 and token.index not in known:
                yield token

    def near(self, token: Token) -> Iterator[Token]:
        """The supported ones of other paragraphs of which this one has two digits exchanged."""
        found = {one.index: one for digits in digits_left(token) for one in self._by_digits[digits]}
        for one in found.values():
            alike = one.block is not token.block and one.unit == token.unit and one.value != token.value
            exchanged = sorted(plain_digits(token.number)) == sorted(plain_digits(one.number))
            if alike and exchanged and one_slip_apart(token.build(), one.value / token.unit.scale):
                yield one

    def likeness(self, token: Token, other: Token) -> Decimal:
        """How many words, and figures beside them, the two share; 0 where something tells them apart."""
        one, two = of_text(self._reading, token), of_text(self._reading, other)
        if of_two_things(token, other) or _times(one) != _times(two):
            return Decimal(0)
        company = len(self._company[token.sentence] & self._company[other.sentence])
        near = one.near & two.near
        far = ((one.near & two.far) | (one.far & two.near)) - near
        return company * _COMPANY + len(near) + len(far) * _FAR if company or near else Decimal(0)


def _is_long(token: Token) -> bool:
    exact = not token.approximate and not token.comparator and token.unit.kind in AMOUNTS
    return exact and printed_digits(token.number) >= _FEWEST and tellings(token) >= _TELLING


def _figures(claims: Sequence[Decided], *, holds: bool) -> set[int]:
    """The figures of the equations that hold, or do not; a bound (no more than …) supports none."""
    return {
        figure.index
        for made, decision in claims
        if made.comparator == "=" and decision.verdict == ("holds" if holds else "fails")
        for figure in (made.stated, *(operand.quantity for operand in made.operands))
    }


def _times(told: Telling) -> set[str]:
    return set(_TIME.findall(told.clause))
