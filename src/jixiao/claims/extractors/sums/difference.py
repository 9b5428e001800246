"""Differences: amounts of change, savings and balances whose operands are printed."""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import likeness
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.proposals import from_columns
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.base_anywhere import base_anywhere
from jixiao.claims.sums.bases import of_bases
from jixiao.claims.sums.changes_apart import of_changes_apart
from jixiao.claims.sums.deductions import of_deductions
from jixiao.claims.sums.exceeded import of_exceeded
from jixiao.claims.sums.gaps_told import of_gaps
from jixiao.claims.sums.left_anywhere import left_anywhere
from jixiao.claims.sums.left_of_counts import left_of_counts
from jixiao.claims.sums.left_of_rows import left_of_rows
from jixiao.claims.sums.lost_of_full import lost_of_full
from jixiao.claims.sums.next_budget import NextBudget, next_budget
from jixiao.claims.sums.paid_and_unpaid import of_paid_and_unpaid
from jixiao.claims.sums.points import of_points
from jixiao.claims.sums.remaining import what_remains
from jixiao.claims.sums.runs import entries
from jixiao.claims.sums.set_against import of_set_against
from jixiao.claims.sums.target_anywhere import target_anywhere
from jixiao.claims.sums.years import of_two_years
from jixiao.claims.sums.years_named import of_named_years
from jixiao.core.claim import Relation, decide

KIND = "difference"
_CARRIED_OUT = re.compile(r"执行|决算|完成|实际|支出数")
"""Words of a change that name what was spent as its base."""
_ADJUSTED = re.compile(r"(?:调增|调减|追加|核增|核减|增加|减少)[^，,]{0,4}$")
_AGAINST_PLAN = re.compile(r"(?:比|较|与)[^，,。]{0,10}预算[^，,。]{0,6}$")
_AGAINST_BUDGET = re.compile(r"(?:比|较|与)[^，,。]{0,10}(?:预算|控制价|概算|标底|计划)")
_AGAINST_PRIOR = re.compile(r"(?:比|较|与|同)[^，,。]{0,4}(?:上年|去年)(?!.*预算)")
_NOTHING_BUT_CHANGE = re.compile(
    r"[\s，,]*(?:短收|超收|短支|超支|增加|减少|增收|减收|增支|减支|降低|下降|下浮|节约|节省|压减|提高|上升|[多少](?:列支|支出?|收入?|拨付|花|用|付))了?\s*$"
)
_PARTS = re.compile(r"^[\s，,；;:(]*(?:其中|包括|分别[是为])")
_JOINED = re.compile(r"^\s*[、和及与]")
_SPLIT = re.compile(r"分为|划分|构成|组成|(?:来源|性质|用途|类别|科目)(?:分|看|划分)|其中")
_OUTTURN = re.compile(r"决算|执行数|支出数")
"""What was spent in the year before, not what was budgeted."""
_LONGEST = 12


def extract(reading: Reading) -> Iterator[Proposal]:
    """Change = now − base; saved = plan − paid; balance = income − spending."""
    for position, statement in enumerate(reading.statements):
        if "change" not in statement.roles:
            continue
        if (following := next_budget(statement)) is not None:
            yield from _of_next_budget(following, statement.roles["change"])
        else:
            yield from _changes(reading.statements, position, statement, statement.roles["change"])
    for told in of_two_years(reading):
        yield Proposal((_change(told.now, told.prior, told.statement.roles["change"]),))
    yield from of_named_years(reading)
    for started in of_bases(reading):
        yield Proposal((_change(started.main, started.base, started.change),), asserted=False)
    yield from what_remains(reading)
    for made in (
        *of_deductions(entries(reading)),
        *of_gaps(reading.statements),
        *of_exceeded(reading.statements),
        *of_set_against(reading),
        *left_of_rows(reading),
        *of_paid_and_unpaid(reading),
        *lost_of_full(reading),
    ):
        yield Proposal((made,))
    yield from of_changes_apart(reading)
    yield from of_points(reading)
    yield from left_of_counts(reading)
    yield from left_anywhere(reading)
    yield from target_anywhere(reading)
    yield from base_anywhere(reading)
    yield from from_columns(reading, KIND)


def _of_next_budget(told: NextBudget, change: Token) -> Iterator[Proposal]:
    if _alike(told.budget, change):
        made = _change(told.budget, told.outturn, change)
        if decide(made).holds or near_miss(made):
            yield Proposal((made,))


