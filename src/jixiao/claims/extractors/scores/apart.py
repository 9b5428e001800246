"""Totals that stand apart from the list of sections that makes them: in the opening, or right below the list.

Full marks that make a hundred prove that the list is whole, so that its scores must make the total, wherever
the text tells that: 经自评，综合得分93.4分 … （一）决策（20分，得18.8分） … .
"""

import re
from collections.abc import Iterator

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
_OTHERS = re.compile(r"复核|复评|再评|抽查|重点评价|财政评价|上年|去年|上一?年度|平均|换算|折算|折合|百分制")
"""Totals of other bodies, years and scales."""
_LEFT_OUT = re.compile(r"适用|[不未]涉及|剔除|不适用")


def extract(reading: Reading) -> Iterator[Proposal]:
    """The totals of each whole list."""
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
        same = [total for total in totals if total.number == made]
        alone = len(lists) == 1
        for total in same or totals[:1]:
            sure = alone and one_slip_apart(total.build(), made)
            yield Proposal((equation(KIND, total, scores),), asserted=sure)


def _below(found: Appraisal, run: list[Entry]) -> Entry | None:
    """The total in the line right below a list."""
    entry = found.by_position.get(run[-1].node.position + 1)
    return entry if entry is not None and entry.is_total else None


def _totals(reading: Reading) -> Iterator[Token]:
    """The scores of the whole that the text tells as its own."""
    for paragraph in reading.paragraphs:
        for one in scored(paragraph) if paragraph.points else ():
            score = one.get("score")
            if score is not None and score.number >= _LEAST and _is_own(one, paragraph.text):
                yield score


def _is_own(one: Scored, text: str) -> bool:
    full = one.get("full")
    whole = full is None or full.number == HUNDRED or _LEFT_OUT.search(text) is not None
    named = not one.is_total and full is None
    return whole and not named and not one.depth and not _OTHERS.search(one.lead[-16:])
