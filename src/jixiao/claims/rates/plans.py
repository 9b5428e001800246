"""What a rate is measured by where its own statement has no plan: named by its words or told beside it."""

import re

from jixiao.claims.reading.lookup import likeness
from jixiao.claims.reading.proposal import rate_of, relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide
from jixiao.core.interval import round_half_up
from jixiao.core.slips import one_slip_apart

_FAR = 60
_NEAR = 8
_SOURCE = re.compile(r"补助|配套|安排|下达|到位|财政|专项|实际|资金|经费|预算|拨款")
_SOURCE_NAME = 2
_ARRIVED = re.compile(r"^[\s，,、;；]*(?:资金)?到位率(?:为|是|达到?|:)*\s*$")
_CAME = re.compile(r"到位")
_CLOSE = 8
"""The part of a quotient by which a rate may miss it and still be meant."""
_OF_PLAN = re.compile(
    r"^[\s，,、;；]*(?:项目|预算|资金|支出|总体|财政)*(?:到位|执行|完成|支付|支出|使用)(?:率|进度|比例)(?:为|是|达到?|:)*\s*$"
)
_FOLLOWING = 3
_BESIDE_RATE = {"rate", "score", "full", "deducted", "points_other"}
"""What may stand between a rate and its amounts: 执行率93%，自评95分（预算50万元，支出46.5万元）."""
_OF_NAMED = re.compile(r"(?:为|是|相当于|约为)(?!年初|调整|预算|计划)([^，,。]{2,14})的\s*$")
_ELSEWHEN = re.compile(r"上年|去年|往年|同期|上一?[期月]|(?:19|20)\d\d|平均|预[期计]")
"""Amounts of another time or of others, which the same name does not mean."""
_OF_IT = re.compile(r"\s*的(?:比率|比例|百分比|比重)?[为是达约]*\s*$")
_EXECUTION = re.compile(r"(?:执行|完成|支付|支出)(?:率|进度|比例)")
_ADJUSTED = re.compile(r"调整|变动|追加后|全年")
_CHANGED_TO = re.compile(r"^(?:年中|年内|后)?(?:调[整增减]|追加|变更)(?:为|到|至)$")
_IN_BRACKET = re.compile(r"^\s?\([^()]{0,6}(?:预算|计划|目标|任务)[^()]{0,6}$")
_RECEIVED = re.compile(r"应[^，,。；]{1,6}$|编制|到位|收到|下达|下拨|拨入|拨付|安排|筹集|投入|落实|申请")
_USED = re.compile(
    r"^[\s，,、；;]*(?:其中)?(?:已经?|实际|实|累计|共计?|全年|当年|本年|年底)*(?:使用|支出|支付|发放|执行|拨付|兑付|兑现|有|在编|在职)"
    r"(?:了|的)?(?:在职|在编)?(?:项目|专项|补助|补贴|资金|款|金额|人员|人数|为|共|:)*\s*$"
)
_OF_RECEIVED = re.compile(
    r"^[\s，,、]*(?:按|占)?(?:已?到位|下达|拨付)?(?:资金|预算|实际|项目|专项|的)*(?:使用|支出|支付|发放|执行|拨付|兑付|兑现|[^，,。；]{2,8}控制)(?:进度|率|比例)"
)
"""A rate that names nothing of its own, unlike 全部资金执行率."""
_OVER_NAMED = re.compile(r"超(?:额|过|出)?(?:完成)?了?(?:年度|全年|年初|原定|既定)?(?:目标|计划|任务)*\s*$")
_OF_PLANNED = re.compile(r"^\s*的?(?:年度|全年|年初)?(?:目标|任务|计划|指标)(?:任务|目标|数|量|值)*的\s*$")
_PARTS = re.compile(r"[；;]")
_ESTIMATED = re.compile(r"投资|概算|估算")


def of_it(statements: list[Statement], position: int, rate: Token) -> Relation | None:
    """占编制数143人的比率为p%, 为上年数B的p%: the amount just before the rate is what it is of."""
    statement = statements[position]
    main = statement.get("main")
    if main is None and position and statements[position - 1].sentence == statement.sentence:
        main = statements[position - 1].get("main")
    for other in (statement.get("base"), statement.get("whole")):
        if (
            main is not None
            and other is not None
            and other.unit.name == main.unit.name
            and rate.start > other.end
            and _OF_IT.match(rate.lead)
        ):
            return rate_of(rate, main, other, "named")
    return None