def _changes(
    statements: list[Statement], position: int, statement: Statement, change: Token
) -> Iterator[Proposal]:
    main, base = statement.amount, statement.get("base")
    if main is not None and base is None:
        base = _earlier_year(statements, position, statement)
    if base is None and statement.main is None and _ADJUSTED.search(change.lead):
        base = statement.get("initial")  # 年初预算A，调整预算B，调增C
        main = statement.roles.get("plan")
    if base is None and main is None:
        main, base = _of_both(statements, position, change)
    plan = statement.get("plan")
    if (
        base is not None
        and base.start > change.start
        and plan is not None
        and _AGAINST_BUDGET.search(change.lead)
    ):
        base = None  # 比预算数减少c；比上年B减少d: B is what the next change is told against
    if base is None and plan is not None and _is_gap(plan, change):
        base, main = plan, statement.main  # 较预算B短收c
    if base is None and statement.main is not None and _AGAINST_BUDGET.search(change.lead):
        yield from _against_budget(statement, statement.main, change)
    if base is None:
        yield from _against_plan(statements, position, change)
        return
    main = _outturn_before(statements, position, main, base)
    if main is not None and _alike(main, change, base):
        # 2020年执行数A，2021年预算数B，比上年增加c: from what was budgeted for that year, it may be.
        budgeted = main is plan and base is statements[position - 1].main
        sure = not budgeted or _CARRIED_OUT.search(change.lead) is not None
        sure = sure and not _may_be_of_whole(statements, position, base)
        mains = [*_head_of_list(statements, position, main, base), main]
        yield Proposal(tuple(_change(one, base, change) for one in mains), asserted=sure)
    elif main is None:  # the amount was told before: the same thing's, or that of the sentence before
        near = [
            s
            for s in statements[max(position - 8, 0) : position][::-1]
            if s.block == statement.block and s.main is not None
        ]
        readings = [
            _change(s.amount, base, change)
            for s in near
            if s.amount is not None and _alike(s.amount, change, base)
        ]
        held = next((reading for reading in readings if decide(reading).holds), None)
        if held is not None or (readings and _is_of_two_years(statements[position - 1], statement)):
            yield Proposal((held or readings[0],))
        elif (
            readings
            and not statement.label
            and (_is_only(near, statement, change) or _compares_again(statements[position - 1], statement))
        ):
            yield Proposal((readings[0],))


def _head_of_list(
    statements: Sequence[Statement], position: int, main: Token, base: Token
) -> Iterator[Token]:
    """What a list of parts is of, where a comparison follows its last part: 58人，其中甲30、乙28，较上年."""
    if base.start < main.end or base.lead.lstrip()[:1] not in ("，", ","):
        return
    own, before = statements[position], statements[max(position - _LONGEST, 0) : position]
    told = [s for s in before if s.sentence == own.sentence and s.block == own.block]
    opened = next((at for at, s in enumerate([*told, own]) if _PARTS.match(s.lead)), 0)
    if not opened or (own.main is not None and own.depth > told[opened - 1].depth):
        return
    head, members = told[opened - 1].amount, [*told[opened:], own]
    parts = [s.amount for s in members if s.amount is not None]
    if head is None or len(parts) < len(members) or any(not _alike(head, part, base) for part in parts):
        return
    if all(s.roles.keys() == {"main"} for s in members[:-1]) and _JOINED.match(own.lead):
        yield head


def _outturn_before(
    statements: Sequence[Statement], position: int, main: Token | None, base: Token
) -> Token | None:
    """决算A，变动预算B，与上年决算C相比多支出d: what was spent is compared with what was spent before."""
    own = statements[position]
    if main is None or own.main is not None or base.start < main.end or not _OUTTURN.search(base.lead):
        return main
    told = statements[position - 1].main if position else None
    near = statements[position - 1].sentence == own.sentence and statements[position - 1].block == own.block
    return told if near and told is not None and told is not base and _alike(told, main) else main


def _may_be_of_whole(statements: Sequence[Statement], position: int, base: Token) -> bool:
    """按来源分为：甲A、乙B、丙C，比上年D增加d: where no other part is compared, the whole may be meant."""
    own = statements[position]
    told = [s for s in statements[max(position - _LONGEST, 0) : position] if s.sentence == own.sentence]
    told = [s for s in told if s.block == own.block]
    opened = next((at for at, s in enumerate(told) if _SPLIT.search(s.lead)), None)
    if opened is None or base.lead.lstrip()[:1] not in ("，", ","):
        return False
    return len(told) - opened > 1 and all(s.roles.keys() <= {"main", "share"} for s in told[opened:])


