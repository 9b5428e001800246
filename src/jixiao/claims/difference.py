"""Differences: amounts of change, savings and balances whose operands are printed."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import likeness
from jixiao.claims.reading.nearmiss import agrees, near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.proposals import from_columns
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.balance import WORDS, balances
from jixiao.claims.sums.bases import of_bases
from jixiao.claims.sums.deductions import of_deductions
from jixiao.claims.sums.points import of_points
from jixiao.claims.sums.remainders import ONLY_SAVED, missed_saving, of_totals
from jixiao.claims.sums.runs import Entry, balance_sequence, entries
from jixiao.claims.sums.years import of_two_years
from jixiao.core.claim import Relation, decide

KIND = "difference"
_OPENING = re.compile(r"(?:年初|上年|期初)[^，,。]{0,6}(?:结转|结余|余额)[^，,。]{0,4}$")
_CLOSING = re.compile(r"(?:年末|年终|期末|累计|滚存)[^，,。]{0,4}(?:结余|余额|结转)[^，,。]{0,4}$")
_OWN = re.compile(
    r"(?:当年|本年|当期|本期|年度)?(?:收支)?(?:相抵)?[，,]?(?:(?:当年|本年|当期|本期|收支)(?:收支)?结余|收支(?:相抵)?差额)[^，,]{0,4}$"
)
_INCOME = re.compile(r"收入[^，,。；支]{0,8}$")
_SPENDING = re.compile(r"支出[^，,。；收]{0,8}$")
_OTHER = re.compile(r"上年|年初|期初|滚存|累计|历年|加上?[^，,。]{0,6}结[转余]")
"""Balances that are told for themselves, or are sums of balances."""
_ADJUSTED = re.compile(r"(?:调增|调减|追加|核增|核减|增加|减少)[^，,]{0,4}$")
_AGAINST_PLAN = re.compile(r"(?:比|较|与)[^，,。]{0,10}预算[^，,。]{0,6}$")
_AGAINST_BUDGET = re.compile(r"(?:比|较|与)[^，,。]{0,10}(?:预算|控制价|概算|标底|计划)")
_AGAINST_PRIOR = re.compile(r"(?:比|较|与|同)[^，,。]{0,4}(?:上年|去年)(?!.*预算)")
_NOTHING_BUT_CHANGE = re.compile(
    r"[\s，,]*(?:短收|超收|短支|超支|增加|减少|增收|减收|增支|减支|降低|下降|下浮|节约|节省|压减|提高|上升)了?\s*$"
)
_OVERALL = re.compile(r"全年|累计|历年|以来")
"""Savings of a time, not of the one plan told before."""
_AUDITED = re.compile(r"审定|审核|核定|定案")
_REMAINS = re.compile(rf"(?:{WORDS.pattern})(?:资金|金额|额|(?:决算|执行)?数)?(?:为|达|共|约|:)*\s*$")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Change = now − base; saved = plan − paid; balance = income − spending."""
    for position, statement in enumerate(reading.statements):
        if "change" in statement.roles:
            yield from _changes(reading.statements, position, statement, statement.roles["change"])
    for told in of_two_years(reading):
        yield Proposal((_change(told.now, told.prior, told.statement.roles["change"]),))
    for started in of_bases(reading):
        yield Proposal((_change(started.main, started.base, started.change),), asserted=False)
    yield from _balances(reading)
    for made in of_deductions(entries(reading)):
        yield Proposal((made,))
    yield from of_points(reading)
    yield from from_columns(reading, KIND)


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
    if main is not None and _alike(main, change, base):
        yield Proposal((_change(main, base, change),))
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
        elif readings and not statement.label and _is_only(near, statement, change):
            yield Proposal((readings[0],))


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


def _balances(reading: Reading) -> Iterator[Proposal]:
    """Where words say that a figure is what remains, and the figures show of what."""
    sequence = balance_sequence(reading)
    for position, entry in enumerate(sequence):
        if entry.token.number == 0 or (entry.token.role != "saved" and not _says_balance(entry.lead)):
            continue
        found = False
        for signed in balances(sequence, position):
            operands = [(part.token, "minuend" if sign > 0 else "subtrahend", sign) for part, sign in signed]
            formula = "sum" if sum(sign > 0 for _, sign in signed) > 1 else "difference"
            if formula == "difference":
                operands = [(token, role, 1) for token, role, _ in operands]
                if entry.token.number < 0:
                    operands.reverse()
            made = relation("difference", formula, entry.token, operands)
            if agrees(made):
                found = True
                yield Proposal((made,), asserted=False)
        if not found and entry.token.role == "saved":
            told = [*_saved(entry, reading.statements)] or _own_balance(sequence, position)
            yield from told or missed_saving(entry, reading.statements)
        elif not found and _REMAINS.search(entry.lead) and not _OTHER.search(entry.lead):
            yield from (
                _own_balance(sequence, position)
                or of_totals(sequence, position)
                or _missed(reading, sequence, position)
            )