def of_named(
    statements: list[Statement], position: int, statement: Statement, rate: Token
) -> Relation | None:
    """相当于排污费收入的90%: the amount told just before, over the one that bears the name."""
    name = _OF_NAMED.search(statement.how["rate"].whole)
    before = statements[position - 1] if position else None
    done = statement.get("main")
    if done is None and before is not None and before.sentence == statement.sentence:
        done = before.get("main")
    if name is None or done is None or _ELSEWHEN.search(name[1]):
        return None
    near = [
        s.amount
        for s in statements[max(position - _FAR, 0) : position][::-1]
        if likeness(name[1], s.label) >= 2 and s.amount is not None and s.amount.unit.name == done.unit.name
    ]
    readings = [rate_of(rate, done, amount) for amount in near[:3] if amount is not done]
    return next((reading for reading in readings if decide(reading).holds), readings[0] if readings else None)


def of_beside(
    statements: list[Statement], position: int, statement: Statement, rate: Token
) -> Relation | None:
    """A further rate of the same amount against its other budget, or a rate told before its amounts."""
    before = statements[position - 1] if position else None
    if (
        before is not None
        and before.sentence == statement.sentence
        and before.get("main") is not None
        and "rate" in before.roles
    ):
        meant = other_budget(statements, position, statement.how["rate"].whole, before.roles["main"])
        if meant is not None:
            return rate_of(rate, before.roles["main"], meant)
    if (done := _of_saved(statements, position, statement, rate)) is not None:
        return done
    if not _EXECUTION.search(statement.how["rate"].whole) or statement.roles.keys() - _BESIDE_RATE:
        return None
    for after in statements[position + 1 : position + 1 + _FOLLOWING]:
        main, plan = after.get("main"), after.get("plan")
        if after.sentence != statement.sentence or "rate" in after.roles or _is_parted(rate, after):
            break
        if main is not None and plan is not None and main.unit.name == plan.unit.name:
            return rate_of(rate, main, plan)
        if after.roles.keys() - _BESIDE_RATE:
            break
    return None


def _is_parted(rate: Token, after: Statement) -> bool:
    """发车完成率96%；新增站点计划10个，完成8个: a semicolon parts a rate from amounts of another thing."""
    start = min(token.start for token in after.roles.values())
    return _PARTS.search(rate.block.text, rate.end, start) is not None


def _of_saved(
    statements: list[Statement], position: int, statement: Statement, rate: Token
) -> Relation | None:
    """采购预算A，实际采购B，节约C，节约率p%，采购执行率q%: what was paid of the plan told before."""
    before = statements[position - 1] if position else None
    if before is None or before.sentence != statement.sentence or before.block != statement.block:
        return None
    main, plan, saving = before.get("main"), before.get("plan"), before.how.get("rate")
    if main is None or plan is None or saving is None or main.unit.name != plan.unit.name:
        return None
    told = saving.whole == "saved" and _EXECUTION.search(statement.how["rate"].whole)
    return rate_of(rate, main, plan) if told else None


def other_budget(statements: list[Statement], position: int, words: str, done: Token) -> Token | None:
    """The initial or the adjusted budget, as the words name it, where the sentence tells both."""
    sentence = statements[position].sentence
    told = [s for s in statements[max(position - _NEAR, 0) : position + 1] if s.sentence == sentence]
    initial = [t for s in told if (t := s.roles.get("initial")) is not None]
    adjusted = [t for s in told if (t := s.roles.get("plan")) is not None]
    if len(initial) != 1 or len(adjusted) != 1 or initial[0].unit.name != done.unit.name:
        return None
    return initial[0] if "年初" in words else adjusted[0] if _ADJUSTED.search(words) else None


def changed_before(statements: list[Statement], position: int, rate: Token, main: Token) -> list[Relation]:
    """预算从年初的A调整为B，执行C，执行率p%: what was done of the budget that came of the first one.

    Of the first one itself where its words are silent and that holds.
    """
    own = statements[position]
    stages = _stages(own, statements[position - 1] if position else None)
    if stages is None:
        return []
    now, first = stages
    if not _CHANGED_TO.match(now.lead) or now.unit.kind != main.unit.kind:
        return []
    if "年初" in own.how["rate"].whole or not _OF_PLAN.match(rate.lead):
        return []
    return [rate_of(rate, main, now), rate_of(rate, main, first)]


def _stages(own: Statement, before: Statement | None) -> tuple[Token, Token] | None:
    """The changed budget and the first one, told in the rate's own statement or in the one before."""
    if own.roles.keys() >= {"plan", "initial"}:
        return own.roles["plan"], own.roles["initial"]
    if own.roles.keys() & {"plan", "initial"} or before is None or before.sentence != own.sentence:
        return None
    if before.main is None or "base" not in before.roles or "预算" not in before.lead:
        return None
    return before.main, before.roles["base"]


def in_bracket(statements: list[Statement], position: int, main: Token | None) -> Token | None:
    """完成预算的101%（预算308亿元）: the plan in brackets behind the rate."""
    after = statements[position + 1] if position + 1 < len(statements) else None
    if (
        after is None
        or after.block != statements[position].block
        or after.depth <= statements[position].depth
    ):
        return None
    plan = after.get("plan")
    if plan is None or main is None or plan.unit.name != main.unit.name or not _IN_BRACKET.search(plan.lead):
        return None
    return plan


