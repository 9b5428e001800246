"""Failing claims to roots: few numbers whose change makes the document consistent, found greedily.

The number whose one change mends most failing claims comes first. Numbers wait in a heap with an upper bound,
how many failing claims they take part in; a bound is replaced by the truth only when it comes to the top, so
that most numbers are never examined.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from jixiao.core.claim import Claim
from jixiao.core.solution import Correction, Root
from jixiao.solving.candidates import Candidate, agreement, candidates, half_unit
from jixiao.solving.graph import Graph, independent_of_each_other, indexes
from jixiao.solving.needed import needed

PRIORITY = (
    "unit",
    "restated",
    "sum",
    "rate",
    "growth",
    "share",
    "difference",
    "score_sum",
    "count",
    "ratio",
    "bound",
    "grade",
)
"""Which kind of claim shows a contradiction best."""

_CODED = "accounts_"
"""Kinds of coded cross-checks: what a rule of the field says comes before what the words suggest."""
_MOST_EXAMINED = 24
"""Numbers examined through one claim."""
_MOST_TIMES = 4
"""Times that one number is examined again after others took some of its claims."""
_MOST_RIVALS = 8

_Key = tuple[int, int, int, int, int]
"""Less is more suspect: claims mended (negative), claims broken, no slip, holding claims, tier."""


@dataclass(frozen=True, slots=True)
class _Suspicion:
    """A number examined: the claims that one value of it mends, and that value where one is known."""

    index: int
    claims: tuple[Claim, ...]
    candidate: Candidate | None
    key: _Key


class _Search:
    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.left: dict[int, list[Claim]] = defaultdict(list)
        self.taken: set[str] = set()
        self.versions: dict[int, int] = defaultdict(int)
        self.times: dict[int, int] = defaultdict(int)
        self.charged: dict[str, int] = defaultdict(int)
        for claim in graph.failing:
            for index in indexes(claim):
                self.left[index].append(claim)

    def groups(self) -> Iterator[_Suspicion]:
        """The suspects, each with its claims; claims that no shared number explains are not among them."""
        heap: list[tuple[_Key, int, int, _Suspicion | None]] = [
            (self._bound(index), index, 0, None) for index in self.left if len(self.left[index]) > 1
        ]
        heapq.heapify(heap)
        while heap:
            _, index, version, suspicion = heapq.heappop(heap)
            if suspicion is None or version != self.versions[index]:
                suspicion = self._examine(index)
                if suspicion is not None:
                    heapq.heappush(heap, (suspicion.key, index, self.versions[index], suspicion))
                continue
            yield suspicion
            self._take(suspicion.claims)

    def _bound(self, index: int) -> _Key:
        return -len(self.left[index]), 0, 0, len(self.graph.around(index).holding), 0

    def _take(self, claims: tuple[Claim, ...]) -> None:
        self.taken.update(claim.id for claim in claims)
        for index in {index for claim in claims for index in indexes(claim)}:
            self.left[index] = [claim for claim in self.left[index] if claim.id not in self.taken]
            self.versions[index] += 1

    def _examine(self, index: int) -> _Suspicion | None:
        claims = self.left[index]
        if len(claims) < 2 or self.times[index] >= _MOST_TIMES:
            return None
        claims = [claim for claim in claims if self.charged[claim.id] < _MOST_EXAMINED]
        for claim in claims:
            self.charged[claim.id] += 1
        self.times[index] += 1
        return self.weigh(index, claims)

    def weigh(self, index: int, claims: list[Claim]) -> _Suspicion | None:
        """What one change of the number could mend; None for fewer than two claims or when it breaks more."""
        quantity = self.graph.quantities[index]
        demands = [(claim, needed(claim.relation, index)) for claim in claims]
        agreed = agreement(quantity, [(claim, demand) for claim, demand in demands if demand is not None])
        if len(agreed.claims) < 2:
            return None
        holding = len(self.graph.around(index).confirming)
        options = [
            _Suspicion(index, agreed.claims, found, self._key(agreed.claims, found, holding))
            for found in candidates(self.graph, quantity, agreed)
        ]
        if options:
            return min(options, key=lambda option: option.key)
        if holding:  # nothing known to write there, and others rely on what is written
            return None
        return _Suspicion(index, agreed.claims, None, (-len(agreed.claims), 0, 2, 0, 3))

    @staticmethod
    def _key(claims: tuple[Claim, ...], found: Candidate, holding: int) -> _Key:
        return -len(claims), len(found.broken), found.tier // 2, holding, found.tier


def find_roots(graph: Graph) -> list[Root]:
    """Every failing claim in exactly one root, in the order of the document."""
    search = _Search(graph)
    roots = [_root(search, suspicion) for suspicion in search.groups()]
    roots.extend(_single(graph, claim) for claim in graph.failing if claim.id not in search.taken)
    return sorted(roots, key=lambda root: root.lead.relation.stated.index)


def _root(search: _Search, suspicion: _Suspicion) -> Root:
    found = suspicion.candidate
    correction = None
    if found is not None and found.breaks_only_copies and _may_be_written(search.graph, found):
        support = independent_of_each_other(_equations(suspicion.claims), suspicion.index)
        if len(support) < 2 or _has_rival(search, suspicion):
            support = _confirmation(search.graph, suspicion.claims, suspicion.index) if found.tier < 2 else []
        if len(support) > 1:
            correction = Correction(found.quantity, found.number, found.error_type, tuple(support))
    return _made(suspicion.claims, correction)


def _may_be_written(graph: Graph, found: Candidate) -> bool:
    """No correction where the same thing is told elsewhere with a figure of its own: either may be right."""
    return not graph.is_told_otherwise(found.quantity, found.number)


def _equations(claims: Iterable[Claim]) -> list[Claim]:
    """Without limits between figures; a limit that the figure breaks by itself blames it alone."""
    return [claim for claim in claims if claim.relation.comparator == "=" or not claim.relation.operands]


def _has_rival(search: _Search, suspicion: _Suspicion) -> bool:
    """Whether another number explains the same claims just as well, so that neither can be blamed."""
    shared = set.intersection(*(indexes(claim) for claim in suspicion.claims)) - {suspicion.index}
    for index in sorted(shared)[:_MOST_RIVALS]:
        other = search.weigh(index, list(suspicion.claims))
        if other is not None and other.candidate is not None and other.key <= suspicion.key:
            return True
    return False


def _single(graph: Graph, claim: Claim) -> Root:
    """A failing claim by itself: a slip in its one doubtful figure, when others confirm the rest."""
    doubtful = [index for index in indexes(claim) if not _is_confirmed(graph, index)]
    support = _confirmation(graph, (claim,), doubtful[0]) if len(doubtful) == 1 else []
    demand = needed(claim.relation, doubtful[0]) if len(support) > 1 else None
    if demand is None:
        return _made((claim,), None)
    quantity = graph.quantities[doubtful[0]]
    agreed = agreement(quantity, [(claim, demand)])
    for found in candidates(graph, quantity, agreed):
        if found.tier < 2 and _may_be_written(graph, found) and _comes_out(claim, found, agreed.centre):
            return _made((claim,), Correction(quantity, found.number, found.error_type, tuple(support)))
    return _made((claim,), None)


def _comes_out(claim: Claim, found: Candidate, centre: Decimal) -> bool:
    """Whether a sum then adds up as printed; that rounding could explain the rest is no proof of a figure."""
    if claim.relation.formula != "sum":
        return True
    return abs(found.number * found.quantity.unit.scale - centre) <= half_unit(found.quantity)


def _is_confirmed(graph: Graph, index: int) -> bool:
    """Whether a figure is right by another relation; zero needs none."""
    return graph.quantities[index].number == 0 or bool(graph.around(index).confirming)


def _confirmation(graph: Graph, claims: Iterable[Claim], suspect: int) -> list[Claim]:
    """A failing claim in which only the suspect is doubtful, with those that confirm its other figures."""
    for claim in _equations(claims):
        others = sorted(indexes(claim) - {suspect})
        if (
            others
            and not _is_confirmed(graph, suspect)
            and all(_is_confirmed(graph, index) for index in others)
        ):
            confirming = [around[0] for index in others if (around := graph.around(index).confirming)]
            return [claim, *{other.id: other for other in confirming}.values()]
    return []


def _made(claims: tuple[Claim, ...], correction: Correction | None) -> Root:
    """The root; the claim that shows the contradiction best comes first."""

    def order(claim: Claim) -> tuple[bool, bool, int, int]:
        stated = claim.relation.stated.index
        blames = correction is not None and stated == correction.quantity.index
        rank = PRIORITY.index(claim.kind) if claim.kind in PRIORITY else len(PRIORITY)
        rank = -1 if claim.kind.startswith(_CODED) else rank
        return claim.relation.binding == "inferred", not blames, rank, stated

    ordered = tuple(sorted(claims, key=order))
    return Root(ordered, correction, "warning" if ordered[0].relation.binding == "inferred" else "error")
