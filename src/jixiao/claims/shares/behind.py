"""The whole that a bracket tells right behind a share: 占筹集总额的62.5%（全年共筹集公益金800万元）."""

import re
from itertools import pairwise

from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token

_OPENS = re.compile(r"^[%％\s]*\((?!其中|含|包[括含])")
_PLAIN = re.compile(r"总[额量数计]|合计|全[部体年省市县区州]|当年|本年|[\s的]")
"""What a name of a whole and the words that tell it need not have in common."""


def in_bracket(statements: list[Statement], position: int, name: str) -> Token | None:
    """The one amount in the bracket behind the share, where its words tell what the share names."""
    own, following = statements[position], statements[position + 1 : position + 3]
    if not following or following[0].amount is None:
        return None
    first, amount = following[0], following[0].amount
    if first.block != own.block or first.depth != own.depth + 1 or not _OPENS.match(amount.lead):
        return None
    if len(following) > 1 and following[1].block == own.block and following[1].depth > own.depth:
        return None  # the bracket tells several amounts
    plain = _PLAIN.sub("", name)
    words = _PLAIN.sub("", amount.lead)
    return amount if any("".join(pair) in words for pair in pairwise(plain)) else None
