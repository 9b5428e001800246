"""People paid by the budget: 在职A人；离退休B人，财政供养人员C人, where C may be both together.

Whether those who have retired are paid by the budget is known only by the sum, so that it only holds.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token

_TOTAL = re.compile(
    r"^[^。]*[，,、；;]\s?(?:由)?财政(?:全额|差额|定额)?(?:拨款)?供养(?:的)?(?:人员|人数|总人数)?(?:共|合计|为)*\s*$"
)
_KINDS = (re.compile(r"在[职编](?:职工|人员|人数)*"), re.compile(r"离?退休(?:职工|人员|人数)*"))
_WITHIN = re.compile(r"其中|行政|事业|工勤|参公|离休|^[，,、]退休")
_PART = re.compile(r"[。；;]")
_REACH = 10


def supported_people(paragraph: Paragraph) -> Iterator[tuple[Token, list[Token]]]:
    """Each total of people paid by the budget that those at work and those retired make."""
    if "供养" not in paragraph.text:
        return
    people = [t for t in paragraph.tokens if t.unit.kind == "count" and t.unit.word in ("人", "名")]
    for position, total in enumerate(people):
        if not position or not _TOTAL.match(paragraph.text[people[position - 1].end : total.start]):
            continue
        parts: dict[re.Pattern[str], Token] = {}
        for at in range(position - 1, max(position - _REACH, 0) - 1, -1):
            token = people[at]
            words = paragraph.text[people[at - 1].end if at else 0 : token.start]
            words = _PART.split(words)[-1]
            kind = next((one for one in _KINDS if one.search(words)), None)
            if kind is not None and not _WITHIN.search(words):
                parts.setdefault(kind, token)
        found = sorted(parts.values(), key=lambda token: token.start)
        if len(found) == len(_KINDS) and sum(token.number for token in found) == total.number:
            yield total, found