def of_arranged(statements: list[Statement], position: int, main: Token, rate: Token) -> Token | None:
    """县级财政安排A…。县级财政资金到位B，到位率p%: what was to come, told before under the same name."""
    own = statements[position]
    name = _SOURCE.sub("", own.label)
    if not _ARRIVED.match(rate.lead) or len(name) < _SOURCE_NAME:
        return None
    told = [
        s.amount
        for s in statements[max(position - _FAR, 0) : position]
        if s.amount is not None
        and s.amount.unit.kind == main.unit.kind
        and not _CAME.search(s.lead)
        and _SOURCE.sub("", s.label) == name
    ]
    if len({token.number * token.unit.scale for token in told}) != 1 or not told[0].number:
        return None
    return told[0] if _comes_near(rate, main, told[0]) else None


def only_plan(statements: list[Statement], position: int, main: Token, rate: Token) -> Token | None:
    """预算资金A，其中…。年底到位B，资金到位率p%: the one plan of the paragraph, in a sentence before.

    Only a rate that comes near it is meant to be of it: others are of a part, or of another year.
    """
    own = statements[position]
    if not _OF_PLAN.match(rate.lead):
        return None
    told = [
        plan
        for s in statements[max(position - _FAR, 0) : position]
        if s.block == own.block and (plan := s.get("plan")) is not None and plan.unit.kind == main.unit.kind
    ]
    if len(told) != 1 or told[0].depth or told[0].approximate or not told[0].number or not rate.number:
        return None
    return told[0] if _comes_near(rate, main, told[0]) else None


def _comes_near(rate: Token, main: Token, plan: Token) -> bool:
    """Whether a rate is nearly that of two amounts, or a slip of the pen away from it."""
    quotient = main.number * main.unit.scale / (plan.number * plan.unit.scale)
    near = abs(quotient - rate.number * rate.unit.scale) * _CLOSE <= quotient
    meant = round_half_up(quotient / rate.unit.scale, rate.decimals)
    return near or one_slip_apart(rate.build(), meant)


def received(statements: list[Statement], position: int, main: Token, rate: Token) -> Token | None:
    """到位资金A，使用B，使用率p%: use is measured by what was received, where nothing else is told."""
    own = statements[position]
    if not (_USED.match(main.lead) and _OF_RECEIVED.match(rate.lead)):
        return None
    goes_on = main.lead.lstrip()[:1] in ("；", ";") and "其中" in main.lead  # 到位B，到位率p%；其中已使用C
    told = [
        token
        for s in statements[max(position - _NEAR, 0) : position + 1]
        if (s.sentence == own.sentence or (goes_on and own.sentence - s.sentence == 1))
        and s.block == own.block
        and (token := s.get("main")) is not None
    ]
    told = [t for t in told if t.start < main.start and t.unit.name == main.unit.name]
    told = [t for t in told if not _ESTIMATED.search(t.lead)]
    if len(told) != 1 or told[0].approximate or not _RECEIVED.search(told[0].lead):
        return None
    return told[0]


def over_named_plan(statements: list[Statement], position: int, rate: Token) -> Relation | None:
    """改厕1260户，超额完成1200户目标任务的5%: by how much what was done, told before, passed the plan."""
    own = statements[position]
    plan = own.main
    if plan is None or not plan.number:
        return None
    if not _OVER_NAMED.search(plan.lead) or not _OF_PLANNED.match(rate.lead):
        return None
    told = [
        s.main
        for s in statements[max(position - _NEAR, 0) : position][::-1]
        if s.block == own.block and s.sentence == own.sentence and s.main is not None
    ]
    done = [token for token in told if (token.unit.name, token.unit.word) == (plan.unit.name, plan.unit.word)]
    if not done or _PARTS.search(rate.block.text, done[0].end, plan.start):
        return None
    return relation("rate", "base_rate", rate, [(done[0], "outturn"), (plan, "plan")])


def over_plan(statements: list[Statement], position: int, rate: Token, excess: Token) -> list[Relation]:
    """计划800人次，实际862人次，超额62人次，完成率107.75%: of plan and outturn, which is the larger."""
    own = statements[position]
    told = [
        token
        for s in statements[max(position - _NEAR, 0) : position + 1]
        if s.sentence == own.sentence and s.block == own.block
        for role in ("plan", "initial", "main")
        if (token := s.roles.get(role)) is not None and token.end <= excess.start
    ]
    alike = [t for t in told if (t.unit.name, t.unit.word) == (excess.unit.name, excess.unit.word)]
    if len(alike) < len(("plan", "main")):
        return []
    last = sorted(alike, key=lambda token: token.start)[-2:]
    planned, done = sorted(last, key=lambda token: token.number)
    return [rate_of(rate, done, planned)] if planned.number else []
