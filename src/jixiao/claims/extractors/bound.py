"""Bounds: what cannot be more (or less) than something else that the document prints.

Outturn and revised budget, rates that cannot pass 100 %, parts and their whole, scores and their full mark,
achieved values and their targets, and targets whose operator points the wrong way.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import against, compared, quantity
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED, SCORE
from jixiao.claims.scores.indicators import Indicator, higher_is_better, indicators, lower_is_better, meets
from jixiao.claims.scores.scoring import appraisal
from jixiao.claims.sums.scopes import is_set_aside
from jixiao.core.finding import Related
from jixiao.core.observation import Observation

KIND = "bound"
_ONE = Decimal(1)


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """Every bound that the document itself sets."""
    for entry in appraisal(reading).entries:
        if entry.full is not None and entry.score is not None and not entry.has_bonus:
            yield Proposal((compared(KIND, entry.score, "≤", entry.full, role="full"),))
    for statement in reading.statements:
        if len(statement.roles) < 2 and "rate" not in statement.roles:
            continue  # neither an amount with its plan nor a rate
        paragraph = reading.paragraph_of(statement.block)
        if paragraph is not None:
            yield from _of_statement(paragraph, statement)
    for paragraph in reading.paragraphs:
        if len(paragraph.tokens) > 1:
            yield from _parts(paragraph)
    found = indicators(reading)
    for indicator in found:
        yield from _of_indicator(indicator)
    yield from _inverted(found)


_WHOLE_YEAR = re.compile(r"全年|调整后|调整预算|变动|预算安排|安排预算|预算批复|批复预算|预算总额|到位")
_NOT_LIMIT = re.compile(r"年初|收入|收|任务|计划|目标|预期|税|征|超额")


def _of_statement(paragraph: Paragraph, statement: Statement) -> Iterator[Proposal]:
    main, plan, rate = statement.get("main"), statement.get("plan"), statement.get("rate")
    limited = False
    if main is not None and plan is not None and main.unit.kind == plan.unit.kind == "yuan":
        words = paragraph.text[max(0, plan.start - 12) : plan.start]
        limited = _WHOLE_YEAR.search(words) is not None and _NOT_LIMIT.search(words[-8:]) is None
        income = re.search(
            r"收入|征收|入库|拨付资金到位", paragraph.text[max(0, main.start - 8) : main.start]
        )
        limited = limited and income is None and main.unit.word == plan.unit.word
        limited = limited and not _of_other_years(main, plan)
        if limited:
            yield Proposal((compared(KIND, main, "≤", plan, role="plan", binding="inferred"),))
    if rate is not None and rate.unit.kind == "percent" and rate.number > 100 and not rate.approximate:
        within = limited and main is not None and plan is not None and main.number <= plan.number
        proposal = _over_hundred(paragraph, rate, within=within)
        if proposal is not None:
            yield proposal


def _of_other_years(main: Token, plan: Token) -> bool:
    """2023年执行数A，2024年预算安排B: each word names a year of its own."""
    years = [_YEAR.findall(token.lead) for token in (main, plan)]
    return all(years) and years[0][-1] != years[1][-1]


_YEAR = re.compile(r"20\d\d")
_NEVER = re.compile(
    r"(?:满意度|满意率|合格率|准确率|知晓率|办结率|优良率|出勤率|签约率|公开率|及时率|结案率|答复率|回复率)(?:为|达到?|是|:)?\s?$"
)
_EXECUTION = re.compile(r"(?:执行率|支付率|支出率|支出进度|执行进度)(?:为|达到?|是|:)?\s?$")
"""Not 完成预算的: a government's expenditure may pass its budget by transfers during the year."""


_GLUED = re.compile(r"[1-9]\d?100")
"""合格率20100%: a full mark of 20 and 100%, whose cells a copy has joined."""


def _over_hundred(paragraph: Paragraph, rate: Token, *, within: bool) -> Proposal | None:
    """A rate above 100 %: impossible for satisfaction and its kind, and for outturn within its budget."""
    if _GLUED.fullmatch(format(rate.number, "f")):
        return None
    before = re.split(r"[。;；]", paragraph.text[max(0, rate.start - 60) : rate.start])[-1]
    last = re.split(r"[，,]", before)[-1]
    if _NEVER.search(last):
        return Proposal((against(KIND, rate, "≤", _ONE, role="rate"),))
    if within and not _NOT_LIMIT.search(last):
        return Proposal((against(KIND, rate, "≤", _ONE, role="rate"),))
    if _EXECUTION.search(last) and not _NOT_LIMIT.search(before):
        return Proposal((against(KIND, rate, "≤", _ONE, role="rate", binding="inferred"),))
    return None


_WITHIN = re.compile(r"^[，,]?\s?\(?\s?(?:其中|包括|含)[:，,]?[^。;，,\d()]{0,16}$")
_LEFT = re.compile(r"(?:收大于支|结余|盈余|净余|净额|差额)[^，,。；;\d]{0,4}$")
_FLOW = re.compile(r"(?:收入|支出)[^，,。；;\d]{0,4}$")
_RECEIVED = re.compile(r"(?:受理|收到|接收|上报|接到)[^，,。;\d]{0,16}$")
_DONE = re.compile(
    r"^[^。;]{0,3}[，,、](?:已|共)?(?:办结|处置|处理|采用|答复|回复|办理|解决)[^，,。;\d]{0,8}$"
)


