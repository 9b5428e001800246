"""Rates that follow, not from what they were read as being of, but from two others of their paragraph.

到位资金A，支出B，为全年任务C的p%，其中…: of several amounts the wrong two may be taken. Where two others make
the rate, to all its digits and as the only ones, what was misread is the reading, not the figure. A rate
whose words name what it is of, or that one wrong digit explains, stays in dispute; so does a share, whose
whole and parts are told together. Nor does a rate miss two amounts where it is known to be that of others, or
where these make another rate of the paragraph (不合格A，不合格率p%，覆盖率100%): all of something is often
told without the amounts, and names what neither amount is of. 设24项，完成21项，基本完成3项，完成率87.5%: two
parts of a whole are no rate of each other, but one of them is of the whole.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from jixiao.claims.rates.facts_called import clause_of
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import may_be_rate, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.core.claim import Decision, Relation, decide
from jixiao.core.digits import significant_digits

_FORMULAS = {
    "quotient": "quotient",
    "base_rate": "base_rate",
    "change_rate": "base_rate",
    "shortfall_rate": "shortfall_rate",
    "decrease_rate": "shortfall_rate",
}
"""By the formula of a rate in dispute, that of two others that may make it: growth is of now and before."""
_FEWEST_DIGITS = 3
"""Of figures with fewer, two of a dozen agree by chance: 95% is between 0.945 and 0.955."""
_MOST = 16
"""Amounts of a paragraph: the pairs of so many agree with three digits by chance in one of ten."""
_NAMED = re.compile(r"([\u4e00-\u9fff]{2,4})率(?:为|是|达到?了?|约|有|:|\s)*$")
_OF_FUNDS = re.compile(r"执行|完成|支[出付]|到位|拨付|使用|发放|兑|资金|预算|投入|实现|进度|结[余转]|节约")
"""Rates of what was planned or came in, whatever it is called where it is told."""
_BEHIND = 8
"""Characters behind an amount that may name what it is of."""
Decided = tuple[Relation, Decision]
Values = tuple[Decimal, ...]


def read_otherwise(claims: Iterable[Decided], tokens: Iterable[Token]) -> Iterator[Decided]:
    """The claims, with such a rate given the two amounts that make it, of which no rate is told yet."""
    claims = list(claims)
    taken = set(_taken(claims))
    amounts: dict[int, list[Token]] = defaultdict(list)
    stated: dict[int, Token] = {}
    for token in tokens:
        if token.cell is None and token.number:
            amounts[token.block.index].append(token)
            stated[token.index] = token
    proved = {made.stated.index for made, decision in claims if decision.holds and _proves(made)}
    known = _Known(claims)
    for made, decision in claims:
        if decision.verdict != "fails" or made.formula not in _FORMULAS or made.binding == "named":
            yield made, decision
        elif made.stated.index not in proved and not known.make_another(made):
            rate = stated.get(made.stated.index)
            if rate is not None and _is_all_of_another(made, rate, stated):
                continue
            other = None
            if rate is not None:
                other = known.of_whole(made, rate, stated) or _of_others(
                    made, rate, amounts[rate.block.index], taken
                )
            yield (made, decision) if other is None else (other, decide(other))


class _Known:
    """What the claims that hold tell: which pairs make a rate, and which figures are parts of one whole."""

    def __init__(self, claims: Iterable[Decided]) -> None:
        self._makes: dict[tuple[int, ...], list[Relation]] = defaultdict(list)
        self._wholes: dict[int, list[Relation]] = defaultdict(list)
        for made, decision in claims:
            if decision.holds and made.formula == "quotient":
                self._makes[_pair(made)].append(made)
            elif decision.holds and made.kind == "count" and made.formula == "sum":
                for operand in made.operands:
                    self._wholes[operand.quantity.index].append(made)

    def make_another(self, made: Relation) -> bool:
        """Whether the two amounts of a rate make, in its own paragraph, another one that says more."""
        own = made.stated
        others = self._makes[_pair(made)] if made.formula == "quotient" and own.number == HUNDRED else []
        return any(
            other.stated.place.block == own.place.block and other.stated.index != own.index
            for other in others
        )

    def of_whole(self, made: Relation, rate: Token, tokens: Mapping[int, Token]) -> Relation | None:
        """The rate as one of its two figures in the whole that both are parts of, where it is that."""
        if made.formula != "quotient":
            return None
        part, other = _pair(made)
        for total in self._wholes[part]:
            whole = tokens.get(total.stated.index)
            parts = {operand.quantity.index for operand in total.operands}
            if whole is None or other not in parts or whole.block is not rate.block:
                continue
            for one in (other, part):
                told = relation(
                    made.kind, "quotient", rate, [(tokens[one], "main"), (whole, "plan")], "inferred"
                )
                if decide(told).holds:
                    return told
        return None


def _is_all_of_another(made: Relation, rate: Token, tokens: Mapping[int, Token]) -> bool:
    """资金A，资金B，覆盖率100%: whether a rate of a hundred is named after what neither amount is of."""
    named = _NAMED.search(rate.lead) if rate.number == HUNDRED and made.formula == "quotient" else None
    if named is None or _OF_FUNDS.search(named[1]) is not None:
        return False
    amounts = [token for index in _pair(made) if (token := tokens.get(index)) is not None]
    words = [clause_of(one) + one.block.text[one.end : one.end + _BEHIND] for one in amounts]
    return not any(named[1][-2:] in told for told in words)


def _pair(made: Relation) -> tuple[int, ...]:
    return tuple(operand.quantity.index for operand in made.operands)


def _proves(made: Relation) -> bool:
    """Whether a rate holds by figures of enough digits: it is of those, whatever else it misses."""
    figures = (made.stated, *(operand.quantity for operand in made.operands))
    return made.formula in _FORMULAS and all(_is_telling(figure.number) for figure in figures)


def _is_telling(number: Decimal) -> bool:
    return significant_digits(number) >= _FEWEST_DIGITS


def _taken(claims: Iterable[Decided]) -> Iterator[Values]:
    """Both amounts of every rate; of one in dispute the first alone: two exchanged make each other's."""
    for made, decision in claims:
        if made.formula in _FORMULAS:
            yield tuple(operand.quantity.value for operand in made.operands)
            if decision.verdict == "fails":
                yield (made.operands[0].quantity.value,)


def _of_others(made: Relation, rate: Token, amounts: Sequence[Token], taken: set[Values]) -> Relation | None:
    if made.comparator != "=" or made.kind == "share" or not _is_telling(rate.number) or near_miss(made):
        return None
    kind = made.operands[0].quantity.unit.kind
    pool = [token for token in amounts if token.unit.kind == kind and _is_telling(token.number)]
    found = list(_pairs(made, rate, pool, taken)) if len(pool) <= _MOST else []
    return found[0] if len(found) == 1 else None


def _pairs(made: Relation, rate: Token, pool: Sequence[Token], taken: set[Values]) -> Iterator[Relation]:
    formula = _FORMULAS[made.formula]
    top_role, bottom_role = (operand.role for operand in made.operands)
    told: set[Values] = set()
    part, whole = (operand.quantity.value for operand in made.operands)
    for top, bottom in permutations(pool, 2):
        values = (top.value, bottom.value)
        # Copied from another, whose rate it is; of another base; or upside down.
        if (top.value,) in taken or values in taken or values in told or values == (whole, part):
            continue
        if formula == "quotient" and not may_be_rate(rate, top, bottom):
            continue
        other = relation(made.kind, formula, rate, [(top, top_role), (bottom, bottom_role)], "inferred")
        if decide(other).holds and not decide(other).note:
            told.add(values)
            yield other
