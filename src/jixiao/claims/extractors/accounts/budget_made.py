"""What a budget was made of in the course of the year, and the rate of what was spent of it."""

from collections.abc import Iterator

from jixiao.claims.reading.budgets_made import MadeBudget, made_budgets, spent_rates
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.core.claim import Relation

KIND = "sum"
_FEWEST = 2


def extract(reading: Reading) -> Iterator[Proposal]:
    """The total of each from its parts, and its rate, which may be told of the first budget as well."""
    for one in made_budgets(reading):
        if len(one.parts) >= _FEWEST:
            made = _sum(one)
            # Behind its parts a total is of just these; a list below a total may leave something out.
            yield Proposal((made,), asserted=not one.ahead or near_miss(made))
    for readings in spent_rates(reading).values():
        yield Proposal(readings)


def _sum(one: MadeBudget) -> Relation:
    parts = [(token, "part", sign) for token, sign in one.parts]
    return relation(KIND, "sum", one.total, parts, role="total")
