"""Rates of a change told right before them, whose base its difference has shown: 净增872.82万元，调增41.5%.

What a change is the difference of (项目支出比年初预算净增d: two cells of a row, two years of a thing) other
claims find; the rate behind it is of the same base. Such a claim only holds, never fails.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jixiao.claims.by_figures.pool import RATES
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Decision, Operand, Relation, decide

_NAMED = re.compile(
    r"(?:[增减升降涨跌]幅|幅度|(?:增长|增加|减少|下降|降低|压减|压缩|上升|提高|调[增减整]|追[加减]|超支|变动|增减)(?:比?率|比例|了)?)"
    r"(?:为|是|达到?|约|:|\s)*$"
)
_SIDES = 2
Decided = tuple[Relation, Decision]


def told_by_change_beside(claims: Sequence[Decided], reading: Reading) -> Iterator[Decided]:
    """A claim for each rate of change that no claim tells the origin of, behind a change that is shown."""
    rated = {made.stated.index for made, _ in claims if made.kind in RATES}
    shown: dict[int, Relation] = {}
    for made, decision in claims:
        if made.kind == made.formula == "difference" and decision.holds and len(made.operands) == _SIDES:
            shown.setdefault(made.stated.index, made)
    for position, statement in enumerate(reading.statements if shown else ()):
        for role in ("growth", "rate"):
            rate = statement.roles.get(role)
            if rate is None or rate.index in rated or rate.unit.kind != "percent" or rate.cell is not None:
                continue
            change = _change_before(reading.statements, position, rate)
            if change is None or change.index not in shown or not _NAMED.search(rate.lead):
                continue
            base = _base(shown[change.index], change, rate)
            told = relation("growth", "quotient", rate, [(change, "change")], "inferred")
            found = replace(told, operands=(*told.operands, base))
            if (decision := decide(found)).holds:
                yield found, decision
                break


def _change_before(statements: Sequence[Statement], position: int, rate: Token) -> Token | None:
    """The figure right before the rate in its sentence, of its own statement or the one before."""
    for statement in statements[max(position - 1, 0) : position + 1][::-1]:
        told = [one for one in statement.roles.values() if one.end <= rate.start and one.block is rate.block]
        if told:
            last = max(told, key=lambda one: one.start)
            return last if last.sentence == rate.sentence and last.unit.kind != "percent" else None
    return None


def _base(shown: Relation, change: Token, rate: Token) -> Operand:
    """Of the two sides the one that it was at first: the less where it grew, the more where it fell."""
    falls = (change.direction or rate.direction) < 0 or change.number < 0
    sides = sorted(shown.operands, key=lambda operand: operand.quantity.value)
    return replace(sides[-1] if falls else sides[0], role="prior", factor=1)
