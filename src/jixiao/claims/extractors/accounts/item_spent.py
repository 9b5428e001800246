"""The amount behind an item's name and its outturn: …（项）20.04万元。年初预算为24万元，支出决算为20.04万元.

Final accounts tell each item of the classification so, and both are what was spent on it.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation

if TYPE_CHECKING:
    from jixiao.claims.reading.tokens import Token

KIND = "restated"
_ITEM = re.compile(r"\(项\)[”\"]?\s*(?:支出)?\s*$")
_SPENT = re.compile(r"支出决算数?(?:为|是)?\s*$")
_LEAD = 16
"""Signs before an amount among which （项） or 支出决算 stands."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """The outturn of each item against the amount behind its name."""
    for paragraph in reading.paragraphs:
        text = paragraph.text
        if "(项)" not in text or "支出决算" not in text:
            continue
        named: Token | None = None
        for token in paragraph.tokens:
            lead = text[max(0, token.start - _LEAD) : token.start]
            if token.unit.kind != "yuan" or token.approximate:
                continue
            if _ITEM.search(lead):
                named = token
            elif named is not None and _SPENT.search(lead) and "(类)" not in text[named.end : token.start]:
                yield Proposal((relation(KIND, "equal", token, [(named, "main")], "named", role="main"),))
                named = None
