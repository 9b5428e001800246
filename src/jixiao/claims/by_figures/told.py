"""Figures that no claim tells the origin of, given the two others that make them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from jixiao.claims.by_figures.differences import differences_of
from jixiao.claims.by_figures.pool import Pool
from jixiao.claims.by_figures.quotients import quotients_of
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Decision, Relation, decide

if TYPE_CHECKING:
    from decimal import Decimal

_RATES = frozenset(("rate", "share", "growth", "ratio"))
_ADDED = frozenset(("sum", "difference", "score_sum", "count"))
_NEAR = 2
"""Paragraphs before and behind."""
_MOST = 240
"""Figures around one: of more, too many pairs are tried for any to tell."""
Decided = tuple[Relation, Decision]


def told_by_figures(claims: Sequence[Decided], reading: Reading) -> Iterator[Decided]:
    """A claim for each such figure that exactly one pair makes, in its sentence, paragraph or near it."""
    rated = {made.stated.index for made, decision in claims if made.kind in _RATES}
    added = {made.stated.index for made, decision in claims if made.kind in _ADDED}
    known = {_indexes(made) for made, _ in claims}
    scopes = _Scopes(reading.tokens)
    for token in reading.tokens:
        if token.cell is not None or token.approximate or token.comparator:
            continue
        kind = token.unit.kind
        if kind == "percent" and token.index not in rated:
            made = _only(scopes.pools(token, ("yuan", "count")), partial(_rates, token))
        elif kind in ("yuan", "count") and token.index not in added:
            made = _only(scopes.pools(token, (kind,)), partial(differences_of, token))
        else:
            continue
        if made is not None and _indexes(made) not in known:
            yield made, decide(made)


def _rates(token: Token, first: Pool, second: Pool) -> Iterator[Relation]:
    return quotients_of(token, first, second, falls=token.direction < 0 or token.role in ("rate", "level"))


def _indexes(made: Relation) -> frozenset[int]:
    return frozenset((made.stated.index, *(operand.quantity.index for operand in made.operands)))


Pair = tuple[Pool, Pool]


def _only(
    scopes: Iterable[Sequence[Pair]], find: Callable[[Pool, Pool], Iterator[Relation]]
) -> Relation | None:
    """The only reading in the narrowest scope that has one."""
    for pairs in scopes:
        found: dict[frozenset[Decimal], Relation] = {}
        for first, second in pairs:
            for made in find(first, second):
                found.setdefault(frozenset(o.quantity.value for o in made.operands), made)
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


class _Scopes:
    """The figures of each sentence and paragraph, and of those around it."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._sentences: dict[int, list[Token]] = defaultdict(list)
        self._blocks: dict[int, list[Token]] = defaultdict(list)
        for token in tokens:
            if not token.approximate and not token.comparator and token.number:
                if token.cell is None:
                    self._sentences[token.sentence].append(token)
                self._blocks[token.block.index].append(token)
        self._order = list(self._blocks)
        self._at = {block: at for at, block in enumerate(self._order)}

    def pools(self, token: Token, kinds: Sequence[str]) -> Iterator[Sequence[Pair]]:
        """Pairs of pools, the narrowest scope first."""
        yield self._pairs(self._sentences[token.sentence], token, kinds)
        own = self._blocks[token.block.index]
        yield self._pairs(own, token, kinds)
        at = self._at.get(token.block.index)
        if at is not None:
            near = [t for b in self._order[max(at - _NEAR, 0) : at + _NEAR + 1] for t in self._blocks[b]]
            if len(near) <= _MOST:
                yield self._pairs(near, token, kinds)

    def _pairs(self, tokens: Iterable[Token], token: Token, kinds: Sequence[str]) -> list[Pair]:
        pools = [
            Pool(one for one in tokens if one.unit.kind == kind and one.index != token.index)
            for kind in kinds
        ]
        return [(pool, pool) for pool in pools]
