"""Items that marks number within a paragraph: 三个方面：一是…；二是…; （1）…；（2）…。计2类支出.

Marks of one style that run from one without a gap are items; the number stands right before the first with a
colon, or behind the last with 共, 计 or 以上.
"""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Paragraph
from jixiao.core.frozen import frozen
from jixiao.core.numbering import chinese_number

_CHINESE = "一二三四五六七八九十"
_MARKS = (
    re.compile(rf"(?:^|(?<=[：:；;。，,\s]))(?P<n>[{_CHINESE}]{{1,2}})(?:是|为(?=[\u4e00-\u9fff]))"),
    re.compile(r"(?:^|(?<=[：:；;。，,\s]))\((?P<n>\d{1,2})\)"),
    re.compile(rf"(?:^|(?<=[：:；;。，,\s]))\((?P<n>[{_CHINESE}]{{1,2}})\)"),
    re.compile(r"(?:^|(?<=[：:；;。\s]))(?P<n>\d{1,2})(?:[.、．](?!\d)|\))"),
    re.compile(r"(?P<n>[①-⑳])"),
)
_FIRST = (("一是", "一为"), ("(1)",), ("(一)",), ("1.", "1、", "1．", "1)"), ("①",))
"""What the first mark of each style looks like: most paragraphs have none."""
_KIND = r"(?:个|项|类|种|条|点|大|方面|部分)"
_CUE = re.compile(rf"{_KIND}[^。;；:：]{{0,8}}[:：]|[上述计共][\d{_CHINESE}两]")
_N = rf"(?P<n>\d{{1,2}}|[{_CHINESE}两]{{1,2}})"
_BEFORE = re.compile(
    rf"(?<![第\d.,{_CHINESE}年月个]){_N}\s?{_KIND}(?:方面|问题|措施|原因|任务|工作|内容|困难|短板|建议|项目|环节|情况|经验|做法|不足|重点|的|主要|突出|具体)*[:：]\s?$"
)
_BEHIND = re.compile(rf"^[^。;；:：]{{0,60}}?[。;；，,]\s?(?:以上|上述|合计|共计|总计|共|计){_N}\s?{_KIND}")
_SOME = re.compile(r"主要(?:抓|做|开展|推进|采取|完成|实施|有以下)[^，,。；;：:]{0,6}$")
"""主要抓了三项工作：一是…；二是…: some of them may be left untold."""
_FEWEST = 2
_REACH = 80


@frozen
class Numbered:
    """How many items marks number, and where their number is told."""

    items: int
    start: int
    end: int
    sure: bool
    """A colon joins the number to its items."""


def numbered_items(paragraph: Paragraph) -> Iterator[Numbered]:
    """Every number of items that stands beside them in a paragraph."""
    text = paragraph.text
    if _CUE.search(text) is None:
        return
    for first, style in zip(_FIRST, _MARKS, strict=True):
        if not any(sign in text for sign in first):
            continue
        for run in _runs(list(style.finditer(text))):
            before = _BEFORE.search(text, max(run[0].start() - 40, 0), run[0].start())
            if before is not None:
                some = _SOME.search(text[: before.start("n")]) is not None
                yield Numbered(len(run), *before.span("n"), sure=not some)
            behind = _BEHIND.match(text[run[-1].end() : run[-1].end() + _REACH])
            if behind is not None:
                start, end = behind.span("n")
                at = run[-1].end()
                yield Numbered(len(run), at + start, at + end, sure=False)


def _runs(marks: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Marks that count up from one without a gap."""
    run: list[re.Match[str]] = []
    for mark in marks:
        value = _value(mark["n"])
        if value == len(run) + 1:
            run.append(mark)
        else:
            if len(run) >= _FEWEST:
                yield run
            run = [mark] if value == 1 else []
    if len(run) >= _FEWEST:
        yield run


def _value(sign: str) -> int | None:
    return ord(sign) - ord("①") + 1 if "①" <= sign <= "⑳" else chinese_number(sign)
