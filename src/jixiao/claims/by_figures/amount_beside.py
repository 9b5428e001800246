"""Rates of the amount right before them, of a whole told anywhere: 安排项目43个。…完工40个，完工率93.02%.

One operand stands beside the rate, so that the whole may be looked for in the whole document; only one value
may make it, and so many tries may hardly agree by accident. Such a claim only holds, never fails.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.by_figures.chance import is_no_accident, tellings
from jixiao.claims.by_figures.pool import AMOUNTS, RATES
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import may_be_rate, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Decision, Relation, decide

_FEWEST = 1000
"""Of rates with fewer digits many agree by accident."""


def told_by_amount_beside(
    claims: Sequence[tuple[Relation, Decision]], reading: Reading
) -> Iterator[tuple[Relation, Decision]]:
    """A claim for each rate or share that no claim tells the origin of, where just one whole makes it."""
    rated = {made.stated.index for made, _ in claims if made.kind in RATES}
    wholes: dict[str, dict[Decimal, Token]] = defaultdict(dict)
    for token in reading.tokens:
        if token.unit.kind in AMOUNTS and token.number and not token.approximate and not token.comparator:
            wholes[token.unit.name].setdefault(token.value, token)
    for position, statement in enumerate(reading.statements):
        for role in ("rate", "share"):
            rate = statement.roles.get(role)
            if rate is None or rate.index in rated or rate.unit.kind != "percent" or rate.cell is not None:
                continue
            if rate.approximate or rate.comparator or tellings(rate) < _FEWEST:
                continue
            part = _part(reading.statements, position, rate)
            made = _made(rate, part, wholes[part.unit.name]) if part is not None else None
            if made is not None:
                yield made, decide(made)


def _part(statements: Sequence[Statement], position: int, rate: Token) -> Token | None:
    """The amount of its own statement, else of the one before in its sentence."""
    for statement in statements[max(position - 1, 0) : position + 1][::-1]:
        main = statement.main
        if main is not None and main.end <= rate.start and main.block is rate.block:
            same = main.sentence == rate.sentence and main.unit.kind in AMOUNTS
            return main if same and main.number and not main.approximate else None
    return None


def _made(rate: Token, part: Token, wholes: dict[Decimal, Token]) -> Relation | None:
    if not is_no_accident(len(wholes), 1 / tellings(rate)):
        return None
    found = []
    for whole in wholes.values():
        if whole is not part and may_be_rate(rate, part, whole):
            kind = "share" if rate.role == "share" else "rate"
            made = relation(kind, "quotient", rate, [(part, "part"), (whole, "whole")], "inferred")
            if decide(made).holds:
                found.append(made)
    return found[0] if len(found) == 1 else None
