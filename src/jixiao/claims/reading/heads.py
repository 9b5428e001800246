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


_GROUP = re.compile(r"(?:[\d一二三四五六七八九十]+[.、])?\s*(?P<name>[\u4e00-\u9fff]{2,8})[：:](?=[^\s])")
_GENERAL = re.compile(r"情况|概况|总体|结论|说明|备注|其中|合计|总计|自评|评价|方面|结果|目标|指标|绩效")
_BESIDE = 6
"""Paragraphs among which lines of a list stand, each begun with its group and a colon."""


def of_two_things(first: Token, later: Token) -> bool:
    """Whether the paragraphs of two figures begin with the names of different things.

    Lines near each other that begin with a group and a colon (患者：… 职工：…) tell of a group each.
    """
    if first.cell is not None or later.cell is not None:
        return False
    one, other = first.block.text, later.block.text
    names = [_head(one), _head(other)]
    if "" not in names:
        return names[0] != names[1]
    if abs(first.block.index - later.block.index) > _BESIDE:
        return False
    groups = [_group(one), _group(other)]
    return "" not in groups and groups[0] != groups[1]


@lru_cache(maxsize=256)
def _group(text: str) -> str:
    found = _GROUP.match(text.lstrip())
    return found["name"] if found is not None and not _GENERAL.search(found["name"]) else ""


@lru_cache(maxsize=1024)
def _head(text: str) -> str:
    mark = parse_mark(text)
    found = _HEAD.match(text.lstrip()[len(mark.text) :] if mark is not None else text.lstrip())
    name = found[1].strip() if found is not None else ""
    return name if _THING.search(name) and not _WHOLE.match(name) else ""
