"""The money of the one project that a report is about: 项目预算安排80万元 … 该项目支出80万元，完成预算100%.

Its budget is told once, sections before the rates that are of it, and again in its form. Where the document
tells one such budget and a sentence says 该项目, the rate must agree; all else can only hold.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, rate_of
from jixiao.claims.reading.relate import quantity
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.table import Row, TableReading
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import NUMBER, unit_of
from jixiao.core.claim import Operand, Relation, decide
from jixiao.core.quantity import Quantity, Unit

KIND = "rate"
_OWN = re.compile(r"^(?:该|本|此)?(?:专项)?项目(?:资金|经费)?(?:预算)?(?:安排)?(?:资金|总额|金额)?$")
_ITS = re.compile(r"(?:该|本|此)项目|项目资金|专项资金")
_THIS = re.compile(r"(?:该|本|此)项目(?:的|资金|经费|支出|到位|预算|执行|实际|共|合计|为|数|完成)*\s*$")
_ADJUSTED = re.compile(r"调整|追加|年初|上年|结转|累计|首期|尾款")
_RATE = re.compile(
    r"(?:资金)?(?:到位|执行|支付|使用|拨付|支出)率(?:为|达到?|是|:)?\s*$|完成(?:了)?预算(?:数|安排)?的?\s*$"
)
_FORM_ROW = re.compile(r"^(?:年度)?(?:资金)?总额:?$|财政(?:资金|拨款)$")
_UNIT = re.compile(r"^其中:|[\s()]|万?元")
_GIVEN = re.compile(r"[(（](?:单位[:：])?(万?元)[)）]")
_FUNDS = re.compile(r"项目.*(?:资金|预算|财政|投入)|(?:资金|预算|财政|投入).*项目")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Rates of the project's budget, and its budget and spending against its form."""
    plans = {told.build().value for one in reading.statements if (told := _plan_of(one)) is not None}
    plan: Token | None = None
    main: Token | None = None
    for statement in reading.statements:
        rate = statement.roles.get("rate")
        if main is not None and (rate is None or rate.sentence != main.sentence):
            main = None
        if rate is not None and plan is not None and main is not None and _RATE.search(rate.lead):
            made = rate_of(rate, main, plan)
            sure = len(plans) == 1 and _THIS.search(main.lead) and not _ADJUSTED.search(statement.lead)
            if sure or decide(made).holds:
                yield Proposal((made,), asserted=bool(sure))
        if statement.table is None:
            plan = _plan_of(statement) or plan
            own = statement.main
            if own is not None and own.unit.kind == "yuan" and _ITS.search(statement.lead):
                main = own
    yield from _of_form(reading)


def _plan_of(statement: Statement) -> Token | None:
    """The budget, where the words name nothing but the project."""
    plan = statement.get("plan") if statement.table is None else None
    own = plan is not None and plan.unit.kind == "yuan" and not plan.approximate
    return plan if own and _OWN.match(statement.label) else None


def _of_form(reading: Reading) -> Iterator[Proposal]:
    """Amounts that the text tells of the project's money, in the rows of money of its one form."""
    forms = [(table, [row for row in table.rows if _is_money(row)]) for table in reading.tables]
    told = [(table, rows) for table, rows in forms if rows]
    if len(told) != 1:
        return
    table, rows = told[0]
    cells = list(_cells(rows, _unit(table)))
    for statement in reading.statements:
        token = statement.amount
        if statement.table is not None or token is None or token.unit.kind != "yuan" or token.approximate:
            continue
        if _FUNDS.search(statement.lead[-24:]) is None:
            continue
        figure = token.build()
        equal = [cell for cell in cells if cell[1].value == figure.value]
        if equal:
            fiscal = "财政" in statement.lead[-24:]
            _, cell = max(equal, key=lambda one: ("财政" in one[0]) == fiscal)
            later, earlier = sorted((cell, figure), key=lambda one: -one.index)
            made = Relation("restated", "equal", later, (Operand(earlier, "plan"),), role="plan")
            yield Proposal((made,), asserted=False)


def _unit(table: TableReading) -> Unit | None:
    """The unit that a header of the form gives for all of its money: 年度预算数（万元）."""
    found = {word for cell in table.block.cells for word in _GIVEN.findall(cell.text)}
    return unit_of(found.pop()) if len(found) == 1 else None


def _cells(rows: list[Row], unit: Unit | None) -> Iterator[tuple[str, Quantity]]:
    """Name of the row and amount, no zeros; those without a unit of their own in that of the form."""
    for row in rows:
        for token in row.tokens.values():
            if token.number and token.unit.kind == "yuan":
                yield row.label, token.build()
            elif token.number and token.unit is NUMBER and unit is not None:
                yield row.label, quantity(token, unit)


def _is_money(row: Row) -> bool:
    """Whether a row of a form tells all its money, or that of the treasury."""
    return _FORM_ROW.search(_UNIT.sub("", row.label)) is not None
