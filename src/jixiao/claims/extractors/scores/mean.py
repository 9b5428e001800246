"""The mean of scores told before it: 专家1评80分，专家2评84分，平均82分.

Which scores it is of is a guess, so only a mean that is right is told.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.script import plain
from jixiao.claims.reading.tokens import Token
from jixiao.core.interval import EXACT, Interval
from jixiao.core.observation import Observation

KIND = "score_sum"
_MEAN = re.compile(r"平均(?:得?分|值)?(?:为|是|:)?\s*$")
_FEWEST = 2


def extract(reading: Reading) -> Iterator[Observation]:
    """One observation for each mean of the scores before it in its paragraph or cell."""
    for paragraph in reading.paragraphs:
        if len(paragraph.tokens) > _FEWEST:
            yield from _means(paragraph.text, paragraph.tokens)
    for table in reading.tables:
        cells: dict[tuple[int, int], list[Token]] = defaultdict(list)
        for token in table.tokens:
            if token.cell is not None and token.unit.kind == "score":
                cells[token.cell.row, token.cell.column].append(token)
        for tokens in cells.values():
            if len(tokens) > _FEWEST and tokens[0].cell is not None:
                yield from _means(plain(tokens[0].cell.text), tokens)


def _means(text: str, tokens: list[Token]) -> Iterator[Observation]:
    scores: list[Token] = []
    for token in tokens:
        if token.unit.kind != "score" or token.approximate:
            continue
        if len(scores) >= _FEWEST and _MEAN.search(text, max(0, token.start - 8), token.start):
            mean = EXACT.divide(sum((one.number for one in scores), Decimal(0)), Decimal(len(scores)))
            if mean in Interval.printed(token.number, token.decimals):
                yield _observed(token, scores)
            scores = []
        else:
            scores.append(token)


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
