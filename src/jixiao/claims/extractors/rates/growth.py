"""Growth: percentage changes against a base that is printed or implied (now − change)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from jixiao.claims.rates.annual import of_annual
from jixiao.claims.rates.at_first import of_first
from jixiao.claims.rates.base_told import (
    is_of_this_year,
    of_bracketed_base,
    of_compared_base,
    of_head_before,
    of_list_before,
    of_this_year,
)
from jixiao.claims.rates.publics import of_publics, told_above
from jixiao.claims.rates.two_years import both_years, last_year_behind, year_before
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.lookup import REACH, likeness
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tables.proposals import from_columns
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.next_budget import next_budget
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import printed_digits

KIND = "growth"
_TELLING = 3
"""Digits of a rate that do not agree by chance."""
_LIST = 6
_SAME = 3
_ADJUSTED = re.compile(r"调[增减整]|追[加减]|核[增减]")
_BOTH_SIDES = re.compile(r".{0,12}?(?:收入?、?支出?|收入和支出)(?:决算|预算)?(?:总[体计额量]?)?")
_TOTAL = re.compile(r"总(?:计|额|收入|支出|预算)")
_OPENS = re.compile(r"其中|包括")
_OF_IT = re.compile(r"^\s*的?(?:比[例重率])?[为是]?\s*$")
_OF_BUDGET, _SINCE_LAST_YEAR = re.compile(r"预算数?$"), re.compile(r"[比较与同](?:上年|去年)|同比")
_BASES = ("同口径", "可比口径", "剔除", "扣除")
_LONGEST_LIST, _FEWEST_PARTS = 16, 2
_TOTALS_BACK, _BLOCKS_BACK = 12, 3


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal per printed rate of change whose operands its statement holds or names."""
    for position, statement in enumerate(reading.statements):
        rate = statement.roles.get("growth")
        if rate is None or rate.unit.kind != "percent":
            continue
        proposal = (
            of_first(reading.statements, position, rate)
            or _of_statement(_without_divisor(reading.statements, position), rate)
            or _of_year_before(reading.statements, position, rate)
            or _of_this_year(reading.statements, position, rate)
            or _by_name(reading.statements, position, rate)
        )
        if proposal is None and (made := of_head_before(reading.statements, position, rate)) is not None:
            proposal = Proposal((made,))
        if proposal is None and (made := of_bracketed_base(reading.statements, position, rate)) is not None:
            proposal = Proposal((made,))
        if (made := of_compared_base(reading.statements, position, rate)) is not None:
            proposal = Proposal((made,))
        if proposal is not None and not any(decide(made).holds for made in proposal.readings):
            proposal = (
                _of_head(reading.statements, position, rate)
                or of_list_before(reading.statements, position, rate)
                or proposal
            )
        if proposal is not None:
            # A rate on another basis (同口径) agrees with its change where that is told on the same.
            other = statement.how["growth"].adjusted and not _on_one_basis(statement, rate)
            yield replace(proposal, asserted=False) if other else proposal
    yield from _by_times(reading.statements)
    yield from of_annual(reading)
    yield from of_publics(reading)
    yield from from_columns(reading, KIND)


def _on_one_basis(statement: Statement, rate: Token) -> bool:
    """Whether last year's figure is told on the rate's basis: 同口径上年数为A，本年完成B，同口径下降p%."""
    base = statement.get("base")
    return (
        base is not None
        and base.end <= rate.start
        and any(word in base.lead and word in rate.lead for word in _BASES)
    )


def _of_statement(statement: Statement, rate: Token) -> Proposal | None:
    main, change, base = statement.amount, statement.get("change"), statement.get("base")
    direction = rate.direction or (change.direction if change is not None else 0)
    readings = []
    if (following := next_budget(statement)) is not None:
        readings.append(_from_base(following.budget, following.outturn, rate, direction))
    if base is not None and base.start > rate.end and change is not None:
        base = None  # told after the rate, it is what the next change is told against
    if base is not None and _OF_BUDGET.search(base.lead) and _SINCE_LAST_YEAR.search(rate.lead):
        return None  # 比年初预算B多d，比上年增长p%
    if base is not None and main is not None and base.unit.name == main.unit.name:
        readings.append(_from_base(main, base, rate, direction))
    apart = bool(readings) and change is not None and not change.direction
    if change is not None and main is not None and is_of_this_year(main, change):
        readings.append(relation("growth", "quotient", rate, [(change, "change"), (main, "prior")]))
    if change is not None and main is not None and change.unit.name == main.unit.name and not apart:
        readings.append(_from_change(main, change, rate, direction))
    if change is not None and base is not None and main is None and change.unit.name == base.unit.name:
        readings.append(relation("growth", "quotient", rate, [(change, "change"), (base, "prior")]))
    saved, plan = statement.get("saved"), statement.get("plan")
    if not readings and direction < 0 and saved is not None and plan is not None and saved.end <= rate.start:
        return Proposal(
            (relation("growth", "quotient", rate, [(saved, "saved"), (plan, "plan")]),), asserted=False
        )
    return Proposal(tuple(readings), not _of_plans(change, rate)) if readings else None


