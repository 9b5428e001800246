"""Income that is told to come from the treasury alone: 收入A，其中财政拨款收入B，全部为财政拨款.

Words say that there is no other source, so that the one part is the whole.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token

KIND = "restated"
_ALL = re.compile(r"(?:全部|均|都)(?:为|是|系|属于?|来[自源]于?)[^，,。；;\d]{0,10}财政(?:拨款|资金)")
_OF_WHICH = re.compile(
    r"^\s*[，,(（;；]?\s*其中[:：]?[^，,。；;、\d]{0,12}财政(?:拨款|资金)(?:收入|预算)?(?:为|:)?\s*$"
)
_INCOME = re.compile(r"(?:收入|预算|资金)(?:合计|总计|总额|总数|数|共)*(?:为|是|达|:)*\s*$")
_GOES_ON = re.compile(r"^\s*[、；;，,]\s*[^，,。；;\d]{0,12}(?:基金|其他|自筹|事业|经营|上级|专户)")


def extract(reading: Reading) -> Iterator[Proposal]:
    """The part against the whole right before it, in a sentence with such words."""
    for paragraph in reading.paragraphs:
        if "财政" not in paragraph.text or len(paragraph.tokens) < 2 or _ALL.search(paragraph.text) is None:
            continue
        for at, (whole, part) in enumerate(pairwise(paragraph.tokens)):
            following = paragraph.tokens[at + 2 : at + 3]
            if _is_alone(paragraph.text, whole, part) and not (
                following and _GOES_ON.match(following[0].lead)
            ):
                yield Proposal((relation(KIND, "equal", part, [(whole, "total")], role="part"),))


def _is_alone(text: str, whole: Token, part: Token) -> bool:
    end = text.find("。", part.end)
    return (
        whole.unit.kind == part.unit.kind == "yuan"
        and whole.sentence == part.sentence
        and not whole.approximate
        and not part.approximate
        and _OF_WHICH.match(part.lead) is not None
        and _INCOME.search(whole.lead) is not None
        and _ALL.search(text, part.end, len(text) if end < 0 else end) is not None
    )
