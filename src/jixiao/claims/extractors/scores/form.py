"""Full marks and scores of forms whose table was lost: rows to the total, rows to their section.

Which figures of the text are full marks and which scores is a guess. Full marks that make the printed total
(or a hundred) prove it, so that the scores must make theirs; or scores that make their total prove it for the
full marks. Where neither does, nothing is said.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared, equation, quantity
from jixiao.claims.reading.stream import Figure
from jixiao.claims.reading.units import HUNDRED, SCORE
from jixiao.claims.scores.forms import Form, forms
from jixiao.claims.scores.weights import hundred
from jixiao.core.claim import Relation
from jixiao.core.observation import Observation
from jixiao.core.quantity import Quantity
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_FEWEST = 2


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """What each form of the document says about its points."""
    if not reading.is_form:
        return
    for found in forms(reading):
        form, fulls, proven = _read(found)
        if proven:
            yield from _above(form)
        yield from _totals(form, fulls, proven=proven)
        yield from _sections(form, proven=proven)


def _read(form: Form) -> tuple[Form, list[Figure], bool]:
    """The form with its full marks and whether they are proven; with scores above theirs where only so."""
    fulls, proven = _fulls(form)
    if not proven and form.wider:
        wider = replace(form, rows=form.wider)
        every, sure = _fulls(wider)
        if sure or (not _makes_total(form, fulls) and _makes_total(wider, every)):
            return wider, every, sure
    return form, fulls, proven


def _makes_total(form: Form, fulls: list[Figure]) -> bool:
    """Whether the scores of these full marks make the score that is told."""
    scores = _scores(form, with_budget=form.budget is not None and fulls[0] is form.budget[0])
    _, score = _meant(form, fulls, scores)
    return score is not None and len(scores) >= _FEWEST and _added(scores) == score.number


def _fulls(form: Form) -> tuple[list[Figure], bool]:
    """The full marks that the total is of, with or without the budget's, and whether they make it."""
    rows = [full for full, _ in form.rows]
    whole = [form.budget[0], *rows] if form.budget is not None else rows
    stated = form.totals[0].number if form.totals else HUNDRED
    proven = [
        fulls for fulls in (whole, rows) if len(fulls) >= _FEWEST and _added(fulls) in (stated, HUNDRED)
    ]
    told = _as_scored(form, whole, rows)
    if told is not None:
        return told, told in proven
    return (proven[0], True) if proven else (whole, False)


def _as_scored(form: Form, whole: list[Figure], rows: list[Figure]) -> list[Figure] | None:
    """The full marks whose scores make the score behind 总分, where those with the budget's or without do."""
    if len(form.totals) < _FEWEST or whole is rows:
        return None
    total = form.totals[1].number
    made = [
        fulls
        for fulls, with_budget in ((whole, True), (rows, False))
        if (scores := _scores(form, with_budget=with_budget)) and _added(scores) == total
    ]
    return made[0] if len(made) == 1 else None


def _totals(form: Form, fulls: list[Figure], *, proven: bool) -> Iterator[Proposal | Observation]:
    scores = _scores(form, with_budget=form.budget is not None and fulls[0] is form.budget[0])
    full, score = _meant(form, fulls, scores)
    held = score is not None and bool(scores) and _added(scores) == score.number
    if not proven and not held:
        return
    if full is not None and len(fulls) >= _FEWEST:
        yield Proposal((_equation(full, fulls),))
    elif proven and _added(fulls) == HUNDRED:
        yield hundred([figure.token for figure in fulls])
    if score is not None and len(scores) >= _FEWEST:
        near = abs(_added(scores) - score.number) * 5 <= score.number
        slip = one_slip_apart(_points(score), _added(scores))
        whole = len(scores) == len(fulls)
        yield Proposal((_equation(score, scores),), asserted=whole and (near or (proven and slip)))
    if form.told is not None and score is not None and form.told is not score:
        yield Proposal((compared(KIND, _points(form.told), "=", _points(score), role="score"),))
    if form.concluded is not None and score is not None and form.concluded.number:
        again = compared("restated", _points(form.concluded), "=", _points(score), role="score")
        yield Proposal((again,), asserted=one_slip_apart(_points(form.concluded), score.number))


def _meant(form: Form, fulls: list[Figure], scores: list[Figure]) -> tuple[Figure | None, Figure | None]:
    """Which figures behind 总分 are the full mark and the score; the head's score where it has none."""
    if len(form.totals) > 1:
        return form.totals[0], form.totals[1]
    if not form.totals:
        return None, form.told
    only = form.totals[0]
    if only.number == _added(fulls) or (not scores and only.number >= HUNDRED):
        return only, form.told if form.told is not None else (only if _added(scores) == only.number else None)
    return (None, only) if scores else (only, form.told)


def _scores(form: Form, *, with_budget: bool) -> list[Figure]:
    """The scores of the same rows; empty where one is missing."""
    rows = [*([form.budget] if with_budget and form.budget is not None else []), *form.rows]
    scores = [score for _, score in rows if score is not None]
    return scores if len(scores) == len(rows) else []


def _above(form: Form) -> Iterator[Proposal]:
    """The scores above their full marks."""
    for full, score in form.rows:
        if score is not None and score.number > full.number:
            yield Proposal((compared("bound", _points(score), "≤", _points(full), role="full"),))


def _sections(form: Form, *, proven: bool) -> Iterator[Proposal]:
    """Points in brackets behind the name of a section against the full marks of its rows.

    In a form whose order was kept, the rows stand between two such names; otherwise the names and the rows
    follow each other in the same order.
    """
    heads, fulls = form.heads, [full for full, _ in form.rows]
    if not heads:
        return
    every = [form.budget[0], *fulls] if form.budget is not None else fulls
    between = [
        [
            full
            for full in every
            if head.end <= full.start and (following is None or full.start < following.start)
        ]
        for head, following in zip(heads, [*heads[1:], None], strict=True)
    ]
    holding = [
        bool(parts) and _added(parts) == head.number for head, parts in zip(heads, between, strict=True)
    ]
    if not any(holding):
        yield from _in_order(heads, every if _added(heads) == _added(every) else fulls)
        return
    for position, (head, parts) in enumerate(zip(heads, between, strict=True)):
        closed = position + 1 < len(heads) or bool(form.totals)
        others = sum(holding) - holding[position]
        if parts:
            yield Proposal((_equation(head, parts),), asserted=closed and others >= (1 if proven else 2))


def _in_order(heads: list[Figure], fulls: list[Figure]) -> Iterator[Proposal]:
    """Names of sections and rows that follow each other in the same order, all told."""
    if _added(heads) != _added(fulls):
        return
    made: list[Relation] = []
    for head in heads:
        size = next((n for n in range(1, len(fulls) + 1) if _added(fulls[:n]) == head.number), None)
        if size is None:
            return
        made.append(_equation(head, fulls[:size]))
        fulls = fulls[size:]
    yield from (Proposal((relation,), asserted=False) for relation in made)


def _added(figures: list[Figure]) -> Decimal:
    return sum((figure.number for figure in figures), Decimal(0))


def _points(figure: Figure) -> Quantity:
    """The figure as points, without the word of the next cell."""
    made = quantity(figure.token, SCORE)
    return replace(made, text=made.text[: figure.end - figure.start]) if figure.bare else made


def _equation(total: Figure, parts: list[Figure]) -> Relation:
    return equation(KIND, _points(total), [_points(part) for part in parts])
