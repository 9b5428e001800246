"""Small counts told again under the field's own words: the projects, the vehicles of a body.

“…等6个项目” and “该类项目总数6个”; “共有公务用车2辆” and “共有车辆2辆”. The words may take in more or less at
one place than at the other, so that these can only agree.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation

if TYPE_CHECKING:
    from jixiao.claims.reading.tokens import Token

KIND = "restated"
_COUNTED = {
    "个": (
        re.compile(r"(?:预算|支出|类)?项目(?:总数|总量|数量|数)?(?:共计|共有|共|合计|为)?\s*$"),
        re.compile(r"^(?:预算|支出)?项目(?!支出|资金|库)"),
    ),
    "辆": (
        re.compile(r"(?:共有|保有|实有|现有)(?:公务用?|机动)?(?:用?车|车辆|汽车)(?:保有量)?(?:为|共)?\s*$"),
        None,
    ),
}


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each later count against the first equal one in another paragraph."""
    first: dict[tuple[str, object], Token] = {}
    for paragraph in reading.paragraphs:
        for token in paragraph.tokens:
            cues = _COUNTED.get(token.unit.word)
            if cues is None or token.approximate or token.comparator or not token.number:
                continue
            before, after = cues
            told = before.search(paragraph.text[: token.start]) is not None
            told = told or (after is not None and after.match(paragraph.text[token.end :]) is not None)
            if not told:
                continue
            known = first.setdefault((token.unit.word, token.number), token)
            if known.block is not token.block:
                yield Proposal(
                    (relation(KIND, "equal", token, [(known, "main")], role="main"),), asserted=False
                )
