"""A rate of the amount and the plan told beside it; where there is none, of what was told before."""

import re
from decimal import Decimal

from jixiao.claims.rates.behind import of_behind
from jixiao.claims.rates.budget_named import budget_of_name
from jixiao.claims.rates.counted import of_counts
from jixiao.claims.rates.earlier import of_earlier
from jixiao.claims.rates.plans import (
    changed_before,
    in_bracket,
    of_arranged,
    of_beside,
    of_it,
    of_named,
    only_plan,
    other_budget,
    over_named_plan,
    over_plan,
    received,
)
from jixiao.claims.reading.items import has_new_item, shared_words
from jixiao.claims.reading.leads import without_cues
from jixiao.claims.reading.lookup import likeness
from jixiao.claims.reading.nearmiss import agrees
from jixiao.claims.reading.proposal import may_be_rate, rate_of
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_EXCESS = re.compile(r"超额?(?:完成|出|过)?(?:了|计划|目标|任务)*\s*$")
_REACH = 24
_CONTINUES = re.compile(r"^[\s，,。；;]*(?:为|占|完成|是|达到?|相当于)")
_PLANNED = re.compile(r"计划|任务|目标|预算|指标")
_AGAINST_BUDGET = re.compile(r"(?:与|同|比|较)(?:年初|调整|全年)(?:部门)?预算[数额]?\s?$")
"""决算A，与年初预算B相比，执行率p%: what is compared with is the plan."""
_PROGRESS = re.compile(r"(?:预算|资金|项目)?(?:支付|支出|执行|完成|收入|收支|拨付|使用)(?:进度|情况|比例)?")
"""支付进度达预算B的p%: words that name the rate, and nothing that it is of."""
_COVER, _LAND = (
    re.compile(r"(?:森林|林草|植被|林木|绿化)覆盖率|绿[化地]率"),
    re.compile(r"总面积|国土|土地|辖区|建成区"),
)
"""林地面积A，森林面积B，森林覆盖率p%: cover is of all land, not of the forest land told before it."""
_DONE_RATE = re.compile(
    r"(?:结案|回收|有效|参与|报名|办结|处置|完成|答复|回复|合格|达标|优良|办理|验收|检测|覆盖|入户|到位)率"
)
_BESIDE = re.compile(r"^\s*、[\u4e00-\u9fff\d]")
"""A、B: counts told side by side, of which neither is part of the other."""
_RATE_WORD = re.compile(r"(?:率|比例)$")
_LONG_NAME = 5
"""Characters of a subject whose number its own words would share."""
_UNDONE = re.compile(r"(?:未|尚未|没有)完成的?\s?$")
"""平均完成率92.67%，未完成的121.67万元结转: what is left is not what the rate is of."""


def of_plan(
    statements: list[Statement], position: int, statement: Statement, rate: Token
) -> tuple[list[Relation], bool]:
    """By the plan told beside the rate; where there is none, by one that another paragraph tells."""
    main = statement.get("main")
    if (passed := over_named_plan(statements, position, rate)) is not None:
        return [passed], True
    if (
        main is not None
        and _EXCESS.search(main.lead)
        and (over := over_plan(statements, position, rate, main))
    ):
        return over, True
    counted, must_hold = of_counts(statements, position, rate)
    if counted:
        return counted, must_hold
    if main is not None and (changed := changed_before(statements, position, rate, main)):
        return changed, True
    if main is not None and (budgeted := budget_of_name(statements, position, rate, main)) is not None:
        return [rate_of(rate, main, budgeted)], True
    readings, asserted = _readings(statements, position, statement, rate)
    if not readings and (earlier := of_earlier(statements, position, rate)) is not None:
        return [earlier], True
    return readings, asserted


