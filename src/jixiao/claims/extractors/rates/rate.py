"""Rates: done ÷ plan, and saving rates."""

import re
from collections.abc import Iterator
from dataclasses import replace

from jixiao.claims.rates.adjusted import is_adjustment, is_deviation, of_adjustment, of_deviation
from jixiao.claims.rates.by_plan import of_plan
from jixiao.claims.rates.clauses import is_meant, of_clauses
from jixiao.claims.rates.compared import of_compared
from jixiao.claims.rates.deeds import of_deed
from jixiao.claims.rates.divided import of_divided
from jixiao.claims.rates.due import of_due
from jixiao.claims.rates.facts_called import clause_of
from jixiao.claims.rates.implied import of_implied_plan
from jixiao.claims.rates.less_than_planned import of_spent
from jixiao.claims.rates.of_states import of_states
from jixiao.claims.rates.outturn_earlier import of_outturn_earlier
from jixiao.claims.rates.outturn_named import of_outturn_named
from jixiao.claims.rates.pair_before import of_pair_before
from jixiao.claims.rates.plan_in_row import of_plan_elsewhere
from jixiao.claims.rates.rows import of_forms, of_rows
from jixiao.claims.rates.satisfaction import of_satisfaction
from jixiao.claims.rates.savings import of_saving
from jixiao.claims.rates.staged import of_both_stages
from jixiao.claims.rates.years import of_years
from jixiao.claims.reading.budgets_made import spent_rates
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.levies import levied_rates
from jixiao.claims.reading.parted import head_of_parts
from jixiao.claims.reading.proposal import Proposal, rate_of
from jixiao.claims.reading.reductions import reduced_rates
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.proposals import from_columns
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

