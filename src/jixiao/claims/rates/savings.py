"""Saving rates: what was saved of a plan or left undone; a plan not printed is what was paid and saved."""

import re
from bisect import bisect_left

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import rate_of, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.balance import balances
from jixiao.claims.sums.runs import balance_sequence
from jixiao.core.claim import Relation, decide
from jixiao.core.digits import significant_digits

_APART = re.compile(r"相差(?:额|数|了)?的?(?:为|是|共|约|:)?\s*$")
_VERB = re.compile(r"节约|节支|节省|节资|审减|核减|扣减|压减")
_NEAR = 6
_FAR = 30
_PAIR = 2
_TELLING = 3
"""Digits of a saving that is hardly the difference of two amounts by chance."""
_WORDS = ("节约", "节支", "节资", "增效", "增值", "溢价")
_UNDONE = ("结余", "结转", "未完成", "未支付", "未支出", "未执行", "未使用")


def of_saving(
    reading: Reading, position: int, statement: Statement, rate: Token
) -> tuple[list[Relation], bool]:
    """The readings of a 节约率 and whether one of them must hold."""
    statements = reading.statements
    own = (
        _of_difference(statements, position, rate)
        or _of_its_own(statements, position, rate)
        or _of_change(statement, rate)
    )
    if own is not None:
        return [own], True
    near = [
        s for s in statements[max(position - _NEAR, 0) : position + 1][::-1] if statement.block - s.block <= 1
    ]
    saved = next((token for s in near if (token := s.get("saved") or s.get("gained")) is not None), None)
    words = _UNDONE if any(word in rate.lead for word in _UNDONE) else _WORDS
    saved = saved or next((s.get("main") for s in near if any(w in s.label + s.lead for w in words)), None)
    if saved is None:
        return _of_paid(rate, near)
    near = _of_one_thing(near, statement)
    sure = _remainder_of(reading, saved)
    if sure is not None and (beside := _remainder_beside(statement, near, saved)) is not None:
        return [rate_of(rate, saved, beside)], True
    told = _told(rate, saved, near)
    if sure is not None:
        told.insert(0, rate_of(rate, saved, sure))
    held = next((made for made in told if decide(made).holds), None)
    if held is not None:
        return [held], True
    if sure is not None:
        return told[:1], True
    plan = next((s.get("plan") for s in near if s.get("plan") is not None), None)
    if plan is not None and statement.sentence == plan.sentence:
        return [rate_of(rate, saved, plan)], True
    told_of_it = _of_own(statements, position, rate, saved)
    if told_of_it:
        return told_of_it, True
    return _searched(statements[max(position - _FAR, 0) : position][::-1], rate, saved), False


def _of_one_thing(near: list[Statement], own: Statement) -> list[Statement]:
    """Of a statement and those before it, those of its own thing: where it tells plan and saving, no sibling.

    A sibling has a saving of its own; its plan may explain a rate by chance, as any other amount may.
    """
    if own.get("plan") is None or own.get("saved") is None:
        return near
    siblings = [at for at, s in enumerate(near) if s is not own and s.get("saved") is not None]
    return near[: siblings[0]] if siblings else near


def _of_change(statement: Statement, rate: Token) -> Relation | None:
    """甲成交A，比采购预算B减少C，节约率p%: the item tells its own plan and what was saved of it."""
    plan, change = statement.get("plan"), statement.get("change")
    if plan is None or change is None or change.direction >= 0 or not plan.number:
        return None
    return rate_of(rate, change, plan) if plan.start < change.start < rate.start else None


def _of_difference(statements: list[Statement], position: int, rate: Token) -> Relation | None:
    """采购计划A，执行B，两者相差C，即为节约额，节约率p%: what sets the two apart is the saving."""
    own, before = statements[position], statements[position - 1] if position else None
    gap = own.main
    if gap is None or before is None or not _APART.search(gap.lead) or before.sentence != own.sentence:
        return None
    plan = before.get("plan")
    alike = plan is not None and plan.unit.kind == gap.unit.kind and bool(plan.number)
    return rate_of(rate, gap, plan) if plan is not None and alike and gap.end <= rate.start else None


def _of_its_own(statements: list[Statement], position: int, rate: Token) -> Relation | None:
    """甲送审A，审定B，审减率p%: plan and payment stand beside the rate, and no amount saved.

    Where the paragraph tells before it what their difference is (评审审减C), the rate is of that.
    """
    statement = statements[position]
    plan, main = statement.get("plan"), statement.main
    before = statements[position - 1] if position else None
    if plan is None and before is not None and before.sentence == statement.sentence:
        plan = before.roles["plan"] if before.roles.keys() == {"plan"} else None  # 申报A，评审核定B，核减率p%
    if (
        plan is None
        or main is None
        or statement.roles.keys() & {"saved", "gained", "change"}
        or plan.unit.kind != main.unit.kind
        or not max(plan.start, main.start) < rate.start
    ):
        return None
    for other in statements[max(position - _NEAR, 0) : position]:
        saved = other.roles.get("saved") if other.block == statement.block else None
        if saved is None or saved.unit.kind != plan.unit.kind or other.roles.keys() & {"plan", "rate"}:
            continue  # or a saving with amounts of its own
        if not {*_VERB.findall(saved.lead)} & {*_VERB.findall(rate.lead)}:
            continue
        if decide(relation("difference", "difference", saved, [(plan, "plan"), (main, "paid")])).holds:
            return rate_of(rate, saved, plan)
    return relation("rate", "shortfall_rate", rate, [(main, "paid"), (plan, "plan")])


