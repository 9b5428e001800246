"""What a paragraph is about, where it begins with the name of a thing: 1.道路养护项目，计划投入44万元.

The words beside its figures (计划投入, 项目概算) are then the same in every such paragraph, and do not
tell which thing is meant.
"""

import re
from functools import lru_cache

from jixiao.claims.reading.tokens import Token
from jixiao.core.numbering import parse_mark

_HEAD = re.compile(r"[“《]?([^，,。；;：:（(\d“”《》]{2,40})[”》]?\s?[，,：:。（(|]")
_THING = re.compile(
    r"(?:项目|工程|采购|专项|经费|补助|补贴|奖补|资金|系统|平台|设备|课题|标段|活动|中心|学校|医院|公司|单位|[局院校馆所站队镇乡村])$"
)
_WHOLE = re.compile(r"以上|上述|全部|各|所有|其他|本|我|全|该|此|这|项目支出|基本支出|合计|总")


def of_two_things(first: Token, later: Token) -> bool:
    """Whether the paragraphs of two figures begin with the names of different things."""
    names = [_head(token.block.text) for token in (first, later) if token.cell is None]
    return len(names) == 2 and "" not in names and names[0] != names[1]


@lru_cache(maxsize=256)
def _head(text: str) -> str:
    mark = parse_mark(text)
    found = _HEAD.match(text.lstrip()[len(mark.text) :] if mark is not None else text.lstrip())
    name = found[1].strip() if found is not None else ""
    return name if _THING.search(name) and not _WHOLE.match(name) else ""
