"""The row of a form that tells how far the budget was executed: its full mark, rate and points."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.stream import Figure, Stream, runs_of
from jixiao.claims.reading.tables.form_header import BLANK, EXECUTED, HEADER, SCORE, WEIGHT

BUDGET = re.compile(
    rf"{WEIGHT}{BLANK}{EXECUTED}{BLANK}{SCORE}|(?P<late>{EXECUTED}{BLANK}{WEIGHT}{BLANK}{SCORE})"
)
"""The head of the budget's row; ``late``: the full mark stands behind the rate, and not before it."""
_S = r"[\s|:,，;]*"
_TOLD = re.compile(
    rf"{EXECUTED}{_S}(?P<rate>\d[\d.]*)\s?%{_S}{WEIGHT}{_S}(?P<full>\d[\d.]*)分?{_S}{SCORE}{_S}(?P<score>\d[\d.]*)"
)
"""The same, each figure behind its own name: 执行率 97% 分值 10 得分 9.7."""
REACH = 160
"""Characters below a header among which its first row stands: amounts of four or five columns."""
_LEAST, _MOST = Decimal(5), Decimal(30)
"""Full marks of the execution: 10 in most forms that were read; others than 5 to 30 are no such mark."""


def budget_row(source: Stream, start: int, stop: int, *, late: bool) -> tuple[Figure, Figure | None] | None:
    """The first row below the header of the budget: … full mark, rate, score, or full mark and score.

    ``late`` says that the full mark stands behind the rate: what stands before it is then an amount.
    """
    stop = min(stop, start + REACH)
    row = source.between(start, stop)
    marks = [at for at, figure in enumerate(row) if figure.token.unit.kind == "percent" and not figure.bare]
    for at in marks:
        before, behind = row[at - 1] if at else None, row[at + 1 : at + 3]
        if (
            not late
            and before is not None
            and _is_budget(before)
            and behind
            and behind[0].bare
            and behind[0].number <= before.number
        ):
            return before, behind[0]
        if behind and _is_budget(behind[0]):
            scored = len(behind) > 1 and behind[1].bare and behind[1].number <= behind[0].number
            return behind[0], behind[1] if scored else None
    runs = [run for run in runs_of(source.text, row) if len(run) > 1]
    if not runs:
        return None
    first = runs[0]
    if len(first) > 2 and _is_budget(first[-3]) and first[-1].number <= first[-3].number:
        return first[-3], first[-1]
    if _is_budget(first[-2]) and first[-1].number <= first[-2].number:
        return first[-2], first[-1]
    return None


def _is_budget(figure: Figure) -> bool:
    return figure.bare and _LEAST <= figure.number <= _MOST


def told_rows(source: Stream, start: int, stop: int) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Full mark, rate and points of each such row whose figures stand behind their names."""
    for found in _TOLD.finditer(source.text, start, stop):
        places = [found.start(name) for name in ("full", "rate", "score")]
        figures = [next(iter(source.between(at, at + 1)), None) for at in places]
        full, rate, score = figures
        if full is None or rate is None or score is None:
            continue
        if _LEAST <= full.number <= _MOST and score.number <= full.number:
            yield full, rate, score


def executions(source: Stream) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Full mark, rate and points of each row of a budget's execution that has all three."""
    yield from told_rows(source, 0, len(source.text))
    for head in BUDGET.finditer(source.text):
        stop = HEADER.search(source.text, head.end(), head.end() + REACH)
        end = stop.start() if stop is not None else head.end() + REACH
        full, score = budget_row(source, head.end(), end, late=head["late"] is not None) or (None, None)
        if full is None or score is None:
            continue
        row = source.between(head.end(), score.end)
        at = row.index(full)
        beside = [row[other] for other in (at + 1, at - 1) if 0 <= other < len(row)]
        rate = next((figure for figure in beside if figure.token.unit.kind == "percent"), None)
        if rate is not None:
            yield full, rate, score
