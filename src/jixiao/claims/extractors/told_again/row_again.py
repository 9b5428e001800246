"""A row of a table told again in text: where one amount is the same, so must be the others and the rate.

支付资金7793.55万元，执行率89.0% before a table whose total row has 7793.55 and 90.8%; 安排A，支出B above the
table of what was arranged and spent, whose totals are A and C.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.claims.reading.again import is_cut_and_rounded
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, rate_of, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.table import Row
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import decide
from jixiao.core.digits import printed_digits

KIND = "restated"
_PLAIN = re.compile(
    r"^[\s，,、;；(]*(?:项目|预算|资金|支出|总体|财政|整体|综合)*(?:执行|支付|支出|使用|拨付)(?:率|进度)(?:为|是|达到?|:)*\s*$"
)
_SPENT = re.compile(
    r"^[\s，,、]*(?:实际|全年|累计|已|共|年末|项目)*(?:支出|执行|支付|使用|拨付)(?:数|额|资金|金额)?(?:为|共|:)*\s*$"
)
_ROLES = {"main": "main", "plan": "plan", "initial": "plan", "rate": "rate"}
_AMOUNTS = ("main", "plan")
_DIGITS, _SLIPPED = 5, 4
_ABOVE = 3
"""Blocks above a table: its title and unit may stand between."""
_Value = tuple[Decimal, str]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each statement of the text that shares an amount with a row of plan, outturn and rate."""
    yield from _above(reading)
    rows: dict[_Value, list[dict[str, list[Token]]]] = defaultdict(list)
    for table in reading.tables:
        for row in table.rows:
            told = _of_row(row)
            for role in _AMOUNTS:
                for token in told.get(role, ()):
                    if printed_digits(token.number) >= _DIGITS:
                        rows[_value(token)].append(told)
    if not rows:
        return
    for statement in reading.statements:
        if statement.table is None:
            for role in _AMOUNTS:
                own = statement.get(role)
                known = rows.get(_value(own), ()) if own is not None and not own.approximate else ()
                if own is None or len(known) != 1:
                    continue
                if any(_value(own) == _value(token) for token in known[0].get(role, ())):
                    yield from _compared(statement, known[0], role)


def _above(reading: Reading) -> Iterator[Proposal]:
    """共安排5个项目A，支出B, right above the table whose total row has A: it has B as well."""
    for table in reading.tables:
        index = table.block.index
        nearest = (reading.paragraph_of(at) for at in range(index - 1, max(index - _ABOVE, 0) - 1, -1))
        above = next((one for one in nearest if one is None or one.tokens), None)
        total = next((row for row in table.rows[::-1] if row.names_total), None)
        if above is None or total is None:
            continue
        told = _of_row(total)
        plans, mains = told.get("plan", []), told.get("main", [])
        if len(plans) != 1 or len(mains) != 1 or printed_digits(plans[0].number) < _DIGITS:
            continue
        for before, token in pairwise(above.tokens):
            beside = before.sentence == token.sentence and _value(before) == _value(plans[0])
            if beside and _SPENT.match(token.lead) and token.unit.kind == mains[0].unit.kind:
                made = relation(KIND, "equal", mains[0], [(token, "main")], role="main")
                yield Proposal(
                    (made,), asserted=not token.approximate and token.decimals >= mains[0].decimals
                )


def _of_row(row: Row) -> dict[str, list[Token]]:
    """The amounts and rates of a row by what they are."""
    found: dict[str, list[Token]] = defaultdict(list)
    for c, token in row.tokens.items():
        role = _ROLES.get(row.columns[c].role, "") if c in row.columns else ""
        kinds = ("percent",) if role == "rate" else ("yuan",)
        if role and token.unit.kind in kinds and token.number:
            found[role].append(token)
    return found


def _value(token: Token) -> _Value:
    return token.number * token.unit.scale, token.unit.kind


def _compared(statement: Statement, row: dict[str, list[Token]], shared: str) -> Iterator[Proposal]:
    """The rate of an outturn that is the row's; the outturn of a plan that is the row's, one slip away."""
    main, rate = statement.main, statement.roles.get("rate")
    rates = row.get("rate", ())
    if shared == "main" and main is not None and rate is not None and len(rates) == 1 and "plan" in row:
        known = rates[0]
        if statement.get("plan") is None and _PLAIN.match(rate.lead) and not rate.approximate:
            yield from _of_rates(rate, known, main, row["plan"])
    other = "plan" if shared == "main" else "main"
    told, tabled = statement.get(other), row.get(other, ())
    if told is None or len(tabled) != 1 or told.approximate or told.unit.kind != tabled[0].unit.kind:
        return
    apart = abs(told.value - tabled[0].value)
    if apart > told.unit.step(told.decimals) and a_slip_apart(tabled[0], told, _SLIPPED):  # no rounded sum
        yield Proposal((relation(KIND, "equal", told, [(tabled[0], other)], role=other),))


def _of_rates(rate: Token, known: Token, main: Token, plans: list[Token]) -> Iterator[Proposal]:
    """Both rates of one outturn: the same, or the one told is of none of the plans of the row."""
    made = [rate_of(rate, main, plan) for plan in plans]
    held = next((one for one in made if decide(one).holds), None)
    if held is not None:
        yield Proposal((held,), asserted=False)
    proved = any(decide(rate_of(known, main, plan)).holds for plan in plans)
    if held is None and proved and not is_cut_and_rounded(rate, known):
        later, first = sorted((rate, known), key=lambda token: -token.index)
        yield Proposal((relation(KIND, "equal", later, [(first, "rate")], role="rate"),))
