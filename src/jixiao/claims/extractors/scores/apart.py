"""Totals that stand apart from the list of sections that makes them: in the opening, or right below the list.

Full marks that make a hundred prove that the list is whole, so that its scores must make the total, wherever
the text tells that: 经自评，综合得分93.4分 … （一）决策（20分，得18.8分） … .
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.runs import full_lists
from jixiao.claims.scores.scored import Scored, scored
from jixiao.claims.scores.scoring import Appraisal, Entry, added, appraisal
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_LEAST = 60
_FEWEST = 3
_ABOVE = 3
"""Lines above a list among which its total stands."""
_OPENS = re.compile(
    r"\s*(?:其中|(?:各|分)(?:部分|项|指标|一级指标)|一级指标|具体|得分(?:明细|构成|情况))[^，,。;\d]{0,12}[:，,]"
)
_OTHERS = re.compile(r"复核|复评|再评|抽查|重点评价|财政评价|上年|去年|上一?年度|平均|换算|折算|折合|百分制")
"""Totals of other bodies, years and scales."""
_LEFT_OUT = re.compile(r"适用|[不未]涉及|剔除|不适用")


def extract(reading: Reading) -> Iterator[Proposal]:
    """The totals of each whole list."""
    yield from _announced(reading)
    found = appraisal(reading)
    lists = full_lists(found)
    if not lists:
        return
    totals = list(_totals(reading))
    for run in lists:
        scores = [entry.score for entry in run if entry.score is not None]
        fulls = [entry.full for entry in run if entry.full is not None]
        below = _below(found, run)
        if below is not None and below.full is not None:
            yield Proposal((equation(KIND, below.full, fulls),))
        made = added(scores)
        same = [(total, one) for total, one in totals if total.number == made]
        alone = len(lists) == 1
        for total, one in same or totals[:1]:
            sure = alone and one_slip_apart(total.build(), made)
            yield Proposal((equation(KIND, total, scores),), asserted=sure)
            lost = one.get("deducted")
            if lost is not None and same:
                yield from _lost(run, lost)


def _announced(reading: Reading) -> Iterator[Proposal]:
    """A list that opens its own line, below that of its total: 自评得分：88.2分 / 其中：投入得9.2分，…."""
    above: list[list[Scored]] = []
    for paragraph in reading.paragraphs:
        things = scored(paragraph) if paragraph.points else []
        if things and _OPENS.match(paragraph.text):
            told = (one for row in above[: -_ABOVE - 1 : -1] for one in row[::-1] if one.is_total)
            total = next((one.get("score") for one in told if _is_own(one, "")), None)
            if total is not None:
                yield from _of_list(total, things)
        above.append(things)


def _of_list(total: Token, things: list[Scored]) -> Iterator[Proposal]:
    """The list's own things against the total; full marks that make a hundred prove that it is whole."""
    run = list(takewhile(lambda one: not one.is_total, things))
    run = [one for one in run if one.depth == run[0].depth and one.level == run[0].level]
    scores = [token for one in run if (token := one.get("score")) is not None]
    if len(scores) < _FEWEST or len(scores) < len(run):
        return
    fulls = [token for one in run if (token := one.get("full")) is not None]
    sure = added(fulls) == HUNDRED or (not fulls and one_slip_apart(total.build(), added(scores)))
    yield Proposal((equation(KIND, total, scores),), asserted=sure)


def _below(found: Appraisal, run: list[Entry]) -> Entry | None:
    """The total in the line right below a list."""
    entry = found.by_position.get(run[-1].node.position + 1)
    return entry if entry is not None and entry.is_total else None


def _lost(run: list[Entry], lost: Token) -> Iterator[Proposal]:
    """What all lost, told beside a total that holds: 总得分95.7分，共失分4.3分."""
    parts = [entry.deducted for entry in run if entry.deducted is not None]
    told = [entry for entry in run if entry.deducted is not None or entry.full_marks]
    if len(parts) > 1:
        near = abs(added(parts) - lost.number) * 2 <= lost.number
        yield Proposal(
            (equation(KIND, lost, parts, role="deducted"),), asserted=near and len(told) == len(run)
        )


def _totals(reading: Reading) -> Iterator[tuple[Token, Scored]]:
    """The scores of the whole that the text tells as its own."""
    for paragraph in reading.paragraphs:
        for one in scored(paragraph) if paragraph.points else ():
            score = one.get("score")
            if score is not None and score.number >= _LEAST and _is_own(one, paragraph.text):
                yield score, one


def _is_own(one: Scored, text: str) -> bool:
    full = one.get("full")
    whole = full is None or full.number == HUNDRED or _LEFT_OUT.search(text) is not None
    named = not one.is_total and full is None
    return whole and not named and not one.depth and not _OTHERS.search(one.lead[-16:])