@lru_cache(maxsize=4096)
def _says_balance(lead: str) -> bool:
    """Whether the last clause says that a figure is what remains."""
    return WORDS.search(re.split(r"[，,。；;]", lead)[-1]) is not None


def _own_balance(sequence: list[Entry], position: int) -> list[Proposal]:
    """收入A，支出B，当年结余C: the three stand in a row and their words say what is taken from what."""
    if position >= 3:
        opening, income, spending, balance = sequence[position - 3 : position + 1]
        if (
            len({e.unit for e in (opening, income, spending, balance)}) == 1
            and opening.statement.block == balance.statement.block
            and _OPENING.search(opening.lead)
            and _INCOME.search(income.lead)
            and _SPENDING.search(spending.lead)
            and _CLOSING.search(balance.lead)
        ):
            terms = [
                (opening.token, "opening", 1),
                (income.token, "income", 1),
                (spending.token, "spending", -1),
            ]
            return [Proposal((relation("difference", "sum", balance.token, terms),))]
    if position < 2 or not _OWN.search(sequence[position].lead):
        return []
    income, spending, balance = sequence[position - 2 : position + 1]
    alike = income.unit == spending.unit == balance.unit and income.statement.block == balance.statement.block
    near = balance.statement.sentence - income.statement.sentence <= 1
    if not (alike and near and _INCOME.search(income.lead) and _SPENDING.search(spending.lead)):
        return []
    before = sequence[position - 3] if position > 2 else income
    by_kind = before is not income and before.statement.sentence == income.statement.sentence
    if by_kind and before.statement.block == income.statement.block and _INCOME.search(before.lead):
        return []
    operands = [(income.token, "income"), (spending.token, "spending")]
    return [Proposal((relation("difference", "difference", balance.token, operands),))]


def _missed(reading: Reading, sequence: list[Entry], position: int) -> Iterator[Proposal]:
    """The two amounts told just before in the sentence, when one digit explains why they do not balance.

    Two amounts whose difference is told in the paragraph are no income and spending.
    """
    target = sequence[position]
    if target.statement.depth:
        return  # a part of what stands before the bracket
    near = [
        e
        for e in sequence[max(position - 6, 0) : position][::-1]
        if e.unit == target.unit and e.statement.block == target.statement.block
    ]
    for i, first in enumerate(near[:4]):
        for second in near[i + 1 : 4]:
            large, small = (first, second) if first.value > second.value else (second, first)
            made = relation(
                "difference",
                "difference",
                target.token,
                [(large.token, "minuend"), (small.token, "subtrahend")],
            )
            if near_miss(made) and not _is_told(reading, target, large.value - small.value):
                yield Proposal((made,))
                return


def _is_told(reading: Reading, beside: Entry, amount: Decimal) -> bool:
    """Whether the paragraph of an amount tells another one."""
    block = beside.token.block.index
    return any(
        token.block.index == block and token.unit.kind == "yuan" and token.build().value == amount
        for token in reading.tokens
    )


def _saved(entry: Entry, statements: list[Statement]) -> Iterator[Proposal]:
    """A saving beside its plan and what was paid must be their difference."""
    plan, paid = _spent(entry, statements)
    if (
        plan is not None
        and paid is not None
        and _alike(plan, paid, entry.token)
        and plan.number != Decimal(0)
    ):
        yield Proposal((relation("difference", "difference", entry.token, [(plan, "plan"), (paid, "paid")]),))


def _spent(entry: Entry, statements: list[Statement]) -> tuple[Token | None, Token | None]:
    """The plan and what was paid of it: told with the saving, or around it (送审x，审定y，审减z)."""
    own = entry.statement
    if _OVERALL.search(entry.lead):
        return None, None
    if own.get("plan") is not None and own.get("main") is not None:
        return own.get("plan"), own.get("main")
    if not ONLY_SAVED.search(entry.lead) or own.get("main") is not None:
        return None, None
    around = [
        s
        for s in statements[max(own.index - 1, 0) : own.index + 2]
        if s.block == own.block and s.sentence == own.sentence
    ]
    before = around[0]
    if before.get("plan") is not None and before.get("main") is not None:
        return before.get("plan"), before.get("main")
    plans = [plan for s in around if (plan := s.get("plan")) is not None]
    paid = [main for s in around if (main := s.get("main")) is not None and _AUDITED.search(main.lead)]
    return (plans[0], paid[0]) if len(plans) == len(paid) == 1 else (None, None)
