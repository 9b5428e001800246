"""What assets are worth: 固定资产原值1246.83万元，已提折旧701.45万元，净值545.38万元.

The cost less what was written off is the value, by definition; where a paragraph tells each of them once, of
one kind of assets, they must fit.
"""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.claim import Relation

_KINDS = ("固定资产", "无形资产", "公共基础设施")
_COST = re.compile(r"(?:资产|设施)?(?:账面)?原[值价](?:合计|总额)?(?:为|是|共|:)?\s*$")
_WRITTEN_OFF = re.compile(r"(?:累计|已提|已计提|计提)(?:折旧|摊销)(?:额)?(?:为|是|共|:)?\s*$")
_VALUE = re.compile(r"(?:账面)?净[值额](?:为|是|共|:)?\s*$")
_ASIDE = re.compile(r"减值准备|当年|本年|新增|其中[^，,。]{0,8}原值")


def of_depreciation(reading: Reading) -> Iterator[Relation]:
    """The value of each paragraph that tells all three."""
    for paragraph in reading.paragraphs:
        if "折旧" not in paragraph.text and "摊销" not in paragraph.text:
            continue
        found = [_only(paragraph, words) for words in (_COST, _WRITTEN_OFF, _VALUE)]
        cost, off, value = found
        if cost is None or off is None or value is None:
            continue
        if any(_ASIDE.search(token.lead) for token in (cost, off, value)):
            continue
        kinds = {kind for kind in _KINDS for token in found if token is not None and kind in token.lead[-12:]}
        if len(kinds) == 1 and cost.value > off.value:
            yield relation("difference", "difference", value, [(cost, "cost"), (off, "written_off")])


def _only(paragraph: Paragraph, words: re.Pattern[str]) -> Token | None:
    told = [t for t in paragraph.tokens if t.unit.kind == "yuan" and words.search(t.lead)]
    return told[0] if len(told) == 1 and not told[0].approximate else None