def _compares_again(before: Statement, own: Statement) -> bool:
    """支出A，较预算B减少c，较上年D减少e: the same amount is compared once more."""
    return (
        before.sentence == own.sentence
        and before.main is not None
        and before.get("change") is not None
        and bool(before.roles.keys() & {"plan", "initial", "base"})
    )


def _is_only(near: Sequence[Statement], statement: Statement, change: Token) -> bool:
    """接待费A，74批次，比上年B增加c: one amount of the unit opens the sentence, with no change of its own."""
    own = [s for s in near if s.sentence == statement.sentence]
    same = [s for s in own if s.amount is not None and s.amount.unit.name == change.unit.name]
    return len(same) == 1 and own[-1] is same[0] and same[0].roles.keys() == {"main"} and not same[0].depth


def _against_plan(statements: list[Statement], position: int, change: Token) -> Iterator[Proposal]:
    """预算数A，决算数B，增加c: the change from what was planned, where the figures show that it is meant."""
    own, before = statements[position], statements[max(position - 1, 0)]
    main = own.main
    if (
        main is None
        or not _NOTHING_BUT_CHANGE.match(change.lead)
        or change.start - main.end > len(change.lead)
    ):
        return
    told = own if own.roles.keys() & {"plan", "initial"} else before
    if told.sentence != own.sentence or told.block != own.block:
        return
    for plan in (told.roles.get("plan"), told.roles.get("initial")):
        if plan is not None and plan.start < main.start and _alike(main, change, plan):
            made = _change(main, plan, change)
            if decide(made).holds or near_miss(made):
                yield Proposal((made,))
                return


def _is_of_two_years(before: Statement, own: Statement) -> bool:
    """2019年收入总额A，2018年收入总额B，减少c: both years' amounts of one name, right before the change."""
    return (
        before.sentence == own.sentence
        and before.roles.keys() == {"main"}
        and before.group < 0
        and bool(own.key)
        and before.key == own.key
    )


def _of_both(statements: list[Statement], position: int, change: Token) -> tuple[Token | None, Token | None]:
    """本年收入A，上年收入B。与上年相比收入减少c: both amounts stand just before the change."""
    own, before = statements[position], statements[max(position - 1, 0)]
    if not _AGAINST_PRIOR.search(change.lead) or own.roles.keys() - {"change", "growth"}:
        return None, None
    near = before.block == own.block and own.sentence - before.sentence <= 1
    alike = not own.label or likeness(own.label, before.label) > 0
    if not near or not alike or before.roles.keys() & {"change", "growth"}:
        return None, None
    return before.roles.get("main"), before.roles.get("base")


def _against_budget(statement: Statement, main: Token, change: Token) -> Iterator[Proposal]:
    """预算A，决算B，比预算数减少c: against the budget that the words name, or any of those told."""
    plans = [t for name in ("plan", "initial") if (t := statement.roles.get(name)) is not None]
    if "年初" in change.lead and "initial" in statement.roles:
        plans = [statement.roles["initial"]]
    readings = [_change(main, plan, change) for plan in plans if _alike(main, change, plan)]
    if readings:
        yield Proposal(tuple(readings))


def _is_gap(plan: Token, change: Token) -> bool:
    """Whether a change is told right after the plan that the amount is compared with."""
    return bool(
        _AGAINST_PLAN.search(plan.lead)
        and _NOTHING_BUT_CHANGE.match(change.lead)
        and change.start - plan.end <= len(change.lead)
    )


def _change(main: Token, base: Token, change: Token) -> Relation:
    falls = change.direction < 0
    if not change.direction:  # 本年A，上年B，两年相差d
        falls = base.number * base.unit.scale > main.number * main.unit.scale
    return relation(
        "difference",
        "difference",
        change,
        [(base, "prior"), (main, "outturn")] if falls else [(main, "outturn"), (base, "prior")],
    )


def _earlier_year(statements: list[Statement], position: int, statement: Statement) -> Token | None:
    """The same thing's amount of an earlier year: 2022年11.23万元，2023年10.10万元，减少1.13万元."""
    if statement.period is None or position == 0:
        return None
    other = statements[position - 1]
    if other.sentence == statement.sentence and other.period is not None and other.period < statement.period:
        return other.get("main")
    return None


def _alike(*tokens: Token) -> bool:
    return len({token.unit.name for token in tokens}) == 1