def _readings(
    statements: list[Statement], position: int, statement: Statement, rate: Token
) -> tuple[list[Relation], bool]:
    main = _done(statement)
    plan = _meant_plan(statements, position, main) or in_bracket(statements, position, main)
    if plan is None and (told := of_it(statements, position, rate)) is not None:
        return [told], True
    if plan is None:
        named_whole = of_named(statements, position, statement, rate)
        if named_whole is not None:
            return [named_whole], True
    if main is not None and plan is not None and main.unit.kind == plan.unit.kind:
        direct = plan.start > main.start and rate.start > plan.end and rate.start - plan.end <= 4
        return [rate_of(rate, main, plan, "named" if direct else "bound")], True
    if main is None and plan is None:
        beside = of_beside(statements, position, statement, rate)
        beside = beside or of_behind(statements, position, statement, rate)
        if beside is not None:
            return [beside], True
    if main is None and plan is not None:
        # The amount stands in the clause before: 完成 x；为年初预算 B 的 p%.
        before = _before(statements, position, statement, rate, plan)
        nameless = not has_new_item(without_cues(plan.lead, plan.role)) or bool(
            _PROGRESS.fullmatch(statement.label)
        )
        if before is not None and before.sentence != plan.sentence and not _CONTINUES.match(plan.lead):
            # 甲支出A，主要用于…。年初预算B，完成p%: the next sentence names nothing of its own.
            return ([rate_of(rate, before, plan)] if nameless else []), False
        # 甲年初预算B，完成p%: a thing with a name of its own is not what was told before it.
        return ([rate_of(rate, before, plan)], nameless or not statement.label) if before else ([], False)
    if (
        main is None
        and statement.label
        and not any(word in statement.label for word in ("率", "执行", "完成", "进度", "使用"))
    ):
        return [], False
    if main is None:
        main = _before(statements, position, statement, rate, None)
    if main is None:
        return [], False
    return _after_list(statements, position, statement, rate, main)


def _done(statement: Statement) -> Token | None:
    """The amount that was done; not that of what was left undone."""
    main = statement.get("main")
    return None if main is not None and _UNDONE.search(main.lead) else main


def _meant_plan(statements: list[Statement], position: int, main: Token | None) -> Token | None:
    """The initial budget where the words of the rate name it, else the plan."""
    statement = statements[position]
    initial, words = statement.get("initial"), statement.how["rate"].whole
    if "年初" in words and initial is not None:
        return initial
    if "年初" in words and main is not None and (told := other_budget(statements, position, words, main)):
        return told
    base = statement.roles.get("base")
    if statement.get("plan") is None and base is not None and _AGAINST_BUDGET.search(base.lead):
        return base
    return statement.get("plan")


def _after_list(
    statements: list[Statement], position: int, statement: Statement, rate: Token, main: Token
) -> tuple[list[Relation], bool]:
    """An amount and a rate without plan: the plan stands before; the rate may mean the head of a list."""
    use_of = received(statements, position, main, rate)
    if use_of is not None:
        planned = [] if "到位" in rate.lead else _plans(statements, position, statement, main)[:1]
        return [rate_of(rate, main, other) for other in (use_of, *planned)], True
    mains = [main]
    heads = [
        s.get("main")
        for s in statements[max(position - 8, 0) : position]
        if s.sentence == statement.sentence and s.block == statement.block
    ]
    mains.extend(
        head
        for head in heads[::-1]
        if head is not None and head is not main and head.unit.name == main.unit.name
    )
    for candidate in mains[:4]:
        for other in _plans(statements, position, statement, candidate):
            if other is not candidate and may_be_rate(rate, candidate, other):
                made = rate_of(rate, candidate, other)
                if decide(made).holds:
                    return [made], True
    plans = _plans(statements, position, statement, main)
    used = {
        plan.index
        for s in statements[max(position - _REACH, 0) : position]
        if "rate" in s.roles and (plan := s.get("plan")) is not None
    }
    sure = _beside(rate, plans, used, mains)
    inside = any(
        "其中" in s.lead
        for s in statements[max(position - 8, 0) : position + 1]
        if s.sentence == statement.sentence
    )
    if sure and not inside and not _told_apart(statements, position, statement):
        return [rate_of(rate, main, sure[0])], True
    if main.unit.kind == "count" and not _aims(main):
        counts = [rate_of(rate, main, other) for other in mains[1:] if not _aims(other)]
        held = next((reading for reading in counts if rate.decimals and decide(reading).holds), None)
        if held is not None:
            return [held], True
        if len(counts) == 1 and not _PLANNED.search(statement.how["rate"].whole):
            of_land = _COVER.search(rate.lead) and not _LAND.search(mains[1].lead)
            return counts, not of_land and not _is_of_others(rate, statement.label, mains[:2])
    found = _searched(statements, position, rate, main)
    if not found and (given := of_arranged(statements, position, main, rate)) is not None:
        return [rate_of(rate, main, given)], True
    if not found and (only := only_plan(statements, position, main, rate)) is not None:
        return [rate_of(rate, main, only)], True
    return found, False


