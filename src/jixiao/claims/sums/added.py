"""What is added to an amount told before: 地方收入加上上划中央收入B，总收入T; 甲收入加乙B、丙C，收入总计T.

The words before 加 name the amount, which stands further up in the paragraph; the total is the next one told
behind what is added.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

NAMED_ADDITION = re.compile(
    r"(?:^|[，,。；;：:\s])(?P<name>[^，,。；;：:\d\s]{3,24}?(?:收入|支出|财力))加上?(?![快大强工重])[^，,。；;\d]{2,24}$"
)
"""The words before the first amount that is added to a named one."""
_TOTAL = re.compile(r"(?:[总合]计|总(?:收入|支出|财力|量))(?:预算|完成|实现|数|额|为|是|达|共|:)*\s*$")
_JOINED = re.compile(r"^\s*(?:[、]|[，,]\s*(?:再?加|动用|调入|上年)|(?:和|及|以及)(?!其中))")
_PLACE = re.compile(r"^(?:全[省市县区]|[省市县区]?本?级|我[省市县区])")
_FEWEST = 3
"""Figures of a paragraph: what is added to, what is added, their total."""


def of_additions(reading: Reading) -> Iterator[Proposal]:
    """Each total of an amount named before and of what is added to it."""
    for paragraph in reading.paragraphs:
        if "加" in paragraph.text and len(paragraph.tokens) >= _FEWEST:
            yield from _of_paragraph(paragraph)


def _of_paragraph(paragraph: Paragraph) -> Iterator[Proposal]:
    tokens = paragraph.tokens
    for at, token in enumerate(tokens):
        if token.unit.kind != "yuan" or "加" not in token.lead:
            continue
        found = NAMED_ADDITION.search(token.lead)
        first = _named(tokens[:at], found["name"]) if found is not None else None
        if first is None:
            continue
        parts = [first, token]
        for following in tokens[at + 1 :]:
            if following.unit.kind != "yuan" or following.sentence != token.sentence:
                break
            if _TOTAL.search(following.lead):
                if not any(part.approximate for part in (*parts, following)):
                    terms = [(part, "part") for part in parts]
                    yield Proposal((relation("sum", "sum", following, terms, "named", role="total"),))
                break
            if not _JOINED.search(following.lead):
                break
            parts.append(following)


def _named(before: Sequence[Token], name: str) -> Token | None:
    """The last amount told under a name, whatever place stands before it."""
    name = _PLACE.sub("", name)
    for token in reversed(before):
        if token.unit.kind == "yuan" and name in token.lead.rsplit("。", 1)[-1][-len(name) - 12 :]:
            return token if token.role in ("main", "plan", "initial") else None
    return None
