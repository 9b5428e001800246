"""Parts that sections of their own tell, against a total told anywhere: 基本支出 here, 项目支出 there.

Self-evaluations tell basic and project expenditure each with its first budget, its budget and outturn; the
section on execution then tells the totals of all three. Such sums may only hold, for other parts may be
untold; but where one measure adds up these are all the parts, so that the others must add up as well.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.complements import EXPENDITURE
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

_MEASURES = ("initial", "plan", "main")
_LEAST_DIGITS = 4
_MOST = 6


@dataclass(slots=True)
class _Held:
    """A total, its parts, and the sums over their measures that hold."""

    total: Statement
    parts: Sequence[Statement]
    sums: dict[str, Relation] = field(default_factory=dict)


def of_sections(reading: Reading) -> Iterator[Proposal]:
    """Sums of two such parts that make an amount of the same measure, and of its other measures."""
    held: dict[tuple[int, ...], _Held] = {}
    for measure in _MEASURES:
        told = [s for s in reading.statements if measure in s.roles and _is_amount(s.roles[measure])]
        keyed = [(key_of(s.label), s) for s in told]
        totals: dict[int, list[Statement]] = defaultdict(list)
        for statement in told:
            token = statement.roles[measure]
            if printed_digits(token.number) >= _LEAST_DIGITS:
                totals[int(token.build().value)].append(statement)
        for family in EXPENDITURE:
            named = [[s for key, s in keyed if name in key][:_MOST] for name in family]
            for parts in product(*named):
                if len({part.block for part in parts}) < len(parts):
                    continue
                for total, made in _made(measure, parts, totals):
                    key = (total.index, *(part.index for part in parts))
                    held.setdefault(key, _Held(total, parts)).sums.setdefault(measure, made)
                    yield Proposal((made,), asserted=False)
    explained = {made.stated.index for split in held.values() for made in split.sums.values()}
    for split in held.values():
        yield from _others(split, explained)


def _made(
    measure: str, parts: Sequence[Statement], totals: Mapping[int, list[Statement]]
) -> Iterator[tuple[Statement, Relation]]:
    """The first amount that the parts make, to the digit that rounding leaves open."""
    tokens = [part.roles[measure] for part in parts]
    whole = int(sum(token.build().value for token in tokens))
    unit = int(tokens[0].unit.scale.scaleb(-tokens[0].decimals)) or 1
    if any(token.number == 0 for token in tokens):
        return
    for value in (whole, whole - unit, whole + unit):
        for total in totals.get(value, ()):
            token = total.roles[measure]
            if any(token is part for part in tokens):
                continue
            made = _sum(token, tokens)
            if decide(made).holds:
                yield total, made
                return


def _others(split: _Held, explained: Container[int]) -> Iterator[Proposal]:
    """The failing sums of measures that the total and its parts are told with besides those that add up.

    Two measures with figures of their own prove the parts complete. One alone, or two told alike (预算 and
    执行 of the same amount), may have come by chance: then one digit must explain the gap.
    """
    proved = len({made.stated.value for made in split.sums.values()}) > 1
    for measure in _MEASURES:
        tokens = [statement.roles.get(measure) for statement in (split.total, *split.parts)]
        known = [token for token in tokens if token is not None and _is_amount(token)]
        if measure in split.sums or len(known) < len(tokens) or known[0].index in explained:
            continue
        made = _sum(known[0], known[1:])
        if proved or near_miss(made):
            yield Proposal((made,))


def _sum(total: Token, parts: Sequence[Token]) -> Relation:
    return relation("sum", "sum", total, [(part, "part") for part in parts], role="total")


def _is_amount(token: Token | None) -> bool:
    return token is not None and token.unit.kind == "yuan" and not token.approximate
