"""Words that say that points are those of all things: 各项相加，得, 十项内容共得, 四个方面合计."""

import re

_ALL = r"(?:各个?|所有|全部|以上|上述|前述|综合|(?<!第)[二三四五六七八九十两\d]+[个大]?)"
_THINGS = r"(?:[一二三]级|单?项|类别?|方面|部分|维度|板块|指标|内容|考核|评价|工作|任务|要素)"
_POINTS = r"(?:自评|评价|考核)?(?P<points>得分|分数|评分|分值)?"
_ADDED = r"(?:相加|累加|加总|汇总|累计|合计|共计|总计|之和|共)"
ALL_ADDED = re.compile(rf"{_ALL}+{_THINGS}+的?{_POINTS}{_ADDED}+后?")
_BEFORE_FIGURE = re.compile(rf"{ALL_ADDED.pattern}[，,]?[^，,。；;\d]{{0,8}}$")


def all_added(words: str) -> re.Match[str] | None:
    """The words of a total at the end of what stands before a figure; ``points`` if they say what it adds."""
    return _BEFORE_FIGURE.search(words)
