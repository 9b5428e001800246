"""A budget that became another one, and what moved it: 由A变动为B，主要是甲增加x，乙增加y，丙减少z.

主要 does not promise all of the reasons, so that only a slip of the pen in one figure is an error.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.core.claim import decide

_BECAME = re.compile(r"^\s*(?:变动|变更|调整|调增|调减|增加|减少)(?:为|到|至)$")
_FROM = re.compile(r"(?:由|从)(?:年初的?|原来的?|预算的?)?$")
_MORE, _LESS = (
    re.compile(r"(?:增加|调增|追加|新增|增支|多收)$"),
    re.compile(r"(?:减少|调减|压减|核减|减支|少收)$"),
)
_FEWEST, _MOST = 4, 12
"""Figures of a paragraph that tells both budgets and two changes, and those looked at for changes."""


def of_moved(reading: Reading) -> Iterator[Proposal]:
    """One sum for each sentence that tells what a budget was, became, and was moved by."""
    for paragraph in reading.paragraphs:
        if len(paragraph.tokens) >= _FEWEST and ("由" in paragraph.text or "从" in paragraph.text):
            yield from _of_paragraph(paragraph)


def _of_paragraph(paragraph: Paragraph) -> Iterator[Proposal]:
    tokens = paragraph.tokens
    for at, (first, became) in enumerate(pairwise(tokens)):
        if not _BECAME.match(paragraph.text[first.end : became.start]) or not _FROM.search(first.lead):
            continue
        terms = [(first, "base", 1)]
        for token in tokens[at + 2 : at + _MOST]:
            sign = bool(_MORE.search(token.lead)) - bool(_LESS.search(token.lead))
            if token.sentence != became.sentence or token.unit.kind != "yuan" or not sign:
                break
            terms.append((token, "change", sign))
        exact = not (became.approximate or any(token.approximate for token, _, _ in terms))
        if len(terms) < _FEWEST - 1 or first.unit.kind != "yuan" or not exact:
            continue
        made = relation("sum", "sum", became, terms, role="total")
        missed = not decide(made).holds and near_miss(made)
        if missed or decide(made).holds:
            yield Proposal((made,), asserted=missed)