KIND = "rate"
_FACTOR = re.compile(r"[×*xX]\s?$")
"""执行数÷预算数×100%: a factor of a formula, no rate."""
_SEVERAL = 2
_PLANNED = re.compile(r"计划|任务|目标|预算|指标")
_OVERALL = re.compile(r"全部|综合|整体|总体|平均|两项")
"""A rate of more than the amounts beside it."""
_TOTALLED = re.compile(r"(?:合计|共计|总计|总额|总数|共|加总|汇总|总和)[^，,。；;]{0,4}$")
_OF_ALL = re.compile(r"全部|所有|各项目|各项|以上")
"""全部项目预算A，执行B: the amounts beside a rate are themselves of everything."""
_SOURCES = re.compile(r"补助|配套|安排|追加|下达|到位|自筹|筹集")
_ONLY_DONE = re.compile(r"\s?已?完成")
_THRESHOLD = re.compile(r"\s*(?:\([^()]{0,6}\))?(?:及?以[上下内])?的(?:有|为|是|共)*\s?\d")
_ARRIVING = re.compile(r"(到位|下达|拨付|筹集|入库|支出|支付)率(?:为|是|达到?|约|:|\s)*$")
_OF_QUALITY = re.compile(
    r"(?:合格|阳性|检出|优[秀良等]|优良|问题|违规|违法|死亡|发病)率(?:为|是|达到?|约|:|\s)*$"
)
_WITHIN_YEAR = re.compile(r"上半年|[一二三]季度|\d{1,2}\s?月(?:末|底|份)|年中|中期")
_SPENT = re.compile(r"支|执行|完成|使用|拨|实现|收|到位|入库|兑付|投入|发放")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per printed rate whose amounts can be bound."""
    bare: list[Proposal] = []
    explained = {*reduced_rates(reading), *levied_rates(reading), *spent_rates(reading)}
    of_items = {index: made for index, made in of_clauses(reading).items() if index not in explained}
    for position, statement in enumerate(reading.statements):
        rate = statement.roles.get("rate")
        if rate is None or rate.unit.kind != "percent" or _FACTOR.search(rate.lead):
            continue
        if rate.index in explained or _tells_progress(statement, rate) or is_threshold(rate):
            continue
        if _is_of_earlier_time(reading.statements, position, rate):
            of_items.pop(rate.index, None)
            continue
        readings, asserted = _read(reading, position, statement, rate)
        if not readings:
            readings, asserted = of_outturn_named(reading, statement, rate)
        if not readings:
            readings, asserted = of_plan_elsewhere(reading, statement, rate)
        readings = [made for made in readings if _of_two(made) and not _is_of_other_deed(reading, rate, made)]
        readings = _of_heads(reading.statements, position, rate, readings) + readings
        own = of_items.get(rate.index)
        if own is not None and is_meant(own.readings[0], readings[:3] if asserted else []):
            continue  # of the amounts of its own item, and of no other
        of_items.pop(rate.index, None)
        if readings:
            wider = _is_of_more(reading.statements, position, rate)
            proposal = Proposal(tuple(readings[:3]), asserted and not wider)
            if statement.how["rate"].bare:
                bare.append(proposal)
            else:
                yield proposal
    yield from of_items.values()
    yield from _in_brackets(bare)
    yield from of_rows(reading)
    yield from of_forms(reading)
    yield from of_satisfaction(reading)
    yield from from_columns(reading, KIND)


def _read(reading: Reading, position: int, statement: Statement, rate: Token) -> tuple[list[Relation], bool]:
    """What a rate may be of, best first, and whether its words promise it."""
    statements = reading.statements
    if statement.how["rate"].whole == "saved":
        return of_saving(reading, position, statement, rate)
    if is_adjustment(rate):
        return of_adjustment(statements, position, rate)
    if is_deviation(rate):
        return of_deviation(statements, position, rate), False
    for known in (
        of_spent,
        of_states,
        of_divided,
        of_implied_plan,
        of_both_stages,
        of_years,
        of_compared,
        of_due,
        of_outturn_earlier,
        of_pair_before,
        of_deed,
    ):
        if (made := known(statements, position, rate)) is not None:
            return [made], True
    return of_plan(statements, position, statement, rate)


def is_threshold(rate: Token) -> bool:
    """执行率达到100%的1个, 90%以上的8个: what things are told apart by, and no rate of their number."""
    return _THRESHOLD.match(rate.block.text, rate.end) is not None


def _is_of_other_deed(reading: Reading, rate: Token, made: Relation) -> bool:
    """资金到位A，支出B，到位率p%: of what arrived, and not of what was spent of it.

    So is 检出不合格97批次，不合格率p% of what was tested, and not of what was planned.
    """
    if made.formula != "quotient" or len(made.operands) != _SEVERAL:
        return False
    words = [clause_of(reading.tokens[operand.quantity.index]) for operand in made.operands]
    if (named := _ARRIVING.search(rate.lead)) is not None:
        return named[1] in words[1] and named[1] not in words[0] and "应" + named[1] not in words[1]
    return _OF_QUALITY.search(rate.lead) is not None and _PLANNED.search(words[1]) is not None


def _tells_progress(statement: Statement, rate: Token) -> bool:
    """二期600万元完成70%: the amount is what was planned, and what was done of it is not told."""
    main = statement.main
    return main is not None and _ONLY_DONE.fullmatch(rate.lead) is not None and not _SPENT.search(main.lead)


def _is_of_earlier_time(statements: list[Statement], position: int, rate: Token) -> bool:
    """上半年执行率45%，全年支出A，执行率98%: what is told behind it has a rate of its own."""
    own, after = statements[position], statements[position + 1 : position + 2]
    if own.main is None or own.main.start < rate.end or not _WITHIN_YEAR.search(rate.lead):
        return False
    return bool(after) and after[0].roles.keys() == {"rate"} and after[0].sentence == own.sentence


def _of_heads(
    statements: list[Statement], position: int, rate: Token, readings: list[Relation]
) -> list[Relation]:
    """治理A公里，其中甲B公里、乙C公里，计划D公里，完成p%: of what the list divides, not its last."""
    own = statements[position]
    main, plan = own.main, own.get("plan")
    if main is None or plan is None or not readings or readings[0].formula != "quotient":
        return []
    if [operand.quantity.index for operand in readings[0].operands] != [main.index, plan.index]:
        return []
    head = head_of_parts(statements, main, position) if plan.start > main.end else None
    return [rate_of(rate, head, plan)] if head is not None and head.unit.kind == plan.unit.kind else []


def _of_two(made: Relation) -> bool:
    """Whether a rate is of different amounts: of one and the same it would be 100 per cent."""
    return len({operand.quantity.index for operand in made.operands}) == len(made.operands)


def _in_brackets(bare: list[Proposal]) -> Iterator[Proposal]:
    """支出A（96.5%）: meant as rates where several of them are, else they may be anything."""
    held = [made for made in bare if made.readings[0].stated.decimals and decide(made.readings[0]).holds]
    meant = len(held) >= _SEVERAL and len(held) * 2 > len(bare)
    yield from bare if meant else (replace(proposal, asserted=False) for proposal in bare)


def _is_of_more(statements: list[Statement], position: int, rate: Token) -> bool:
    """Whether the rate may be of all funds together: its words say so, or several sources are told."""
    statement = statements[position]
    own = statement.lead == rate.lead
    if _tells_totals(statements, position) or _is_review(statements, position):
        return False
    if _OVERALL.search(rate.lead) and (own or not _OVERALL.search(statement.lead)):
        return True
    plan = statement.roles.get("plan")
    if plan is None or _PLANNED.search(plan.lead):
        return False
    return any(
        s.sentence == statement.sentence and s.main is not None and _SOURCES.search(s.main.lead)
        for s in statements[max(position - 2, 0) : position]
    )


def _is_review(statements: list[Statement], position: int) -> bool:
    """送审A，审定B，平均审减率p%: of the amounts of all projects, where no item with a rate stands before."""
    own, before = statements[position], statements[position - 1] if position else None
    told = own.how["rate"].whole == "saved" and own.roles.keys() >= {"plan", "main", "rate"}
    return told and (before is None or before.sentence != own.sentence or "rate" not in before.roles)


def _tells_totals(statements: list[Statement], position: int) -> bool:
    """Whether both amounts beside a rate are said to be of everything: 预算合计A，支出合计B，总体执行率p%."""
    statement = statements[position]
    plan, main = statement.get("plan"), statement.get("main")
    amounts = [plan, main]
    if plan is not None and main is not None and _OF_ALL.search(plan.lead):
        return True
    if plan is None and main is None and position + 1 < len(statements):
        told = statements[position + 1]  # 总体执行率p%，全部项目预算A、执行B
        behind = told.get("plan")
        return (
            behind is not None and told.sentence == statement.sentence and bool(_OF_ALL.search(behind.lead))
        )
    return all(amount is not None and _TOTALLED.search(amount.lead) for amount in amounts)
