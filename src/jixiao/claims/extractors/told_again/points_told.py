"""Points of named things told again: in the sentence of the total, in the line of each, and at the end.

综合得分94分，其中投入9分…; （一）投入（满分10分，得9分） …: two lists of the same names in one role,
nearly all of whose points agree, tell of the same things, so that points which do not agree contradict.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.claims.scores.point_lists import PointList, point_lists
from jixiao.claims.scores.scored import scored
from jixiao.claims.scores.scoring import appraisal

KIND = "restated"
_ROLES = ("score", "full")
_FEWEST = 3
"""Names that two lists share."""
_ODD = 3
"""Of so many shared names one may disagree at most."""
_MOST = 6
"""Lists of the same names: more are those of many things."""
_OTHERS = re.compile(r"复核|复评|再评价|重点评价|财政评价|抽查|评审|专家|上年|去年|上一?年度|平均")
"""Scores of several judges or years."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each list of named points against those before it."""
    lists = point_lists(reading)
    if len(lists) < 2:
        return
    of_one = appraisal(reading).is_of_one and not _several_judges(reading)
    for role in _ROLES:
        yield from _of_role(lists, role, of_one=of_one)


def _of_role(lists: list[PointList], role: str, *, of_one: bool) -> Iterator[Proposal]:
    told = [(one, one.of(role)) for one in lists]
    where: dict[str, list[int]] = defaultdict(list)
    for at, (_, points) in enumerate(told):
        for name in points:
            where[name].append(at)
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name, places in where.items():
        if 1 < len(places) <= _MOST:
            for position, later in enumerate(places):
                for first in places[:position]:
                    shared[first, later].append(name)
    pairs = {pair: names for pair, names in sorted(shared.items()) if len(names) >= _FEWEST}
    wholes = {lists[at].whole for pair in pairs for at in pair} - {None}
    for (first, later), names in pairs.items():
        yield from _compared(told[first], told[later], names, of_one=of_one and len(wholes) <= 1)


def _compared(
    first: tuple[PointList, dict[str, Token]],
    later: tuple[PointList, dict[str, Token]],
    names: list[str],
    *,
    of_one: bool,
) -> Iterator[Proposal]:
    odd = [name for name in names if first[1][name].number != later[1][name].number]
    sure = of_one and len(odd) * _ODD <= len(names) and not any(_may_be_full(first, later, n) for n in odd)
    for name in names:
        before, token = first[1][name], later[1][name]
        made = relation(KIND, "equal", token, [(before, before.role)], role=token.role)
        yield Proposal((made,), asserted=sure)


def _may_be_full(
    first: tuple[PointList, dict[str, Token]], later: tuple[PointList, dict[str, Token]], name: str
) -> bool:
    """Whether the points of one list are those of another role in the other: a full mark, not the score."""
    others = [
        {token.number for token in one.points[name].values() if token is not points[name]}
        for one, points in (first, later)
    ]
    return first[1][name].number in others[1] or later[1][name].number in others[0]


def _several_judges(reading: Reading) -> bool:
    """Whether some total is told as that of another body or year."""
    return any(
        one.is_total and one.get("score") is not None and _OTHERS.search(one.lead)
        for paragraph in reading.paragraphs
        if paragraph.points
        for one in scored(paragraph)
    )
