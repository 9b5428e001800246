"""What a document tells under a name, the nearest first; found by its characters, however long the text."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import key_of, shared_words
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tokens import Token

_SHARED = 2
"""Characters in a row that the names of one thing have in common."""
_MOST = 12
"""Facts under a name that are looked at."""
_TOTAL = re.compile(r"合计|总|全部|全年|本年|共")
_CLAUSE = re.compile(r"[，,。；;：:、()（）]")


class FactsCalled:
    """The facts of a document by what they are called."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = sorted(facts, key=lambda fact: fact.token.index)
        self._named: dict[str, list[Fact]] = defaultdict(list)
        self._names: dict[str, list[str]] = defaultdict(list)
        self._blocks: dict[int, list[Fact]] = defaultdict(list)
        self._alike: dict[str, list[str]] = {}
        for fact in self._facts:
            if fact.role in ("main", "plan"):
                if fact.name and fact.name not in self._named:
                    for stretch in _stretches(fact.name):
                        self._names[stretch].append(fact.name)
                self._named[fact.name].append(fact)
                self._blocks[fact.token.block.index].append(fact)

    @cached_property
    def plans(self) -> Sequence[Fact]:
        """Every plan, in reading order."""
        return [fact for fact in self._facts if fact.role == "plan"]

    @cached_property
    def _totals(self) -> Sequence[Fact]:
        told = [fact for facts in self._named.values() for fact in facts]
        totals = [fact for fact in told if _TOTAL.search(fact.name + clause_of(fact.token))]
        return sorted(totals, key=lambda fact: fact.token.index)

    def whose_clause(self, words: re.Pattern[str]) -> Iterator[Token]:
        """The figures in whose clause such words stand, in reading order."""
        return (fact.token for fact in self._facts if words.search(clause_of(fact.token)))

    def called(self, name: str, rate: Token) -> list[Token]:
        """The outturns so named, the nearest to a figure first."""
        return _tokens(nearest([fact for fact in self._of(name, rate) if fact.role == "main"], rate))

    def wholes(self, name: str, rate: Token, *, plain: bool) -> list[Token]:
        """What a whole is called: what bears its name; where that is plain, totals and its own sentence."""
        told = list(self._of(name, rate)) if name else []
        if plain:
            beside = self._blocks[rate.block.index]
            told += [fact for fact in beside if fact.token.sentence == rate.sentence]
            told += _around(self._totals, rate) if name else []
        if name.endswith("预算"):
            told += _around(self.plans, rate)
        return _tokens(nearest(list({fact.token.index: fact for fact in told}.values()), rate))

    def _of(self, name: str, rate: Token) -> Iterator[Fact]:
        """Outturns and plans near a figure under each name that means the same."""
        alike = self._alike.get(name)
        if alike is None:
            candidates = {told for stretch in _stretches(name) for told in self._names[stretch]}
            alike = self._alike[name] = [told for told in candidates if _is_called(told, name)]
        for told in alike:
            yield from _around(self._named[told], rate)


@once
def facts_called(reading: Reading) -> FactsCalled:
    """The facts of a reading by what they are called."""
    return FactsCalled(facts_of(reading))


def clause_of(token: Token) -> str:
    """The words before a figure in its own clause."""
    return _CLAUSE.split(token.lead)[-1]


def nearest(told: Sequence[Fact], rate: Token) -> list[Fact]:
    """The facts nearest to a figure, the nearest first."""
    return sorted(told, key=lambda fact: (abs(fact.token.index - rate.index), fact.token.index))[:_MOST]


def _around(facts: Sequence[Fact], rate: Token) -> Sequence[Fact]:
    """Of facts in reading order those among which the nearest to a figure are."""
    at = bisect_left(facts, rate.index, key=lambda fact: fact.token.index)
    return facts[max(0, at - _MOST) : at + _MOST]


def _tokens(facts: Iterable[Fact]) -> list[Token]:
    return [fact.token for fact in facts]


def _stretches(name: str) -> set[str]:
    """Every two neighbouring characters of a name and of what it is reduced to."""
    return {text[at : at + _SHARED] for text in (name, key_of(name)) for at in range(len(text) - _SHARED + 1)}


def _is_called(told: str, name: str) -> bool:
    return name in told or told in name or shared_words(told, name) >= _SHARED
