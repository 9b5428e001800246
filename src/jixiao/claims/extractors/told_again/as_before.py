"""An amount that is said to be told before: 如前所述，违规使用资金168.50万元, where 186.50万元 was told.

Only what refers back promises that the figure stands elsewhere; where it does not, the one before that a
slip of the pen sets apart, and whose words share a name with its own, contradicts it.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "restated"
_REFERS = re.compile(r"如前所述|如前文所述|前文所述|前文提到|前已述及|如上所述|前述|上文所述|前面提到")
_SHARED = 3
_DIGITS = 4
_KINDS = ("yuan", "count")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each figure of a sentence that refers back."""
    for paragraph in reading.paragraphs:
        if not _REFERS.search(paragraph.text):
            continue
        for token in paragraph.tokens:
            start = paragraph.text.rfind("。", 0, token.start) + 1
            referring = _REFERS.search(paragraph.text, start, token.start) is not None
            if referring and token.unit.kind in _KINDS and not token.approximate:
                yield from _told_before(reading, token)


def _told_before(reading: Reading, token: Token) -> Iterator[Proposal]:
    before = [
        other
        for other in reading.tokens[: token.index]
        if other.unit.kind == token.unit.kind and other.block is not token.block and not other.approximate
    ]
    if any(other.number * other.unit.scale == token.number * token.unit.scale for other in before):
        return
    found = [
        other
        for other in before
        if other.unit.name == token.unit.name
        and a_slip_apart(other, token, _DIGITS)
        and shared_words(other.lead, token.lead) >= _SHARED
    ]
    if len({other.number for other in found}) == 1:
        yield Proposal((relation(KIND, "equal", token, [(found[0], found[0].role)], role=token.role),))
