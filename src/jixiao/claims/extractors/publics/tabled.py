"""The three publics in words against their table: 公务接待费1356万元 in the text, 1358 in the table.

Names vary and tables stand either way up, so that figures are paired by the kind of cost. What differs is a
contradiction where most of the table's figures of that year are told in words as they stand in it.
"""

from collections import defaultdict
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.publics import Figure, cost_of, tabled
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER
from jixiao.core.claim import Operand, Relation

KIND = "restated"
_FEWEST = 2
"""Figures, not nil, that words and table must have in common."""

_Told = dict[tuple[str, int], list[Token]]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Pairs of figures of one cost, one in a table and one in words."""
    tables = list(tabled(reading))
    told = _in_words(reading) if tables else {}
    units = {token.unit for tokens in told.values() for token in tokens}
    for figures in tables:
        if any(figure.token.unit is NUMBER for figure in figures) and len(units) != 1:
            continue
        groups: dict[tuple[int, str], list[Figure]] = defaultdict(list)
        for figure in figures:
            groups[figure.year, figure.stage].append(figure)
        matched = [_match(group, told, figures) for group in groups.values()]
        used: set[int] = set()
        for agreed, differing in sorted(matched, key=lambda pairs: -len(pairs[0])):
            for pair in agreed:
                yield Proposal((_equal(*pair),), asserted=False)
            common = sum(bool(token.number) for token, _ in agreed)
            if common < max(_FEWEST, len(differing)):
                continue
            for token, other in differing:
                if other.index not in used:
                    used.add(other.index)
                    yield Proposal((_equal(token, other),))


def _in_words(reading: Reading) -> _Told:
    """The amounts of each cost and year told in sentences."""
    told: _Told = defaultdict(list)
    for statement in reading.statements:
        cost = cost_of(statement.label) if statement.table is None else ""
        for role in ("main", "plan", "initial"):
            token = statement.roles.get(role)
            year = statement.period or reading.year
            if not cost or year is None or token is None or token.cell is not None:
                continue
            if token.unit.kind == "yuan" and not token.approximate:
                told[cost, year].append(token)
    return told


def _match(
    group: list[Figure], told: _Told, table: list[Figure]
) -> tuple[list[tuple[Token, Token]], list[tuple[Token, Token]]]:
    """Figures of the table with those in words that agree, and with the only one that does not."""
    agreed: list[tuple[Token, Token]] = []
    differing: list[tuple[Token, Token]] = []
    for figure in group:
        words = told.get((figure.cost, figure.year), [])
        same = next((token for token in words if _alike(figure.token, token)), None)
        if same is not None:
            agreed.append((figure.token, same))
        elif len({token.number * token.unit.scale for token in words}) == 1 and not any(
            # What stands elsewhere in the table for this cost is of another stage or year.
            other.cost == figure.cost and _alike(other.token, words[0])
            for other in table
        ):
            differing.append((figure.token, words[0]))
    return agreed, differing


def _alike(tabled_: Token, told: Token) -> bool:
    scale = told.unit.scale if tabled_.unit is NUMBER else tabled_.unit.scale
    return tabled_.number * scale == told.number * told.unit.scale


def _equal(tabled_: Token, told: Token) -> Relation:
    pair = quantity(tabled_, told.unit if tabled_.unit is NUMBER else None), quantity(told)
    later, earlier = sorted(pair, key=lambda figure: -figure.index)
    operand = Operand(earlier, told.role)
    return Relation("restated", "equal", later, (operand,), role=told.role)
