"""Points of sections that the text tells, against the rows that a table has for them: weights, or scores.

投入20分、过程25分 may be the weights of sections or what they got: a list is of the column that more of its
points agree with.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation, quantity
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import HUNDRED, SCORE
from jixiao.claims.scores.scoresheets import Sheet, points_of, sections
from jixiao.claims.scores.scoring import added
from jixiao.claims.scores.thing_names import thing_name
from jixiao.core.claim import Relation

_KIND = "score_sum"
_LISTS = re.compile(r"(?:由|包括|包含|分为|设置?|为|即|其中|有|[一二三]级|:)$")
_OF_EVALUATIONS = ("决策", "过程", "投入")
"""Sections of an evaluation; a form without them is another appraisal than a text that has them."""

Parts = list[Token]
Named = tuple[str, Token, str]
"""The name of a thing that the text tells, its points and their role (full, score), "" where none is told."""
_Told = tuple[Token, Parts, Parts, str]
"""The points that the text tells of a section, the weights and the scores of its rows, and the role told."""


def of_sections(sheet: Sheet, named: Sequence[Named]) -> Iterator[Proposal]:
    """The points of ``named`` sections against those of their rows; scores only where every row has one."""
    lists: dict[int, list[_Told]] = defaultdict(list)
    rows = {row.number: row for row in sheet.rows}
    names = [_plain(name) for name, _ in sections(sheet)]
    told_names = {_plain(words) for words, *_ in named}
    of_another = any(one in told_names and not any(one in name for name in names) for one in _OF_EVALUATIONS)
    for name, weights in sections(sheet):
        section = _plain(name)
        cells = [token.cell.row for token in weights if token.cell is not None]
        told = [points_of(rows[at], "score") for at in cells if at in rows]
        scores = [token for token in told if token is not None]
        for words, token, role in named:
            if words and _names(words, section):
                own = scores if len(scores) == len(weights) else []
                lists[token.block.index].append((token, weights, own, role))
    for one in lists.values():
        yield from _of_list(one, sure=not sheet.ragged and not of_another)


def _of_list(told: list[_Told], *, sure: bool) -> Iterator[Proposal]:
    """The points of one list: where both are told, full mark and score, else by what more of them agree with.

    A list may call its weights with another word for one (投入20分、产出35分、效果计20分).
    """
    roles: dict[int, set[str]] = defaultdict(set)
    for token, weights, _, role in told:
        if role != "full" or _near(token, weights):  # 效果20分，总分100分: the full mark is that of all
            roles[id(weights)].add(role)
    pairs = {key for key, known in roles.items() if {"full", "score"} <= known}
    loose = [one for one in told if id(one[1]) not in pairs]
    by_weights = sum(added(weights) == token.number for token, weights, _, _ in loose)
    by_scores = sum(bool(own) and added(own) == token.number for token, _, own, _ in loose)
    whole = added([token for token, *_ in loose]) == HUNDRED
    of_scores = by_scores > by_weights or (by_scores == by_weights > 0 and not whole)
    of_scores = of_scores or (not by_weights and all(role == "score" for *_, role in loose))
    for token, weights, scores, role in told:
        parts = scores if (role == "score" if id(weights) in pairs else of_scores) else weights
        if parts:
            yield Proposal((_equation(token, parts),), asserted=_near(token, parts) and sure)


def _equation(total: Token, parts: Parts) -> Relation:
    return equation(_KIND, quantity(total, SCORE), [quantity(part, SCORE) for part in parts])


def _plain(name: str) -> str:
    """The name of a section without what only says that it is one: 产出类, 产出指标, 产出."""
    return thing_name(name)


def _names(told: str, section: str) -> bool:
    """Whether words name a section, by itself or as the first of a list: 指标体系由投入20分、过程25分组成."""
    words = _plain(told)
    return words == section or (
        len(section) > 1 and words.endswith(section) and _LISTS.search(words[: -len(section)]) is not None
    )


def _near(total: Token, parts: Parts) -> bool:
    """Whether parts that do not add up are at least the parts of this total (one of them may be wrong)."""
    return abs(added(parts) - total.number) * 5 <= total.number
