"""Captions of figures and tables: 图1 … 图7, 表2-1, 附件3; each series must run without gap or repeat."""

import re
from collections.abc import Iterator

from jixiao.claims.extractors.numbering.sequences import SHORTEST_LIST
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import Stream, stream_of
from jixiao.core.numbering import chinese_number
from jixiao.core.observation import Observation

KIND = "numbering"

_CAPTION = re.compile(
    r"^[ ]*\(?(附?[图表]|附件|专栏)[ ]?(?:(\d{1,2})[-.—])?(\d{1,2}|[一二三四五六七八九十]{1,3})"
    r"(?![\d.级项人个%])[ ]*[:)、. ]*(.{0,40})",
    re.MULTILINE,
)
_LONGEST = 70
_SENTENCE = "。；，"

Caption = tuple[int, str, int, int]
"""Number, title, start, end."""


def extract(reading: Reading) -> Iterator[Observation]:
    """One observation for each complete series and for each fault."""
    stream = stream_of(reading)
    series: dict[str, list[list[Caption]]] = {}
    for found in _CAPTION.finditer(stream.text):
        low, high = stream.bounds(found.start())
        number = chinese_number(found[3])
        if high - low > _LONGEST or number is None or stream.text[high - 1 : high] in _SENTENCE:
            continue
        key = f"{found[1]}{found[2] or ''}"
        caption = (number, found[4].strip(" )"), found.start(1), found.end(3))
        lists = series.setdefault(key, [])
        if not lists or (number == 1 and lists[-1][-1][0] != 1):
            lists.append([])
        lists[-1].append(caption)
    for key, lists in series.items():
        for captions in lists:
            yield from _check(stream, key, captions)


def _check(stream: Stream, key: str, captions: list[Caption]) -> Iterator[Observation]:
    """A caption told twice with the same words (above and below its figure) counts once."""
    distinct = [
        caption
        for index, caption in enumerate(captions)
        if index == 0 or not _again(caption, captions[index - 1])
    ]
    numbers = [caption[0] for caption in distinct]
    if len(distinct) < 2 or numbers[0] != 1:
        return
    wrong = [index for index in range(1, len(numbers)) if numbers[index] != index + 1]
    if not wrong:
        yield _observe(stream, key, distinct, len(distinct) - 1, fault="")
        return
    at = wrong[0]
    if key.startswith("附件") or len(distinct) < SHORTEST_LIST:
        return
    ahead = at == len(numbers) - 1 and numbers[at] > at + 1
    if len(wrong) == 1 and not ahead:  # the series goes on as if this number were right
        kind = "repeat" if numbers[at] in numbers[:at] else "order"
        yield _observe(stream, key, distinct, at, fault=kind, proven=kind == "repeat")
    elif numbers[at] == numbers[at - 1] and numbers[at:] == list(range(at, len(numbers))):
        yield _observe(stream, key, distinct, at, fault="repeat", proven=True)
    elif numbers[at:] == list(range(at + 2, len(numbers) + 2)):
        yield _observe(stream, key, distinct, at, fault="gap")


def _again(caption: Caption, before: Caption) -> bool:
    same = caption[0] == before[0]
    return same and (not caption[1] or not before[1] or caption[1][:6] == before[1][:6])


def _observe(
    stream: Stream, key: str, captions: list[Caption], at: int, *, fault: str, proven: bool = False
) -> Observation:
    start, end = captions[at][2:]
    here = stream.related(start, end)
    word = re.sub(r"\d", "", key)
    return Observation(
        kind=KIND,
        verdict="fails" if fault else "holds",
        quote=here.quote,
        place=here.place,
        stated=here.quote,
        computed=f"{word}{at + 1}" if fault else f"{len(captions)} 项，无缺漏",
        expression=f"{word}{captions[0][0]}…{word}{captions[-1][0]}",
        fault=f"caption_{fault}" if fault else "",
        proven=proven,
        related=(stream.related(*captions[at - 1][2:]),) if fault else (),
    )
