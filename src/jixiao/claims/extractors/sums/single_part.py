"""A whole of which one part is told: 负债200.38万元，其中其他应付款200.38万元，占比100%.

A part as large as its whole is all of it. Where it is said to be all (占比100%), it is as large, and a part
that is larger can be no share of anything else.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.units import HUNDRED

KIND = "sum"
_PART = re.compile(r"[，,]?\s?\(?\s?其中[:，,]?[^。;；，,、\d()]{1,20}")
_SHARE = re.compile(r"[，,(]\s?占(?:总?比|比重|比例)?(?:为|达)?\s?")
_END = re.compile(r"[。;；]")
_ROLES = ("main", "plan", "initial", "")


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each whole with one part, where they are equal or the part is told to be all."""
    for paragraph in reading.paragraphs:
        text = paragraph.text
        if "其中" not in text:
            continue
        amounts = [token for token in paragraph.tokens if token.unit.kind == "yuan"]
        for at, (whole, part) in enumerate(pairwise(amounts)):
            if whole.approximate or part.approximate or whole.role not in _ROLES or not part.number:
                continue
            if not _PART.fullmatch(text, whole.end, part.start):
                continue
            following = amounts[at + 2] if at + 2 < len(amounts) else None
            if following is not None and not _END.search(text, part.end, following.start):
                continue  # the first of several parts
            if part.number * part.unit.scale == whole.number * whole.unit.scale:
                yield Proposal(
                    (relation(KIND, "sum", whole, [(part, "part")], role="total"),), asserted=False
                )
                continue
            share = next((token for token in paragraph.tokens if token.start >= part.end), None)
            told = share is not None and share.unit.kind == "percent" and share.number == HUNDRED
            if share is not None and told and _SHARE.fullmatch(text, part.end, share.start):
                parts = [(part, "part"), (whole, "whole")]
                yield Proposal((relation("share", "quotient", share, parts, role="share"),))
