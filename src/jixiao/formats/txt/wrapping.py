"""Which lines of a text continue on the next one: PDFs and narrow editors break lines inside sentences."""

import re
from collections.abc import Iterable
from typing import Protocol

from jixiao.core.numbering import parse_mark

_ENDS = "。；：！？;!?:…"
_CONTINUES = re.compile(r"\s*(?:[，。；、）)%％,;”’》」』】]|万元|亿元|元(?!旦)|个百分点|年度?(?=[，,、的]))")
_FIGURE_FIRST = re.compile(
    r"\d[\d,]*(?:\.\d+)?\s?(?:万元|亿元|元|%|％|[个人辆次户项件批家名亩分])\s?[，,。；;、)）(（|]"
)
"""A figure with its unit and a comma opens no line of its own."""
_RATIO, _GOES_ON_RATIO = re.compile(r"\d\s*[:：]$"), re.compile(r"\d+(?:\.\d+)?\s*[:：，,。；;、)）]")
"""比重为3.6: at the end of a line, and 35.2:61.2。 on the next: a ratio is never told in one member."""
_LAST_WORD = re.compile(r"[“\"]?[\u4e00-\u9fff]{1,3}[”\"]?[。；;]$")
"""评价等级： at the end of a full line, and 优。 on the next: a line of so few characters ends a sentence.

So does 执行率： before 93.4%，其中."""
_MEASURES = re.compile(
    r"(?:同比|环比|同期|上年同期|去年同期|(?:比|较|与|同)(?:上年|去年|同期|(?:19|20)\d\d年)|[增降减]幅|增速"
    r"|(?:预算|资金|项目)?(?:完成|执行|支付|支出|节约|到位)(?:率|进度)|占(?:比|总|全部)|所?占?比重)"
)
"""占比41.59%； at the end of a full line, and 同比下降3.48% on the next, which names nothing of its own."""
_BREAKS_OFF = re.compile(r"(?:[，、,(（“《]|[一-鿿]\s*\d[\d,.]*|[为占达比较的和及与])\s*$")
_CUT_NAME = re.compile(r"[（(][类款][)）][^。；：，、,;:（）()\d]*$")
"""卫生健康支出（类）行政事业单位医疗（款）行政单: the name of an item is cut before its last level (项)."""
_HEADING_WORDS = re.compile(r"\s*(?:附件|附表|附注|表|图)\s*\d|\s*单位[:：]|\s*目\s*录|\s*[（(]?图\d")
_RUNNING = re.compile(r"[，,；;、][^。]*$")
_GOES_ON = re.compile(r"[\u4e00-\u9fff\d(（“][^:：\t]{3,}")
_TITLE = re.compile(
    r"^[^，,。；;]{4,40}(?:情况|说明|情况表|预算表|决算表|概况|总结|问题|建议|措施|分析|结论)$"
)
"""What a numbered line ends with that is a title."""
_POINTS = re.compile(r"\d\s?分\s?[)）]?$")
"""（一）产出指标满分50分，得45分: a numbered line that ends with points is the title of what follows."""
_POINT = re.compile(r"\d\s?分")
"""（一）产出指标，权重50分，得45分 tells all that a title may, however long the line."""
_POINTS_FIRST = re.compile(r"\d+\.\d+\s?分(?![析类别配布级项局管公])")
_FULL_TOLD, _SCORE_FIELD = re.compile(r"分值|满分|权重|标准分"), re.compile(r"(?:自评|实际)?得分[:：]\s?\d")
"""分值：5分； at the end of a full line, and 得分：5分。 on the next: the fields of one indicator."""
_POINTS_TOLD = re.compile(r"^[^，,。；;]{4,24}[（(][^（）()。]*\d\s?分[)）]$")
"""（一）产出指标（满分50分，得45分）, however long the line."""
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,14}[:：]")
"""群众满意度：得8.75分: a line that opens with a name of its own."""
_LONGEST_WRAPPED = 60
"""A longer line is a paragraph of its own, whatever it ends with."""
_INDENT = re.compile(r"(?:\u3000|[ \t]{2})[\s]*\S")
_SEVERAL, _FEWEST = 5, 3
_SHORTEST = 16
"""A line shorter than this ends by itself: titles, labels, signatures."""


_EVEN, _MANY = 8, 5
"""Lines none of which is longer than most by an eighth, and so many of them; many end with a semicolon."""


