"""Proposals of one kind from the columns of all tables."""

from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.tables.column_pattern import Pattern
from jixiao.claims.reading.tables.percent_rows import row_patterns
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import SCORE
from jixiao.core.claim import decide


def from_columns(reading: Reading, kind: str) -> Iterator[Proposal]:
    """What the columns of each table assert of this kind, row by row."""
    for found, stated, now, base in _all_rows(reading):
        if found == kind:
            formula = "base_rate" if kind == "growth" else "quotient"
            yield Proposal((relation(kind, formula, stated, [(now, "outturn"), (base, "prior")]),))
    held: set[tuple[int, frozenset[int]]] = set()
    failed: list[tuple[tuple[int, frozenset[int]], Proposal]] = []
    for pattern in reading.patterns:
        if pattern.kind == kind:
            terms = frozenset(c for c, *_ in pattern.operands)
            for row in pattern.rows:
                proposal = _of_row(pattern, row)
                if proposal is None:
                    continue
                if decide(proposal.readings[0]).holds:
                    held.add((id(row), terms))
                    yield proposal
                else:
                    failed.append(((id(row), terms), proposal))
    # 合同金额 = 预算 - 节约 in every row, 已支付 only where all is paid: the terms make the other column
    yield from (proposal for key, proposal in failed if key not in held)


@once
def _all_rows(reading: Reading) -> list[tuple[str, Token, Token, Token]]:
    """What single rows assert, whatever the kind."""
    return [found for table in reading.tables for found in row_patterns(table)]


def _of_row(pattern: Pattern, row: Row) -> Proposal | None:
    stated = row.tokens[pattern.stated]
    operands = [(row.tokens[c], role, factor) for c, role, factor in pattern.operands if c in row.tokens]
    if pattern.whole is not None:
        column = pattern.operands[0][0]
        operands.append((pattern.whole.tokens[column], "whole", 1))
    if pattern.formula in ("quotient", "base_rate") and operands[1][0].number == 0:
        return None
    formula = pattern.formula
    falls = pattern.formula == "base_rate" and row.falls(pattern.stated)
    if falls and _is_fall(stated, operands[0][0], operands[1][0]):
        formula = "shortfall_rate"
    made = relation(pattern.kind, formula, stated, operands, "bound" if pattern.certain else "inferred")
    if pattern.of_points:
        exact = (replace(one, quantity=quantity(one.quantity, SCORE)) for one in made.operands)
        made = replace(made, operands=tuple(exact))
    return Proposal((made,))


def _is_fall(stated: Token, now: Token, base: Token) -> bool:
    """Whether a figure under a header of falls is one, or a rise with its sign turned (降幅 -3)."""
    fell = now.number * now.unit.scale < base.number * base.unit.scale
    return fell == (stated.number > 0)
