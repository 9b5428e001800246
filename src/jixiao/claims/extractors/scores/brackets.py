"""Weights in brackets behind names, each level after the one above: 决策(25分) 目标(15分) 相关性(5分).

No layout is needed to read them: a weight is broken up by those that follow it and fill it exactly. Where
they do not, nothing is said, for which of them is wrong cannot be told.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import equation
from jixiao.claims.reading.stream import Figure, stream
from jixiao.claims.reading.units import HUNDRED
from jixiao.claims.scores.levels import level_tables
from jixiao.claims.scores.weights import hundred
from jixiao.core.observation import Observation

KIND = "score_sum"
_FEWEST = 4
_FEWEST_ROOTS = 3
_LOWEST = re.compile(
    r"(?:数量|质量|时效|成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)(?:指标)?$"
)
"""Indicators of the second level in the forms of all places: nothing in brackets stands below them."""
_REACH = 600
"""Between two brackets further apart the list has ended."""


def extract(reading: Reading) -> Iterator[Proposal | Observation]:
    """The weights of each list of names with weights in brackets."""
    if sum(token.unit.kind == "score" for token in reading.tokens) < _FEWEST:
        return
    source = stream(reading)
    known = {figure.start for table in level_tables(reading) for figure in table.figures()}
    run: list[Figure] = []
    for figure in source.figures:
        if figure.token.unit.kind != "score" or not _is_bracketed(source.text, figure):
            continue
        if figure.start in known:  # read with all that stands below it
            continue
        if run and figure.start - run[-1].end > _REACH:
            yield from _of_run(source.text, run)
            run = []
        run.append(figure)
    yield from _of_run(source.text, run)


def _is_bracketed(text: str, figure: Figure) -> bool:
    """Only the figure and its unit stand in the bracket."""
    before = text[max(0, figure.start - 3) : figure.start].rstrip()
    behind = text[figure.end : figure.end + 3].lstrip()
    return before.endswith(("(", "(共")) and behind.startswith(")") and figure.number > 0


def _of_run(text: str, run: list[Figure]) -> Iterator[Proposal | Observation]:
    if len(run) < _FEWEST:
        return
    lowest = [_LOWEST.search(text[max(0, f.start - 14) : f.start].rstrip("( \n|共")) is not None for f in run]
    parts, ends = _fill([figure.number for figure in run], lowest)
    for at, own in enumerate(parts):
        if own:
            yield Proposal(
                (equation(KIND, run[at].token, [run[part].token for part in own]),), asserted=False
            )
    roots: list[Figure] = []
    at = 0
    while at < len(run) and sum((root.number for root in roots), Decimal(0)) < HUNDRED:
        roots.append(run[at])
        at = ends[at]
    if len(roots) >= _FEWEST_ROOTS and sum((root.number for root in roots), Decimal(0)) == HUNDRED:
        yield hundred([root.token for root in roots])


def _fill(weights: list[Decimal], lowest: list[bool]) -> tuple[list[list[int]], list[int]]:
    """For each weight the positions of those that fill it, and where what stands below it ends.

    A weight is filled by others that are filled themselves, or else by others taken as they are.
    """
    parts: list[list[int]] = [[] for _ in weights]
    ends = list(range(1, len(weights) + 1))
    for at in range(len(weights) - 1, -1, -1):
        for deep in (True, False):
            own: list[int] = []
            total, following = Decimal(0), at + 1
            while following < len(weights) and total < weights[at] and not lowest[at]:
                own.append(following)
                total += weights[following]
                following = ends[following] if deep else following + 1
            if total == weights[at] and len(own) > 1:
                parts[at], ends[at] = own, following
                for part in () if deep else own:
                    parts[part] = []
                break
    return parts, ends