_NARROWEST = 26
"""Characters of a page's line; shorter lines are a list."""


class _Span(Protocol):
    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


def joins(lines: list[str], tables: Iterable[_Span]) -> set[int]:
    """The indexes of the lines that continue on the following line."""
    inside = {index for table in tables for index in range(table.first, table.last + 1)}
    texts = [line.strip() for line in lines]
    width = _wrap_width([text for index, text in enumerate(texts) if index not in inside])
    indented = [_INDENT.match(line) is not None for line in lines]
    opens = _indents_open(texts, indented, width)
    joined: set[int] = set()
    for index in range(len(texts) - 1):
        here, following = texts[index], texts[index + 1]
        if not here or not following or index in inside or index + 1 in inside:
            continue
        if opens and indented[index + 1]:
            continue
        if _goes_on(here, following, full=bool(width) and len(here) >= width * 3 // 4):
            joined.add(index)
    return joined


def _goes_on(here: str, following: str, *, full: bool) -> bool:
    """Whether a line continues on the following one; ``full`` where it is about as long as lines get."""
    if _is_cut(here, following, full=full):
        return True
    if _opens_item(following) or _HEADING_WORDS.match(following) or here[-1] in _ENDS:
        return False
    alone = not full or _LABEL.match(following) is not None
    points = _POINTS.search(here) and (alone or len(_POINT.findall(here)) > 1)
    if parse_mark(here) is not None and (_TITLE.search(here) or _POINTS_TOLD.search(here) or points):
        return False
    return bool(
        (len(here) >= _SHORTEST and _BREAKS_OFF.search(here) and len(following) > 1)
        or (
            len(here) <= _LONGEST_WRAPPED
            and here[-1] not in "）)"
            and _RUNNING.search(here)
            and _GOES_ON.match(following)
            and len(here) >= _SHORTEST
        )
        or (full and not _is_heading(here))
        or _CUT_NAME.search(here)
    )


def _is_cut(here: str, following: str, *, full: bool) -> bool:
    """Whether the two lines can only be one, whatever mark the first ends with."""
    if _CONTINUES.match(following) and here[-1] not in "。；！？":
        return True
    if _RATIO.search(here) and _GOES_ON_RATIO.match(following):
        return True
    if _FIGURE_FIRST.match(following) and len(here) >= _SHORTEST and here[-1] not in _ENDS:
        return True
    if full and here[-1] in ":：":
        return bool(_LAST_WORD.match(following) or _FIGURE_FIRST.match(following))
    if full and here[-1] in "；;":
        field = _SCORE_FIELD.match(following) and _FULL_TOLD.search(here)
        return bool(_MEASURES.match(following) or field)
    return False


def _indents_open(texts: list[str], indented: list[bool], width: int) -> bool:
    """Whether an indent opens a paragraph: hardly any line that goes on behind a full one has it.

    A numbered line, or the first, may be a title as long as that.
    """
    if not width or not any(indented):
        return False
    behind = [
        after
        for here, after in zip(texts[1:], indented[2:], strict=False)
        if len(here) >= width * 3 // 4 and here[-1] not in _ENDS and parse_mark(here) is None
    ]
    return len(behind) >= _FEWEST and sum(behind) * _SEVERAL <= len(behind)


def _opens_item(text: str) -> bool:
    """Whether a line begins with a number mark: 12.5分汇总而来 goes on with points, not with item 12.5."""
    return parse_mark(text) is not None and _POINTS_FIRST.match(text) is None


def _is_heading(text: str) -> bool:
    mark = parse_mark(text)
    return mark is not None and len(text) < _SHORTEST


def _wrap_width(texts: list[str]) -> int:
    """The line width that the text was broken at; 0 when lines are whole paragraphs."""
    long = sorted(len(text) for text in texts if len(text) >= _SHORTEST)
    if len(long) < 4:
        return 0
    width = long[len(long) * 9 // 10]
    full = [text for text in texts if len(text) >= width * 3 // 4 and len(text) >= _SHORTEST]
    broken = sum(text[-1] not in _ENDS for text in full)
    narrow = (
        long[-1] * _EVEN <= width * (_EVEN + 1)
        and _NARROWEST <= width <= _LONGEST_WRAPPED
        and len(full) >= _MANY
    )
    few = narrow and broken * _EVEN >= len(full) and broken > 1
    return width if width <= 100 and (broken * 2 >= len(full) or few) else 0
