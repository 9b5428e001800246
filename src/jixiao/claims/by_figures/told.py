"""Figures that no claim tells the origin of, given the two others that make them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from jixiao.claims.by_figures.differences import differences_of
from jixiao.claims.by_figures.pool import AMOUNTS, RATES, Pool
from jixiao.claims.by_figures.quotients import quotients_of
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Decision, Relation, decide

if TYPE_CHECKING:
    from decimal import Decimal

_ADDED = frozenset(("sum", "difference", "score_sum", "count"))
_NEAR = 2
"""Paragraphs before and behind."""
_MOST = 240
"""Figures around one: of more, too many pairs are tried for any to tell."""
Decided = tuple[Relation, Decision]


def told_by_figures(claims: Sequence[Decided], reading: Reading) -> Iterator[Decided]:
    """A claim for each such figure that exactly one pair makes, in its sentence, paragraph or near it."""
    rated = {made.stated.index for made, _ in claims if made.kind in RATES}
    added = {made.stated.index for made, _ in claims if made.kind in _ADDED}
    known = {_indexes(made) for made, _ in claims}
    scopes = _Scopes(reading.tokens)
    for token in reading.tokens:
        is_rate = token.unit.kind == "percent" and token.index not in rated
        is_amount = token.unit.kind in AMOUNTS and token.index not in added
        if (is_rate or is_amount) and token.cell is None and not token.approximate and not token.comparator:
            made = _only_pair(token, scopes)
            if made is not None and _indexes(made) not in known:
                yield made, decide(made)


def _indexes(made: Relation) -> frozenset[int]:
    return frozenset((made.stated.index, *(operand.quantity.index for operand in made.operands)))


def _only_pair(token: Token, scopes: "_Scopes") -> Relation | None:
    """The only reading in the narrowest scope that has one."""
    falls = token.direction < 0 or token.role in ("rate", "level")
    for pools in scopes.around(token):
        found: dict[frozenset[Decimal], Relation] = {}
        for kind, pool in pools.items():
            if token.unit.kind == "percent":
                readings = quotients_of(token, pool, falls=falls)
            elif token.unit.kind == kind:
                readings = differences_of(token, pool)
            else:
                continue
            for made in readings:
                found.setdefault(frozenset(operand.quantity.value for operand in made.operands), made)
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


class _Scopes:
    """The amounts of each sentence and paragraph, and of those around it, by kind; made on first use."""

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
        self._made: dict[tuple[str, int], dict[str, Pool]] = {}

    def around(self, token: Token) -> Iterator[dict[str, Pool]]:
        """The pools of each scope, the narrowest first."""
        yield self._pools("sentence", token.sentence)
        yield self._pools("paragraph", token.block.index)
        if token.block.index in self._at:
            yield self._pools("near", token.block.index)

    def _pools(self, scope: str, number: int) -> dict[str, Pool]:
        if (scope, number) not in self._made:
            tokens = self._tokens(scope, number)
            pools = {kind: Pool(one for one in tokens if one.unit.kind == kind) for kind in AMOUNTS}
            self._made[scope, number] = pools
        return self._made[scope, number]

    def _tokens(self, scope: str, number: int) -> Sequence[Token]:
        if scope == "sentence":
            return self._sentences[number]
        if scope == "paragraph":
            return self._blocks[number]
        at = self._at[number]
        blocks = self._order[max(at - _NEAR, 0) : at + _NEAR + 1]
        near = [token for block in blocks for token in self._blocks[block]]
        return near if len(near) <= _MOST else ()