def _parts(paragraph: Paragraph) -> Iterator[Proposal]:
    """A part named with 其中 cannot exceed its whole; what is done cannot exceed what was received."""
    text, tokens = paragraph.text, paragraph.tokens
    for position, (whole, part) in enumerate(itertools.pairwise(tokens)):
        if not _same_thing(whole, part) or part.approximate:
            continue
        between = text[whole.end : part.start]
        if _LEFT.search(whole.lead) and _FLOW.search(between):
            continue  # 收大于支C，其中收入A、支出B: what is left is less than what came in
        if part.number > whole.number and _is_of_earlier(tokens, position):
            continue
        if _WITHIN.match(between) and whole.role in ("main", "plan", ""):
            counts = whole.unit.kind == "count"
            if counts or part.number * part.unit.scale > whole.number * whole.unit.scale:
                bracket = between.lstrip("，, ").startswith("(") or counts
                yield Proposal(
                    (
                        compared(
                            KIND,
                            part,
                            "≤",
                            whole,
                            role="whole",
                            binding="bound" if bracket and counts else "inferred",
                        ),
                    )
                )
        elif _DONE.match(between) and whole.unit.kind == "count":
            start = tokens[position - 1].end if position else 0
            if _RECEIVED.search(text[start : whole.start]):
                yield Proposal((compared(KIND, part, "≤", whole, role="received", binding="inferred"),))


def _is_of_earlier(tokens: Sequence[Token], position: int) -> bool:
    """在职159人，空编9名，其中公务员97人、事业62人: what 其中 opens is of what the sentence told before."""
    whole, part = tokens[position], tokens[position + 1]
    earlier = [
        token.number
        for token in tokens[:position]
        if token.sentence == part.sentence and _same_thing(token, part) and token.number > part.number
    ]
    members = list(
        itertools.takewhile(
            lambda token: token.sentence == part.sentence and _same_thing(token, part), tokens[position + 1 :]
        )
    )
    sums = set(itertools.accumulate(token.number for token in members))
    return bool(earlier) and (is_set_aside(whole.lead) or not sums.isdisjoint(earlier))


def _same_thing(one: Token, other: Token) -> bool:
    """Whether two figures count the same: of one unit, people in 人 or 名."""
    names = {one.unit.name, other.unit.name}
    return (
        one.unit.kind == other.unit.kind
        and one.unit.kind in ("yuan", "count")
        and (len(names) == 1 or names == {"人", "名"})
    )


_TOTAL = re.compile(r"合\s?计|总\s?[计分]")


def _of_indicator(one: Indicator) -> Iterator[Proposal]:
    if one.score is not None and one.full is not None and one.table >= 0 and not _is_part_total(one):
        yield Proposal(
            (compared(KIND, quantity(one.score, SCORE), "≤", quantity(one.full, SCORE), role="full"),)
        )
    if one.target is None or one.actual is None or not one.operator:
        return
    met = meets(one.operator, one.target, one.actual)
    if met is None:
        return
    if met:
        yield Proposal((compared(KIND, one.actual, one.operator, one.target, role="target"),))
    elif one.operator == "=" and one.actual.value < one.target.value and lower_is_better(one.words):
        return  # a cost of less than was planned misses nothing
    elif not (one.reason or "").strip() and _full_marks(one) is not False:
        yield Proposal(
            (compared(KIND, one.actual, one.operator, one.target, role="target", binding="inferred"),)
        )


def _is_part_total(one: Indicator) -> bool:
    """A total of the indicators' full marks (90) may stand beside a score that is the execution's too."""
    return one.full is not None and one.full.number < HUNDRED and _TOTAL.search(one.name) is not None


def _full_marks(one: Indicator) -> bool | None:
    """Whether the indicator has its full mark; None where that is not printed."""
    return None if one.full is None or one.score is None else one.score.number >= one.full.number


def _inverted(found: list[Indicator]) -> Iterator[Observation]:
    """Targets whose operator points the wrong way, once for each table: 满意度 ≤95%, 成本 ≥100万元."""
    by_table: dict[int, list[Indicator]] = {}
    for one in found:
        if one.target is None:
            continue
        percent = one.target.unit.kind == "percent"
        low = one.operator == "≤" and percent and higher_is_better(one.name)
        high = one.operator == "≥" and one.target.unit.kind == "yuan" and lower_is_better(one.words)
        if low or high:
            by_table.setdefault(one.table, []).append(one)
    for wrong in by_table.values():
        targets = [one.target for one in wrong if one.target is not None]
        yield Observation(
            kind=KIND,
            verdict="fails",
            quote=targets[0].text,
            place=targets[0].place,
            stated="；".join(f"{one.name} {one.shown}" for one in wrong),
            computed="≥" if wrong[0].operator == "≤" else "≤",
            fault="operator_inverted",
            related=tuple(Related(target.text, target.place) for target in targets[1:]),
        )
