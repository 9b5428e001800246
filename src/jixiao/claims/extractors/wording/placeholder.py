"""Placeholders of a template that were never filled in: XX万元, 占 %, empty 《》, hints in brackets."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import Stream, stream_of
from jixiao.core.observation import Observation

KIND = "text"

_RUN = re.compile(r"[XxＸ×╳*＿_]+")
_UNIT = re.compile(r"\s?(?:万元|亿元|元(?!旦|月)|%|个百分点)")
_COUNT = re.compile(r"\s?(?:个|项|人次?|次|辆|批次)(?=[，,。；;、])")
_YEAR = re.compile(r"\s?年(?=[XxＸ×\d度底末本])|\s?月")
_RATE = re.compile(
    r"(?:占(?!比)[^，,。；;:|\n%\d]{0,24}(?<!\()|增长|下降|上升|降低"
    r"|(?:执行|完成|支出|到位|满意|节约|支付)率(?:为|达到?|是)|的)\s{0,4}$"
)
_EMPTY = re.compile(r"[万亿]元(?=[，,。；;])")
_AMOUNT = re.compile(
    r"(?:支出|收入|预算数?|决算数?|执行数|资金|总额|合计|共计|减少|结余)(?:为|共|达)?\s{0,4}$"
)
_BRACKET = re.compile(
    r"\((?:此处|请(?!参|见|详)|简要(?:说明|描述|介绍|概述)|逐项(?:说明|列示|填写)"
    r"|(?:应|需|如有)[^()]{0,8}(?:请|填写))[^()\n]{0,60}\)"
)
_HINT = re.compile(
    r"(?:单击|点击)(?:此处|这里)[^，。\n]{0,10}|此处(?:填写|插入|输入)[^，。)\n]{0,10}"
    r"|待填[写报]?(?=[，,。；;)\n])|请输入[^，。\n]{0,8}"
)
_HINT_WORDS = ("此处", "这里", "待填", "请输入")
_CHOICE = re.compile(r"[(/]或?(?:减少|下降|降低|增加|增长|上升)\)?(?=\s?-?\d)")
_DIRECTION = re.compile(r"(?:增加|增长|上升|提高|减少|下降|降低)$")

Found = tuple[int, int, bool]
"""Start, end, whether a missing figure is proven."""


def extract(reading: Reading) -> Iterator[Observation]:
    """One fault for each sentence with a placeholder; the same placeholder again is told with the first."""
    stream = stream_of(reading)
    spans: dict[str, list[tuple[int, int]]] = {}
    proven: set[str] = set()
    taken: set[int] = set()
    text = stream.text
    for start, end, sure in sorted(_all(text), key=lambda found: (not found[2], found[0])):
        sentence = stream.sentence(start)[0]
        if sentence in taken or not _in_sentence(stream, start, sure=sure):
            continue
        taken.add(sentence)
        words = text[start:end]
        spans.setdefault(words, []).append((start, end))
        if sure:
            proven.add(words)
    for words, places in spans.items():
        others = tuple(stream.related(*place) for place in places[1:])
        yield stream.observe(
            places[0], "placeholder", proven=words in proven, computed=str(len(places)), related=others
        )


def _all(text: str) -> Iterator[Found]:
    yield from _signs(text)
    yield from _blanks(text)
    for found in _BRACKET.finditer(text):
        yield *found.span(), False
    if any(word in text for word in _HINT_WORDS):
        for found in _HINT.finditer(text):
            yield *found.span(), False
    for found in _CHOICE.finditer(text):
        lead = _DIRECTION.search(text[max(0, found.start() - 2) : found.start()])
        if lead is not None:
            yield found.start() - 2, found.end(), False
    for word in ("《》", "《 》", "《  》", "某某"):
        at = text.find(word)
        while at >= 0:
            yield at, at + len(word), False
            at = text.find(word, at + len(word))


def _signs(text: str) -> Iterator[Found]:
    """XX, ××, ***, ____ in the place of words or figures; digits or letters beside them make a code."""
    for run in _RUN.finditer(text):
        start, end = run.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if (before.isascii() and before.isalnum() and text[start - 2 : start] != "20") or (
            after.isascii() and after.isalnum()
        ):
            continue
        signs = set(run[0])
        unit = _UNIT.match(text, end)
        if unit is not None and ("*" not in signs or len(run[0]) > 1):
            yield start, unit.end(), not before.isdigit()
        elif (date := _YEAR.match(text, end)) is not None and signs <= set("XxＸ×"):
            yield start - (2 if before.isdigit() else 0), date.end(), False
        elif (count := _COUNT.match(text, end)) is not None and signs <= set("_＿"):
            yield start, count.end(), False
        elif (len(run[0]) >= 2 and signs <= set("XＸ×╳")) or (len(run[0]) >= 3 and signs == {"*"}):
            yield start, end, False


def _blanks(text: str) -> Iterator[Found]:
    """A unit without its figure: 占 %, 支出 万元."""
    at = text.find("%")
    while at >= 0:
        if text[at - 1 : at] not in "0123456789" and text[at + 1 : at + 2] in tuple("，,。；;)"):
            lead = _RATE.search(text[max(0, at - 32) : at])
            if lead is not None:
                yield at - len(lead[0]), at + 1, True
        at = text.find("%", at + 1)
    for found in _EMPTY.finditer(text):
        if not text[found.start() - 1 : found.start()].isdigit():
            lead = _AMOUNT.search(text[max(0, found.start() - 10) : found.start()])
            if lead is not None:
                yield found.start() - len(lead[0]), found.end(), True


def _in_sentence(stream: Stream, at: int, *, sure: bool) -> bool:
    """Whether the place is in running text: headers of tables end in % and name units by right."""
    low, high = stream.bounds(at)
    words = stream.text[low:high]
    if "|" in words or words[-1:] == "%":
        return False
    if not sure:
        return True
    lead = stream.text[max(low, at - 6) : at]
    return "单位" not in lead and not re.search(r"[\d.]\s*$", lead) and re.search(r"\d", words) is not None
