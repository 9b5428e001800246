"""What there is once more has come: 新发展青花椒620亩，累计达到4100亩（上年末3480亩）.

What was there before stands in a bracket behind the new total. Some may have gone meanwhile, so that such a
sum only holds.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.core.claim import decide

_NEW = re.compile(r"(?:新增|新发展|新建|新培育|新认定|新种植|新栽|新开|新改扩建|净增)[^，,。；;：:\d]{0,14}$")
_NOW = re.compile(
    r"^\s*[，,][^，,。；;：:\d]{0,10}(?:累计|总数|总量|总规模|总面积|保有量|存量|总计|合计)?(?:达到?|增至|增加到|扩大到)\s*$"
)
_BEFORE = re.compile(r"^\s*\(\s*(?:上年|去年|年初|原有?|期初|此前)[^，,。；;：:\d]{0,6}$")


def of_grown(reading: Reading) -> Iterator[Proposal]:
    """A sum for each total with what came and what was there before."""
    for paragraph in reading.paragraphs:
        if "新" not in paragraph.text and "净增" not in paragraph.text:
            continue
        tokens = paragraph.tokens
        for new, now, before in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if not (_NEW.search(new.lead) and _NOW.match(now.lead) and _BEFORE.match(before.lead)):
                continue
            alike = len({token.unit.name for token in (new, now, before)}) == 1
            if alike and not any(token.approximate for token in (new, now, before)):
                made = relation("sum", "sum", now, [(before, "part"), (new, "part")], role="total")
                if decide(made).holds:
                    yield Proposal((made,))