def _without_divisor(statements: list[Statement], position: int) -> Statement:
    """甲支出A，支付进度达预算P的p%，同比下降g%: what the rate is of is no amount of the year."""
    own, before = statements[position], statements[position - 1] if position else None
    plan, rate = own.get("plan"), own.roles.get("rate")
    if own.main is not None or plan is None or rate is None or before is None or before.main is None:
        return own
    behind = rate.index == plan.index + 1 and _OF_IT.match(rate.lead) is not None
    if not behind or before.sentence != own.sentence or "growth" in before.roles or plan.depth != rate.depth:
        return own
    told = {role: token for role, token in own.roles.items() if role not in ("plan", "initial", "rate")}
    return replace(own, roles={"main": before.main, **told}, main=before.main, amount=before.main)


def _of_year_before(statements: list[Statement], position: int, rate: Token) -> Proposal | None:
    if (behind := last_year_behind(statements, position, rate)) is not None:
        return Proposal((_from_base(*behind, rate, rate.direction),))
    main, prior = statements[position].main, year_before(statements, position, rate)
    if main is None or prior is None:
        told = both_years(statements, position, rate)
        return Proposal((_from_base(*told, rate, rate.direction),)) if told is not None else None
    return Proposal((_from_base(main, prior, rate, rate.direction),))


def _by_times(statements: list[Statement]) -> Iterator[Proposal]:
    """收入A，增加d，增长1.6倍: a rate of change told as a multiple, which stands apart from the two."""
    for before, statement in pairwise(statements):
        times = statement.roles.get("change")
        if times is None or times.unit.word != "倍" or statement.label or times.direction < 0:
            continue
        main, change = before.amount, before.get("change")
        if before.sentence != statement.sentence or main is None or change is None or change.direction < 0:
            continue
        if main.unit.name == change.unit.name and "growth" not in before.roles:
            yield Proposal((_from_change(main, change, times, 1),))


def _of_plans(change: Token | None, rate: Token) -> bool:
    """Whether the change is one of the budget (调减a) and the rate one of the year before (下降p%)."""
    return change is not None and bool(_ADJUSTED.search(change.lead)) and not _ADJUSTED.search(rate.lead)


def _of_head(statements: list[Statement], position: int, rate: Token) -> Proposal | None:
    """安排A，其中甲B，乙C，同比增加d，增长g%: the change may be that of the head of the list."""
    statement = statements[position]
    change = statement.get("change")
    if change is None or printed_digits(rate.number) < _TELLING:
        return None
    direction = rate.direction or change.direction
    for head in statements[max(position - _LIST, 0) : position]:
        amount = head.amount
        if head.sentence != statement.sentence or amount is None or amount.unit.name != change.unit.name:
            continue
        reading = _from_change(amount, change, rate, direction)
        if not head.roles.keys() & {"change", "growth"} and decide(reading).holds:
            return Proposal((reading,))
    return None


def _of_this_year(statements: list[Statement], position: int, rate: Token) -> Proposal | None:
    """2021年项目X个，资金A，今年项目增加x个，资金增加d，增长p%: of the amount last told before it."""
    own = statements[position]
    change = own.get("change")
    before = statements[max(position - REACH, 0) : position][::-1]
    told = next((s for s in before if change and s.amount and s.amount.unit.name == change.unit.name), None)
    if change is None or told is None or told.amount is None or not of_this_year(statements, position, told):
        return None
    made = relation("growth", "quotient", rate, [(change, "change"), (told.amount, "prior")])
    return Proposal((made, _from_change(told.amount, change, rate, rate.direction or change.direction)))


