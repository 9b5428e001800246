"""How far a second score is from the first: 河道保洁项目得86分，比自评低5分.

The first score stands in the row of the form or list that the sentence names; it is that row's only score.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation, decide

_AGAINST = re.compile(
    r"(?:比|较|与|高于|低于)[^，,。；;：:\d]{0,4}(?:自评|自查|初评)(?:得?分数?)?"
    r"(?:相差|低|高|下降|提高|降低|减少|增加|少|多)?了?\s*$"
)
_ENDS = re.compile(r"(?:项目|资金|经费|专项)*$")
_SHORTEST = 4
"""Characters of the name of a row."""
_BACK = 3
"""Points told before, among which is the first score."""


def of_self(reading: Reading) -> Iterator[Proposal]:
    """Each such distance, from the score told before it and that of the row of its name."""
    for paragraph in reading.paragraphs:
        for at, token in enumerate(paragraph.points):
            if at and token.number and not token.approximate and _AGAINST.search(token.lead):
                yield from _of_token(paragraph, paragraph.points[max(at - _BACK, 0) : at], token, reading)


def _of_token(
    paragraph: Paragraph, before: Sequence[Token], gap: Token, reading: Reading
) -> Iterator[Proposal]:
    main, words = before[-1], paragraph.text[: gap.start]
    places = [(words.rfind(name), score) for name, score in scored_rows(reading)]
    last = max((at for at, _ in places), default=-1)
    named = [score for at, score in places if at == last]
    if last < 0 or len({score.number for score in named}) != 1 or main.sentence != gap.sentence:
        return
    made = _distance(gap, main, named[0])
    alone = [token.sentence for token in before].count(gap.sentence) == 1
    yield Proposal((made,), asserted=alone or decide(made).holds)


def _distance(gap: Token, main: Token, first: Token) -> Relation:
    high, low = (main, first) if main.number >= first.number else (first, main)
    return relation("difference", "difference", gap, [(high, "minuend"), (low, "subtrahend")])


@once
def scored_rows(reading: Reading) -> list[tuple[str, Token]]:
    """Rows of tables with one score, by their names."""
    found = []
    for table in reading.tables:
        for row in table.rows:
            scores = [t for c, t in row.tokens.items() if c in row.columns and row.columns[c].role == "score"]
            name = _ENDS.sub("", row.label.strip())
            if len(scores) == 1 and len(name) >= _SHORTEST and not row.is_total:
                found.append((name, scores[0]))
    return found
