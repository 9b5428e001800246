"""Plans that a row of a table or another sentence tells: 良种43150公斤，为目标任务的102.7%; 占全年预算的p%.

A row that tells the same outturn tells its plan; a budget that the words call by its stage (全年预算) is the
one so called. What neither a name nor a slip of the pen proves says nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

_OF_PLAN = re.compile(
    r"^[\s，,、(]*(?:已|约|占|为|是|完成|达到?|相当于)+(?:了|其)?(?:年初|全年|年度|调整后?|绩效)?(?:预算|计划|目标|任务)"
    r"(?:安排|任务|目标|指标)*[数额值量]?的\s*$"
    r"|^[\s，,、(]*(?:预算|任务|目标|计划)?(?:完成|执行|支出)(?:率|进度|比例)(?:为|是|达到?|:)*\s*$"
)
_STAGE = re.compile(r"(?P<stage>全年|年初|调整后?)预算")
_TOLD = re.compile(r"(?P<stage>全年|年初|调整后?)(?:部门|支出)?(?:批复)?预算[数额]?(?:为|是|共|合计|:)*\s*$")
_DONE, _PLANS = ("main", "actual"), ("plan", "target", "initial")
_SHARED, _TELLING, _MOST = 2, 3, 400
"""Characters that names share; digits that agree by no chance; rows of a table that are read."""

_Row = tuple[str, Mapping[str, Token]]


def of_plan_elsewhere(reading: Reading, statement: Statement, rate: Token) -> tuple[list[Relation], bool]:
    """The relation of a rate whose own words tell what was done and no plan, and whether it must hold."""
    done = statement.main
    if done is None or statement.get("plan") is not None or done.approximate or rate.approximate:
        return [], False
    if not _OF_PLAN.match(rate.lead):
        return [], False
    named = _STAGE.search(rate.lead)
    wanted = "initial" if named is not None and named["stage"] == "年初" else "plan"
    rows = _rows(reading).get((done.unit.kind, done.value), ())
    made = [(name, rate_of(rate, done, plan)) for name, told in rows if (plan := _plan(told, wanted))]
    if len({one.operands[1].quantity.value for _, one in made}) == 1:
        name, found = made[0]
        if _is_meant(found) or shared_words(name, statement.label) >= _SHARED:
            return [found], True
    if named is not None:
        budgets = _budgets(reading).get(named["stage"][:2], ())
        if len({token.value for token in budgets}) == 1 and budgets[0].unit.kind == done.unit.kind:
            found = rate_of(rate, done, budgets[0])
            return ([found], True) if _is_meant(found) else ([], False)
    return [], False


def _plan(told: Mapping[str, Token], wanted: str) -> Token | None:
    """The plan of the stage that is wanted, else the only one."""
    plans = [told[role] for role in _PLANS if role in told]
    return told.get(wanted) or (plans[0] if len(plans) == 1 else None)


def _is_meant(made: Relation) -> bool:
    """Whether a rate is what its amounts make, or one slip away from it."""
    decision, rate = decide(made), made.stated
    if decision.holds:
        return True
    if decision.computed is None or significant_digits(rate.number) < _TELLING:
        return False
    return one_slip_apart(rate, round_half_up(decision.computed / rate.unit.scale, rate.decimals))


@once
def _rows(reading: Reading) -> Mapping[tuple[str, Decimal], Sequence[_Row]]:
    """The rows that tell an outturn and a plan, by what it came to."""
    found: dict[tuple[str, Decimal], list[_Row]] = defaultdict(list)
    for table in reading.tables:
        for row in table.rows[:_MOST]:
            told: dict[str, Token] = {}
            for column, token in sorted(row.tokens.items()):
                if (head := row.columns.get(column)) is not None:
                    told.setdefault(head.role, token)  # the outturn of the year before stands behind
            done = next((told[role] for role in _DONE if role in told), None)
            if done is None or significant_digits(done.number) < _TELLING or not told.keys() & {*_PLANS}:
                continue
            plans = {role: token for role, token in told.items() if role in _PLANS and token.number}
            alike = {role: token for role, token in plans.items() if token.unit.kind == done.unit.kind}
            if alike:
                found[done.unit.kind, done.value].append((row.label, alike))
    return found


@once
def _budgets(reading: Reading) -> Mapping[str, Sequence[Token]]:
    """The budgets called by their stage in the text."""
    found: dict[str, list[Token]] = defaultdict(list)
    for token in _amounts(reading):
        told = _TOLD.search(token.lead) if "预算" in token.lead[-12:] else None
        if told is not None:
            found[told["stage"][:2]].append(token)
    return found


def _amounts(reading: Reading) -> Iterator[Token]:
    for paragraph in reading.paragraphs:
        yield from (t for t in paragraph.tokens if t.unit.kind == "yuan" and not t.approximate and t.number)
