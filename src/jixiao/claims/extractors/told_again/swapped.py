"""Two amounts that have changed places: 人员经费480万元，公用经费2046万元 here, the reverse elsewhere.

Where one thing has another's amount, and that other thing has its amount, no rounding and no other reading of
the figures explains it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.heads import of_two_things
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.proposal import Proposal, relation

KIND = "restated"
_ROLES = ("main", "plan")
_SHORTEST = 3
"""Characters of a name that says which thing is meant."""
_MOST = 12
"""So many figures of one name are looked at."""

_Place = tuple[int, int]


def extract(reading: Reading) -> Iterator[Proposal]:
    """The later amount of a thing against the first, where another thing has them the other way round."""
    groups: dict[tuple[str, int | None], list[Fact]] = defaultdict(list)
    for fact in sorted(facts_of(reading), key=lambda fact: fact.token.index):
        token = fact.token
        if token.unit.kind == "yuan" and fact.role in _ROLES and fact.named and not token.approximate:
            groups[fact.role, fact.period].append(fact)
    for facts in groups.values():
        yield from _of_group(facts)


def _of_group(facts: list[Fact]) -> Iterator[Proposal]:
    by_name: dict[str, list[Fact]] = defaultdict(list)
    beside: dict[_Place, list[tuple[str, Fact]]] = defaultdict(list)
    for fact in facts:
        name = key_of(fact.name)
        if len(name) >= _SHORTEST:
            by_name[name].append(fact)
            beside[_place(fact)].append((name, fact))
    done: set[frozenset[str]] = set()
    for name, own in by_name.items():
        if len({_amount(fact) for fact in own}) == 1:
            continue
        for first, later, other in _exchanged(own[:_MOST], name, by_name, beside):
            if frozenset((name, other)) not in done:
                done.add(frozenset((name, other)))
                made = relation(KIND, "equal", later.token, [(first.token, first.role)], role=later.role)
                yield Proposal((made,))


def _exchanged(
    own: list[Fact], name: str, by_name: dict[str, list[Fact]], beside: dict[_Place, list[tuple[str, Fact]]]
) -> Iterator[tuple[Fact, Fact, str]]:
    """First and later figure of a thing, and the thing beside the first that has the later's amount."""
    for at, first in enumerate(own):
        here = _amounts(beside[_place(first)])
        if len(here) == 1 or len(here[name]) > 1:
            continue  # a table tells several amounts of it: income and spending, this year's and last year's
        told = Counter(amount for amounts in here.values() for amount in amounts)
        if not _amount(first) or told[_amount(first)] > 1:
            continue  # nil, or what others have as well, is in nobody's place
        others = {
            other: amount
            for other, (amount, *more) in here.items()
            if other != name and not more and amount and told[amount] == 1
        }
        for later in own[at + 1 :]:
            amount = _amount(later)
            if amount not in others.values() or amount == _amount(first) or _place(first) == _place(later):
                continue
            if of_two_things(first.token, later.token):
                continue
            for other, its in others.items():
                if its == amount and _has(by_name[other], first):
                    yield first, later, other


def _amounts(told: list[tuple[str, Fact]]) -> dict[str, set[Decimal]]:
    """The amounts of each thing told in one place."""
    found: dict[str, set[Decimal]] = defaultdict(set)
    for name, fact in told:
        found[name].add(_amount(fact))
    return found


def _has(facts: list[Fact], first: Fact) -> bool:
    """Whether a thing has this amount elsewhere."""
    return any(_amount(fact) == _amount(first) and _place(fact) != _place(first) for fact in facts[:_MOST])


def _place(fact: Fact) -> _Place:
    return fact.block, fact.sentence


def _amount(fact: Fact) -> Decimal:
    return fact.token.number * fact.token.unit.scale