def _of_paid(rate: Token, near: list[Statement]) -> tuple[list[Relation], bool]:
    """No amount saved is printed: 1 − paid ÷ plan."""
    plan = next((s.get("plan") for s in near if s.get("plan") is not None), None)
    if plan is None:
        return [], False
    readings = [
        relation("rate", "shortfall_rate", rate, [(token, "paid"), (plan, "plan")])
        for token in _amounts(near, plan)
        if token is not plan
    ]
    held = next((made for made in readings if decide(made).holds), None)
    if held is not None:
        return [held], True
    own = near[0]
    main = own.get("main")
    if main is not None and own.get("plan") is plan and main.unit.name == plan.unit.name:
        return [relation("rate", "shortfall_rate", rate, [(main, "paid"), (plan, "plan")])], True
    return [], False


def _amounts(near: list[Statement], like: Token) -> list[Token]:
    return [
        token
        for s in near
        for role in ("plan", "main")
        if (token := s.get(role)) is not None and token is not like and token.unit.kind == like.unit.kind
    ]


def _told(rate: Token, saved: Token, near: list[Statement]) -> list[Relation]:
    amounts = _amounts(near, saved)
    of_plan = [
        rate_of(rate, saved, token)
        for token in amounts
        if token.number * token.unit.scale > saved.number * saved.unit.scale
    ]
    paid = [token for token in amounts if token.role not in ("plan", "initial")]
    return of_plan + [saving_rate_of(rate, saved, token) for token in paid]


def saving_rate_of(rate: Token, saved: Token, paid: Token) -> Relation:
    """The rate of a saving where what was paid is printed and the plan is not."""
    return relation("rate", "saving_rate", rate, [(saved, "saved"), (paid, "paid")])


def _of_own(statements: list[Statement], position: int, rate: Token, saved: Token) -> list[Relation]:
    """成交金额A，节约资金B，节约率p%: nothing but one amount is told with the saving, paid or planned."""
    own = statements[position]
    before = statements[position - 1] if position else None
    amounts = [s.get("main") for s in (own, before) if s is not None and s.sentence == own.sentence]
    paid = next((token for token in amounts if token is not None), None)
    if (
        paid is None
        or paid is saved
        or paid.unit.kind != saved.unit.kind
        or saved.sentence != own.sentence
        or paid.approximate
    ):
        return []
    return [saving_rate_of(rate, saved, paid), rate_of(rate, saved, paid)]


def _searched(earlier: list[Statement], rate: Token, saved: Token) -> list[Relation]:
    """Any amount told before that explains the rate; shows that it holds, never that it fails."""
    for s in earlier:
        token = s.amount
        if token is None or token.unit.name != saved.unit.name or token is saved or not rate.decimals:
            continue
        for formula, operands in (
            ("quotient", [(saved, "outturn"), (token, "plan")]),
            ("saving_rate", [(saved, "saved"), (token, "paid")]),
        ):
            made = relation("rate", formula, rate, operands, "inferred")
            if decide(made).holds:
                return [made]
    return []


def _remainder_beside(own: Statement, near: list[Statement], saved: Token) -> Token | None:
    """送审A，核减C，审定B，核减率p%: the larger of two amounts told with the saving, whose difference it is.

    No other amount of the sentence can be meant then.
    """
    if significant_digits(saved.number) < _TELLING:
        return None
    told = [saved]
    for s in near:
        if s.sentence != own.sentence or s.block != own.block or s.roles.get("saved") not in (None, saved):
            break
        told += [t for role in ("plan", "main") if (t := s.roles.get(role)) is not None]
    amounts = [t for t in told[1:] if t.unit.kind == saved.unit.kind][:_PAIR]
    if len(amounts) < _PAIR:
        return None
    small, large = sorted(amounts, key=lambda t: t.number * t.unit.scale)
    made = relation("difference", "difference", saved, [(large, "plan"), (small, "paid")])
    return large if decide(made).holds else None


def _remainder_of(reading: Reading, saved: Token) -> Token | None:
    """The plan whose difference to what was paid the saving is."""
    sequence = balance_sequence(reading)
    at = bisect_left(sequence, saved.index, key=lambda entry: entry.token.index)
    if at < len(sequence) and sequence[at].token is saved:
        for signed in balances(sequence, at):
            return signed[0][0].token
    return None