def _by_name(statements: list[Statement], position: int, rate: Token) -> Proposal | None:
    """Change and rate without the amount, which was told before under the same name."""
    statement = statements[position]
    change = statement.get("change")
    if change is None:
        return None
    direction = rate.direction or change.direction
    # 收入比上年增加d，增长p%，其中甲A: what opens its parts is none of its amounts.
    behind = takewhile(lambda s: not _OPENS.search(s.lead), statements[position + 1 : position + 3])
    near = [*statements[max(position - REACH, 0) : position][::-1], *behind]
    told = [(s, amount) for s in near if (amount := s.amount) is not None]
    told = [(s, amount) for s, amount in told if amount.unit.name == change.unit.name]
    alike = [(s, a) for s, a in told if statement.label and likeness(statement.label, s.label) >= 2]
    exact = [
        (s, a)
        for s, a in alike
        if likeness(statement.label, s.label) == 3 and not ("拨款" in statement.lead and "拨款" not in s.lead)
    ]
    beside = [(s, a) for s, a in exact if s.block == statement.block and s.index < statement.index]
    if beside:  # told under this very name just before
        return Proposal((_from_change(beside[0][1], change, rate, direction),))
    close = [(s, a) for s, a in told if s.block == statement.block] if rate.decimals and rate.number else []
    for _, amount in (*exact, *alike, *close):
        reading = _from_change(amount, change, rate, direction)
        if decide(reading).holds:
            return Proposal((reading,))
    totals = _of_both_sides(statements, position, change) or told_above(statements, position)
    if totals is not None:
        return Proposal((_from_change(totals, change, rate, direction),))
    if exact and len({amount.number for _, amount in exact}) == 1:
        return Proposal((_from_change(exact[0][1], change, rate, direction),))
    if not told or (statement.label and not likeness(statement.label, told[0][0].label)):
        return None
    nearest, amount = told[0]
    head = _listed_under(statements, position, change)
    if head is not None:
        return Proposal(tuple(_from_change(main, change, rate, direction) for main in (head, amount)))
    if _is_kind_of(statement.label, nearest.label):
        return None  # 营业税A，其中房地产营业税增加d: what its kind came to is not told
    if nearest.block == statement.block and statement.sentence - nearest.sentence <= 1:
        alone = sum(s.sentence == nearest.sentence for s, _ in told) == 1
        return Proposal((_from_change(amount, change, rate, direction),), asserted=alone)
    return None


def _listed_under(statements: list[Statement], position: int, change: Token) -> Token | None:
    """合计A，其中甲B，乙C。比上年减少d: a sentence that names nothing goes on about the head of the list."""
    own = statements[position]
    if own.label:
        return None
    listed = [s for s in statements[max(position - _LONGEST_LIST, 0) : position] if s.block == own.block]
    last = [s for s in listed if s.sentence == own.sentence - 1]
    before = [s for s in listed if s.sentence == own.sentence - 2][-1:]
    members = [*before, *last] if last and _OPENS.search(last[0].lead) else last
    amounts = [amount for s in members if (amount := s.amount) is not None]
    if len(members) <= _FEWEST_PARTS or len(amounts) < len(members) or _OPENS.search(members[1].lead) is None:
        return None
    head, parts = amounts[0], amounts[1:]
    if "change" in members[0].roles or any(amount.unit.name != change.unit.name for amount in amounts):
        return None
    return head if all(part.number <= head.number for part in parts) else None


def _is_kind_of(name: str, wider: str) -> bool:
    """Whether a name is another one with what sort of it before: 房地产营业税 of 营业税."""
    return name != wider and name.endswith(wider) and bool(wider) and likeness(name, wider) < _SAME


def _of_both_sides(statements: list[Statement], position: int, change: Token) -> Token | None:
    """收入总计A，支出总计A。收支较上年增加d: income and expenditure in all, told before as one figure."""
    own = statements[position]
    if not _BOTH_SIDES.fullmatch(own.label):
        return None
    totals = [
        amount
        for s in statements[max(position - _TOTALS_BACK, 0) : position]
        if own.block - s.block <= _BLOCKS_BACK
        and (amount := s.amount) is not None
        and amount.unit.name == change.unit.name
        and _TOTAL.search(s.lead)
        and ("拨款" in s.lead) == ("拨款" in own.lead)
    ]
    return totals[-1] if len({amount.number for amount in totals}) == 1 else None


def _from_change(main: Token, change: Token, rate: Token, direction: int) -> Relation:
    falls = (change.direction or direction) < 0
    if change.direction * rate.direction < 0 and change.number and rate.number > 0:
        # 减少…增长: one of the words is wrong
        return relation("growth", "decrease_rate", rate, [(main, "outturn"), (change, "change", -1)])
    if rate.number < 0 and change.number > 0:  # 下降-8%: the sign repeats the word
        return relation("growth", "change_rate", rate, [(main, "outturn"), (change, "change", -1)])
    return relation(
        "growth", "decrease_rate" if falls else "change_rate", rate, [(main, "outturn"), (change, "change")]
    )


def _from_base(main: Token, base: Token, rate: Token, direction: int) -> Relation:
    falls = direction < 0 and rate.number >= 0
    return relation(
        "growth", "shortfall_rate" if falls else "base_rate", rate, [(main, "outturn"), (base, "prior")]
    )
