"""What is said of all is of a hundred per cent: 8个项目全部编制目标，目标覆盖率100%; A全部到位，到位率100%.

The rate is of the very figure whose clause stands right before it and says 全部, where the two share a word.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.items import shared_words
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "rate"
_RATE = re.compile(r"[，,、]\s*(?P<name>[\u4e00-\u9fff]{2,12})(?:率|比例)(?:均|也|都)?(?:为|是|达到?|:)*\s*$")
_ALL = re.compile(
    r"^(?P<thing>[^，,。；;\d]{0,12}?)(?:已|均|都|也)*全部(?:已|都|均|予以|得到|按期|按时|如期|足额|及时)*(?P<deed>[^，,。；;\d]{2,14})$"
)
_COVERED = re.compile(r"纳入|覆盖|建立|编制|配备|开通|接入|参加|开展")
_NOT_ALL = re.compile(r"未|不|除|基本|没有|外")
_FAR = 40
_SHARED = 2
"""Characters between a number and the rate of all of it; and those that its name shares with the deed."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """One proposal for each rate right behind what was done with all of a number."""
    for paragraph in reading.paragraphs:
        if "全部" not in paragraph.text:
            continue
        for before, rate in zip(paragraph.tokens, paragraph.tokens[1:], strict=False):
            if rate.unit.kind == "percent" and not rate.approximate and _is_of_all(paragraph, before, rate):
                operands = [(before, "done"), (before, "whole")]
                yield Proposal((relation(KIND, "quotient", rate, operands, "named", role="rate"),))


def _is_of_all(paragraph: Paragraph, told: Token, rate: Token) -> bool:
    if told.unit.kind not in ("count", "yuan") or not told.number or rate.start - told.end > _FAR:
        return False
    between = paragraph.text[told.end : rate.start]
    named = _RATE.search(between)
    if named is None:
        return False
    clause = _ALL.match(between[: named.start()])
    if clause is None or _NOT_ALL.search(clause[0]):
        return False
    name = named["name"]
    if name.endswith("覆盖") and _COVERED.search(clause["deed"]):
        return True
    return shared_words(name, clause["deed"]) >= _SHARED or name[-_SHARED:] in clause["deed"]
