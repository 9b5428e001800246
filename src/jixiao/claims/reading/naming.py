"""What each figure of a paragraph is called: the last words before it, shared out where they are of several.

送审、审定金额分别为5万元和4万元 calls the first 送审 and the second 审定金额; 核减额、核减率分别为1万元、20%
names an amount and a rate.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token

_SHARED = re.compile(r"(?P<names>[^，,。；;:(]+?)(?:分别|依次|各)(?:约?为|是|有|完成|实现|达到?|合计)?:?\s*$")
_AT_ONCE = re.compile(
    r"(?P<names>[^，,。；;:(]*[\u4e00-\u9fff][、和与及][^，,。；;:(、和与及]+?)(?:约?为|是|:)\s*$"
)
"""本年收、支为A、B: several names and no word that shares the figures out, but as many of them."""
_JOINT = re.compile(r"[、和与及]")
_BETWEEN = re.compile(r"\s*(?:[、，,]|和|与|及|以及)\s*$")
_LONGEST = 60
"""Signs before a figure among which its name is looked for."""
_CLAUSE = re.compile(r"[，,。；;:(、]")


def names_of(paragraph: Paragraph) -> list[str]:
    """The name of each token of a paragraph, in their order; "" where no words of its own lead to it."""
    tokens, text = paragraph.tokens, paragraph.text
    names = [_CLAUSE.split(token.lead[-_LONGEST:].rstrip(": "))[-1].strip() for token in tokens]
    for at, token in enumerate(tokens):
        lead = token.lead[-_LONGEST:]
        shares = "别" in lead or "依次" in lead
        shared = (_SHARED if shares else _AT_ONCE).search(lead)
        if shared is None:
            continue
        several = [name.strip() for name in _JOINT.split(shared["names"])]
        if all(several) and _are_joined(tokens[at : at + len(several)], len(several), text):
            names[at : at + len(several)] = several
    return names


def _are_joined(tokens: Sequence[Token], wanted: int, text: str) -> bool:
    """Whether as many figures as there are names follow each other with nothing but joints between."""
    return 1 < wanted == len(tokens) and all(
        _BETWEEN.fullmatch(text[one.end : other.start]) is not None for one, other in pairwise(tokens)
    )
