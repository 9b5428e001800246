"""Words that say that points are those of all things: 各项相加，得, 上述得分加总, 汇总各项得分."""

import re

_ALL = r"(?:各个?|所有|全部|以上|上述|前述|综合|(?<!第)[二三四五六七八九十两\d]+[个大]{0,2})"
_THINGS = r"(?:[一二三]级|单?项目?|类别?|方面|部分|维度|板块|指标|内容|考核|评价|工作|任务|要素)"
_POINT_WORDS = r"得分|分数|评分|分值"
_POINTS = rf"(?:自评|评价|考核)?(?P<points>{_POINT_WORDS})?"
_ADDED = r"(?:相加|累加|加总|汇总|累计|合计|共计|总计|之和|共)"
_ADDS = r"(?:相加|累加|加总|汇总|累计|合计|总计)"
ALL_ADDED = re.compile(
    rf"{_ALL}+{_THINGS}+的?{_POINTS}{_ADDED}+后?"
    rf"|全部{_ADDED}+后?(?=[为是达:\d]|$)"
    rf"|(?:以上|上述|前述)(?P<told>{_POINT_WORDS}){_ADDED}+后?"
    rf"|{_ADDS}{_ALL}+{_THINGS}+的?(?:自评|评价|考核)?(?P<added>{_POINT_WORDS})"
)
_BEFORE_FIGURE = re.compile(rf"{ALL_ADDED.pattern}[，,]?[^，,。；;\d]{{0,8}}$")


def all_added(words: str) -> str | None:
    """What words of a total at the end of what stands before a figure say that it adds (得分), "" if nothing.

    None where no such words stand there.
    """
    found = _BEFORE_FIGURE.search(words)
    return None if found is None else found["points"] or found["told"] or found["added"] or ""
