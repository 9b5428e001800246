"""Changes of the three publics whose amounts stand elsewhere: in their table, or in another section.

公务接待费1356万元，比上年下降3.14%: the table has the 1400万元 of the year before.
“三公”经费决算数比上年减少1.65万元，下降18%: what it came to was told above.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.publics import cost_of, tabled
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER
from jixiao.core.claim import Operand, Relation

if TYPE_CHECKING:
    from decimal import Decimal

_CAME_TO = re.compile(r"决算|支出|执行")
_AGAINST = re.compile(r"(?:((?:19|20)\d\d)年?[^，,。]*?)?[比较与同]\s?(?:19|20)\d\d年")
_SINCE = re.compile(r"(?:[比较与同]|相比)(?:(?:上年|去年)|((?:19|20)\d\d)年)(?!.{0,8}预算)|同比")
_BASIS = re.compile(r"剔除|扣除|同口径|可比")
_BUDGET = re.compile(r"预算(?!财政拨款|拨款)|计划")


def told_above(statements: list[Statement], position: int) -> Token | None:
    """The outturn, told before, of the cost that a change is told of without it; None where several are."""
    own = statements[position]
    cost = cost_of(own.label)
    if not cost or own.roles.keys() - {"change", "growth"} or not _CAME_TO.search(own.lead):
        return None
    if _BUDGET.search(own.lead):
        return None
    against = _AGAINST.search(own.lead)
    year = own.period if against is None else int(against[1]) if against[1] else None
    told = [
        token
        for one in statements[:position]
        if (token := one.main) is not None
        and token.unit.kind == "yuan"
        and one.table is None
        and cost_of(one.label) == cost
        and (one.period is None or year is None or one.period == year)
    ]
    return told[-1] if len({token.number * token.unit.scale for token in told}) == 1 else None


def of_publics(reading: Reading) -> Iterator[Proposal]:
    """Each such rate from its own amount and that of the year before.

    It is meant where the table has the very amount of its year, and one of the year that the words name.
    """
    bases: dict[tuple[str, int], list[Token]] = {}
    outturns: dict[tuple[str, int], set[Decimal]] = {}
    for figures in tabled(reading):
        for figure in figures:
            bases.setdefault((figure.cost, figure.year + 1), []).append(figure.token)
            outturns.setdefault((figure.cost, figure.year), set()).add(figure.token.number)
    for statement in reading.statements if bases else ():
        rate, main = statement.roles.get("growth"), statement.amount
        year = statement.period or reading.year
        cost = cost_of(statement.label)
        if rate is None or main is None or year is None or not cost or rate.number < 0:
            continue
        told = bases.get((cost, year), ())
        sure = {base.number for base in told} != {main.number} and {main.number} == outturns.get((cost, year))
        sure = sure and len({base.number for base in told}) == 1 and _is_since(rate, year)
        for base in told[:2]:
            falls = rate.direction < 0
            yield Proposal((_from_base(rate, main, base, falls=falls),), asserted=sure)


def _is_since(rate: Token, year: int) -> bool:
    """Whether the words compare with the year before: 较2020年, 比上年; with no other basis."""
    since = _SINCE.search(rate.lead)
    return since is not None and since[1] in (None, str(year - 1)) and not _BASIS.search(rate.lead)


def _from_base(rate: Token, main: Token, base: Token, *, falls: bool) -> Relation:
    prior = quantity(base, main.unit if base.unit is NUMBER else None)
    return Relation(
        "growth",
        "shortfall_rate" if falls else "base_rate",
        quantity(rate),
        (Operand(quantity(main), "outturn"), Operand(prior, "prior")),
        role=rate.role,
    )