def _is_of_others(rate: Token, name: str, counts: list[Token]) -> bool:
    """在管高血压患者A人、糖尿病患者B人，家庭医生签约服务覆盖率p%: of a thing that neither count is."""
    if _BESIDE.match(counts[0].lead) and counts[0].block is rate.block:
        return True
    subject = _RATE_WORD.sub("", name)
    return len(subject) >= _LONG_NAME and not any(shared_words(subject, count.lead) for count in counts)


def _beside(rate: Token, plans: list[Token], used: set[int], mains: list[Token]) -> list[Token]:
    """The plans of the sentence that a rate may surely be of.

    None where a count told between is what it is of: 计划300批次，实际312批次，不合格9批次，不合格率p%.
    """
    sure = [plan for plan in plans if plan.sentence == rate.sentence and plan.block is rate.block]
    sure = [plan for plan in sure if plan.depth <= rate.depth or plan.index not in used]
    if not sure or mains[0].unit.kind != "count":
        return sure
    between = (one for one in mains[1:] if sure[0].start < one.start < mains[0].start)
    return [] if any(not _aims(one) for one in between) else sure


def _aims(token: Token) -> bool:
    """Whether a number is a target of its own indicator: 完成73处（目标≥72处），合格率98% is no 72 ÷ 73."""
    return bool(token.comparator) or _PLANNED.search(token.lead) is not None


def _told_apart(statements: list[Statement], position: int, statement: Statement) -> bool:
    """Whether the plan found belongs to another thing: a list of things, each with a rate of its own."""
    return (
        position > 0
        and "rate" in statements[position - 1].roles
        and statements[position - 1].sentence == statement.sentence
    )


def _plans(statements: list[Statement], position: int, statement: Statement, main: Token) -> list[Token]:
    """Plans told before in the same sentence, the first (the head) first; then those of the same name."""
    found: list[Token] = []
    named: list[Token] = []
    for earlier in range(position - 1, max(position - _REACH, -1), -1):
        other = statements[earlier]
        plan = other.get("plan")
        if plan is None or plan.unit.name != main.unit.name or plan is main:
            continue
        if other.sentence == statement.sentence and other.block == statement.block:
            found.append(plan)
        elif statement.label and likeness(statement.label, other.label) >= 2:
            named.append(plan)
    return [*found[::-1], *named[:2]]


def _searched(statements: list[Statement], position: int, rate: Token, main: Token) -> list[Relation]:
    """Any amount told nearby that explains the rate; shows that it holds, never that it fails."""
    if rate.number in (Decimal(0), Decimal(100)) or rate.decimals == 0:
        return []
    near = statements[max(position - _REACH, 0) : position][::-1] + statements[position + 1 : position + 4]
    for other in near:
        for role in ("plan", "main", "base"):
            token = other.get(role)
            if (
                token is not None
                and token.unit.name == main.unit.name
                and token.number
                and may_be_rate(rate, main, token)
            ):
                reading = rate_of(rate, main, token, "inferred")
                if agrees(reading):
                    return [reading]
    return []


def _before(
    statements: list[Statement], position: int, statement: Statement, rate: Token, plan: Token | None
) -> Token | None:
    for earlier in range(position - 1, max(position - 4, -1), -1):
        other = statements[earlier]
        if other.block != statement.block or statement.sentence - other.sentence > 1:
            return None
        if other.depth > statement.depth:
            continue  # 甲支出A（其中乙B），完成预算C的p%
        token = other.get("main")
        if (
            token is not None
            and ("rate" not in other.roles or (plan is not None and other.sentence == statement.sentence))
            and (
                token.unit.kind == "yuan"
                or _DONE_RATE.search(rate.lead)
                or (plan is not None and other.depth < statement.depth)  # 新建26座（任务25座，完成104%）
            )
            and (plan is None or token.unit.kind == plan.unit.kind)
        ):
            return token
    return None
