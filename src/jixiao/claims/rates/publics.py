"""Changes of the three publics told in words, whose base stands in their table.

公务接待费1356万元，比上年下降3.14%: the table has the 1400万元 of the year before.
"""

from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.publics import cost_of, tabled
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER
from jixiao.core.claim import Operand, Relation


def of_publics(reading: Reading) -> Iterator[Proposal]:
    """Each such rate from its own amount and that of the year before; whether it is meant may vary."""
    bases: dict[tuple[str, int], list[Token]] = {}
    for figures in tabled(reading):
        for figure in figures:
            bases.setdefault((figure.cost, figure.year + 1), []).append(figure.token)
    for statement in reading.statements if bases else ():
        rate, main = statement.roles.get("growth"), statement.amount
        year = statement.period or reading.year
        cost = cost_of(statement.label)
        if rate is None or main is None or year is None or not cost or rate.number < 0:
            continue
        for base in bases.get((cost, year), ())[:2]:
            falls = rate.direction < 0
            yield Proposal((_from_base(rate, main, base, falls=falls),), asserted=False)


def _from_base(rate: Token, main: Token, base: Token, *, falls: bool) -> Relation:
    prior = quantity(base, main.unit if base.unit is NUMBER else None)
    return Relation(
        "growth",
        "shortfall_rate" if falls else "base_rate",
        quantity(rate),
        (Operand(quantity(main), "outturn"), Operand(prior, "prior")),
        role=rate.role,
    )
