"""The mean of scores told before it: 专家1评80分，专家2评84分，平均82分.

Which scores it is of is a guess: only a right mean is told, or one that is a slip off behind a plain list.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits
from jixiao.core.finding import Related
from jixiao.core.interval import EXACT, Interval, round_half_up
from jixiao.core.observation import Observation
from jixiao.core.slips import one_slip_apart

KIND = "score_sum"
_MEAN = re.compile(r"平均(?:得?分|值)?(?:为|是|:)?\s*$")
_OF_ALL = re.compile(r"平均(?:得分|分数?|值)(?:为|是|达|达到|:)?\s*$")
_JOINS = re.compile(r"^\s?(?:[、，,;]|和|及|与)\s?[^，,。;\d]{0,10}$")
_THEN = re.compile(r"^[，,;]?\s?(?:[^，,。;\d加权]{0,6})平均(?:得?分|值)?(?:为|是|:)?\s*$")
"""Between the scores of one list, and behind it, before their mean: no weighted one."""
_POINTS = re.compile(r"得分|评分|自评分|评价分|分数")
_FEWEST, _TELLING, _LEAD = 2, 3, 10
"""More scores than these have a mean; digits of one told in words; characters that call it so."""


def extract(reading: Reading) -> Iterator[Observation]:
    """One observation for each mean of the scores before it in its paragraph or cell."""
    for paragraph in reading.paragraphs:
        if len(paragraph.tokens) > _FEWEST:
            yield from _means(paragraph.text, paragraph.tokens)
    yield from _of_columns(reading)
    for table in reading.tables:
        cells: dict[tuple[int, int], list[Token]] = defaultdict(list)
        for token in table.tokens:
            if token.cell is not None and token.unit.kind == "score":
                cells[token.cell.row, token.cell.column].append(token)
        for tokens in cells.values():
            if len(tokens) > _FEWEST and tokens[0].cell is not None:
                yield from _means(plain(tokens[0].cell.text), tokens)


def _of_columns(reading: Reading) -> Iterator[Observation]:
    """5个项目再评价平均得分83.1分: the mean of a column of scores, totals left out."""
    stated = [
        (paragraph, token)
        for paragraph in reading.paragraphs
        if "平均" in paragraph.text
        for token in paragraph.tokens
        if token.unit.kind == "score"
        and not token.approximate
        and printed_digits(token.number) >= _TELLING
        and _OF_ALL.search(paragraph.text, max(0, token.start - _LEAD), token.start)
    ]
    columns = [*_columns(reading)] if stated else []
    for _, token in stated:
        for scores in columns:
            mean = EXACT.divide(sum((one.number for one in scores), Decimal(0)), Decimal(len(scores)))
            if mean in Interval.printed(token.number, token.decimals):
                yield _observed(token, scores)
                break


def _columns(reading: Reading) -> Iterator[list[Token]]:
    """The scores of each column of points of the tables."""
    for table in reading.tables:
        found: dict[int, list[Token]] = defaultdict(list)
        for row in table.rows:
            for c, token in row.tokens.items() if not row.names_total else ():
                column = row.columns.get(c)
                if column is not None and _POINTS.search(column.header):
                    found[c].append(token)
        yield from (scores for scores in found.values() if len(scores) > _FEWEST)


def _means(text: str, tokens: list[Token]) -> Iterator[Observation]:
    scores: list[Token] = []
    for token in tokens:
        if token.unit.kind != "score" or token.approximate:
            continue
        if len(scores) >= _FEWEST and _MEAN.search(text, max(0, token.start - 8), token.start):
            mean = EXACT.divide(sum((one.number for one in scores), Decimal(0)), Decimal(len(scores)))
            if mean in Interval.printed(token.number, token.decimals):
                yield _observed(token, scores)
            elif _is_list(text, scores, token):
                rounded = round_half_up(mean, token.decimals)
                if one_slip_apart(token.build(), rounded):
                    yield _wrong(token, scores, rounded)
            scores = []
        else:
            scores.append(token)


def _is_list(text: str, scores: list[Token], mean: Token) -> bool:
    """Whether the scores are one list, the mean right behind it: 95分、92分、88分，平均92分."""
    gaps = [text[one.end : other.start] for one, other in pairwise(scores)]
    joined = len(scores) > _FEWEST and all(_JOINS.match(gap) for gap in gaps)
    return joined and _THEN.match(text[scores[-1].end : mean.start]) is not None


def _wrong(mean: Token, scores: list[Token], computed: Decimal) -> Observation:
    """A mean that a list said to be that of all things refutes."""
    told = _observed(mean, scores)
    return replace(
        told,
        verdict="fails",
        fault="mean",
        computed=f"{computed:f}分",
        proven=True,
        related=tuple(Related(one.build().text, one.build().place) for one in scores),
    )


def _observed(mean: Token, scores: list[Token]) -> Observation:
    stated = mean.build()
    added = " + ".join(f"{one.number:f}" for one in scores)
    return Observation(
        kind=KIND,
        verdict="holds",
        quote=stated.text,
        place=stated.place,
        stated=stated.text,
        computed=stated.text,
        expression=f"({added}) / {len(scores)}",
        quantities=tuple(token.index for token in (mean, *scores)),
    )
