"""One amount told in 元 and in 万元 that do not fit: 项目支出3349334.50万元 at first, 3349334.50元 below.

The same digits in two units are one amount with a wrong unit. In a passage whose other amounts are those of
the text rounded (基本支出2,941.87万元, 29,418,730.65元), an amount of the same name with its point moved or a
digit slipped (项目支出85.67万元, 8,567,473.46元) contradicts.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits, significant_digits
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

KIND = "restated"
_LONG, _TELLING = 6, 4
"""Digits that no two amounts share by accident, and those of a rounded amount."""
_COMPANY = 2
"""Amounts beside it that are those of the text, rounded."""
_ROLES = ("main", "plan")
_NAMED = 4
"""Characters of a name that is one thing in a report."""
_TEN = Decimal(10)


def extract(reading: Reading) -> Iterator[Proposal]:
    """Amounts of the same digits in two units, then amounts of one name among others told in both."""
    facts = [fact for fact in facts_of(reading) if _is_amount(fact.token)]
    if len({fact.token.unit.scale for fact in facts}) < 2:
        return
    facts.sort(key=lambda fact: fact.token.index)
    printed: dict[Decimal, Fact] = {}
    for fact in facts:
        if significant_digits(fact.token.number) >= _LONG:
            first = printed.setdefault(fact.token.number, fact)
            if first.token.unit.scale != fact.token.unit.scale:
                yield _contradiction(first.token, fact.token)
    yield from _among_others([fact for fact in facts if fact.token.cell is None and fact.role in _ROLES])


def _is_amount(token: Token) -> bool:
    return token.unit.kind == "yuan" and not token.approximate and not token.declared and token.number != 0


def _among_others(facts: Sequence[Fact]) -> Iterator[Proposal]:
    """The amounts of each block, in a coarser unit, against the finer ones of its own names."""
    coarse: dict[int, list[Fact]] = defaultdict(list)
    named: dict[tuple[str, str, int | None], list[Fact]] = defaultdict(list)
    for fact in facts:
        if printed_digits(fact.token.number) >= _TELLING:
            if fact.token.unit.scale > 1:
                coarse[fact.block].append(fact)
            else:
                named[_key(fact)].append(fact)
    fine = [fact.token.value for same in named.values() for fact in same]
    steps = {_step(fact.token) for own in coarse.values() for fact in own}
    told = {step: {round_half_up(value / step, 0) for value in fine} for step in steps}
    for own in coarse.values():
        odd = [one for one in own if _in_steps(one.token) not in told[_step(one.token)]]
        if len(own) - len(odd) < max(_COMPANY, len(odd)):
            continue
        for fact in odd:
            same = _of_one_value(named[_key(fact)])
            if same and len(fact.name) >= _NAMED and _has_slipped(fact.token, same[0].token):
                yield _contradiction(fact.token, same[0].token)


def _in_steps(token: Token) -> Decimal:
    return round_half_up(token.value / _step(token), 0)


def _step(token: Token) -> Decimal:
    return token.unit.step(token.decimals)


def _key(fact: Fact) -> tuple[str, str, int | None]:
    return key_of(fact.name), fact.role, fact.period


def _of_one_value(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Facts of one name, unless they tell several amounts."""
    return facts if len({fact.token.value for fact in facts}) == 1 else ()


def _rounded(coarse: Token, fine: Token) -> Decimal:
    return round_half_up(fine.value / coarse.unit.scale, coarse.decimals)


def _has_slipped(coarse: Token, fine: Token) -> bool:
    """Whether rounding and one slip, or a power of ten, make the one of the other."""
    if one_slip_apart(coarse.build(), _rounded(coarse, fine)):
        return True
    exact = fine.value / coarse.unit.scale
    moved = (exact * _TEN, exact / _TEN)
    return any(
        abs(amount - coarse.number) < coarse.unit.step(coarse.decimals) / coarse.unit.scale
        for amount in moved
    )


def _contradiction(one: Token, other: Token) -> Proposal:
    first, later = sorted((one, other), key=lambda token: token.index)
    return Proposal((relation(KIND, "equal", later, [(first, first.role)], role=later.role),))
