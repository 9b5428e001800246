"""Grades and the bands of scores that they stand for: national ones, and those that a document states."""

import re
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading

RANKS = {
    "优秀": 4,
    "优": 4,
    "良好": 3,
    "良": 3,
    "中": 2,
    "中等": 2,
    "合格": 2,
    "一般": 2,
    "差": 1,
    "较差": 1,
    "不合格": 1,
    "好": 4,
    "较好": 3,
    "A": 4,
    "B": 3,
    "C": 2,
    "D": 1,
}
"""Grade words by rank, best highest; 优/良/中/差 are the four in common use."""

WORDS = r"优秀|良好|中等|不合格|合格|一般|较差|优|良|中|差"
LETTERS = (
    r"(?:(?<![A-Za-z\d])[ABCD](?=[级类档等\s，,、;。:()\[“”\"]|$)"
    r"|(?<=[为是即属到定于“\"])(?:较好|好)(?=[”\"，,、;。)\s]|$))"
)
"""Grades of places that call them by letters, or 好 and 较好; what these stand for a text must say itself."""

Bands = dict[int, tuple[Decimal, Decimal | None]]
"""For each rank the least score and the first score above (None: no limit)."""
NATIONAL: Bands = {
    4: (Decimal(90), None),
    3: (Decimal(80), Decimal(90)),
    2: (Decimal(60), Decimal(80)),
    1: (Decimal(0), Decimal(60)),
}
"""The bands in common use: 90（含）以上优, 80（含）至90良, 60（含）至80中, 60以下差."""

FAR: Bands = {
    4: (Decimal(80), None),
    3: (Decimal(70), Decimal(95)),
    2: (Decimal(55), Decimal(85)),
    1: (Decimal(0), Decimal(65)),
}
"""Wider than any published set of bands (the lowest has 优 from 80, 良 from 70, 中 from 60)."""

_REMARK = r"(?:\s?\(不?含[^)]{0,6}\)|含)?"
_BOUND = re.compile(
    rf"(?P<from>\d{{1,3}})\s?分?{_REMARK}\s?(?:-|—|至|到)+\s?(?P<to>\d{{2,3}}(?:\.\d+)?)(?![\d.]*\s?%)\s?分?"
    r"|[\[(]\s?(?P<open>\d{1,3})\s?[,，]\s?(?P<close>\d{2,3})\s?[\])]"
    rf"|(?P<above>\d{{2,3}})\s?分?{_REMARK}\s?(?:及|\(含\)|含)?以上{_REMARK}"
    rf"|(?P<under>\d{{2,3}})\s?分?{_REMARK}\s?(?:及|\(含\)|含)?以[下内]{_REMARK}"
    r"|(?:≥|>=|>|不低于|大于等于|大于|高于|达到)\s?(?P<least>\d{2,3})(?![\d.]*\s?%)"
    r"|(?:≤|<=|<|低于|不足|不满|未满|小于等于|小于|不超过)\s?(?P<most>\d{2,3})(?![\d.]*\s?%)"
    r"|(?P<left>\d{1,3})\s?分?\s?(?:≤|<=|<)|(?P<right>\d{2,3})\s?分?\s?(?:≥|>=|>)"
)
_LOWER = ("from", "open", "above", "least", "left")
_UPPER = ("to", "close", "under", "most", "right")
_EVENT = re.compile(
    rf"(?P<word>(?<![\u4e00-\u9fff])(?:{WORDS})|(?<=[为是即属到定于“设])(?:{WORDS})"
    rf"|{LETTERS})|{_BOUND.pattern}"
)
SOME_BANDS = re.compile(rf"[优良]|{LETTERS}")
"""Without these a text defines no grades."""
_REACHED = re.compile(r"达到|高于|大于|超过|低于")
"""得分达到92分，等级为优 tells a score; without a list of bounds these words define nothing."""
_SHARED = Decimal(-1)
"""The end of a band that two grades share."""
_NEXT = 22
"""How far the next bound or grade word of a definition may stand."""


def own_bands(reading: Reading) -> Bands:
    """The bands that the document states itself; empty where it states fewer than two.

    One band that is the national one (90分及以上为优) shows that the national ones are meant.
    """
    national = False
    for paragraph in reading.paragraphs:
        text = paragraph.text
        if SOME_BANDS.search(text) and re.search(r"\d", text):
            for events in definitions(text):
                bands = _bands(events)
                if len(bands) >= 2 and (complete := _ordered(bands)) is not None:
                    return complete
                national = national or (len(bands) == 1 and _is_national(bands))
    return NATIONAL if national else {}


def _is_national(bands: Bands) -> bool:
    return all(
        low == NATIONAL[rank][0] and (high is None or high in (NATIONAL[rank][1], Decimal(100)))
        for rank, (low, high) in bands.items()
        if rank != 1
    )


def definitions(text: str) -> Iterator[list[re.Match[str]]]:
    """Stretches of a text in which bounds and grade words follow each other closely."""
    run: list[re.Match[str]] = []
    for event in _EVENT.finditer(text):
        between = text[run[-1].end() : event.start()] if run else ""
        if len(between) > _NEXT or re.search(r"\d", between):
            yield run
            run = []
        run.append(event)
    yield run


def _bands(events: list[re.Match[str]]) -> Bands:
    """The bounds of each grade: those before its word where the bounds come first, else those after it.

    A list of the grades before their definitions (优、良、中、差四个等级：…) has no bounds: passed over.
    """
    while len(events) > 1 and events[0]["word"] and events[1]["word"]:
        events = events[1:]
    if len(events) > 2 and events[0]["word"] and not events[1]["word"] and events[-1]["word"]:
        behind, before = _read(events[1:]), _read(events[:-1])  # the last word of that list, or a grade given
        return before if _is_whole(before) and not _is_whole(behind) else behind
    return _read(events)


def _is_whole(bands: Bands) -> bool:
    """Whether bands reach from the best grade to the worst, which begins at nil."""
    return max(RANKS.values()) in bands and min(RANKS.values()) in bands and not bands[1][0]


def _read(events: list[re.Match[str]]) -> Bands:
    bands: Bands = {}
    if not events:
        return bands
    first = bool(events[0]["word"])
    bounds: list[re.Match[str]] = []
    word = ""
    for event in events:
        if not event["word"]:
            bounds.append(event)
            continue
        _define(bands, word if first else event["word"], bounds)
        word, bounds = event["word"], []
    if first:
        _define(bands, word, bounds)
    return bands


def _define(bands: Bands, word: str, bounds: list[re.Match[str]]) -> None:
    lows = [Decimal(bound[name]) for bound in bounds for name in _LOWER if bound[name]]
    highs = [Decimal(bound[name]) for bound in bounds for name in _UPPER if bound[name]]
    if lows and highs and lows[0] > highs[0]:
        lows, highs = highs, lows  # 100-90分
    if word and (lows or highs):
        low = lows[0] if lows else Decimal(0)
        made = (low, highs[0] if highs else None)
        known = bands.setdefault(RANKS[word], made)
        if (
            known[0] != low
        ):  # 中 from 70 and 合格 from 60: of five grades two have one rank, and neither is held
            bands[RANKS[word]] = (min(low, known[0]), _SHARED)


def _ordered(bands: Bands) -> Bands | None:
    """Half-open bands: each ends where the next better one begins; the best has no end."""
    made: Bands = {}
    above: Decimal | None = None
    for rank in sorted(bands, reverse=True):
        low, high = bands[rank]
        if above is not None and low >= above:
            return None
        if high == _SHARED:
            above = low
            continue
        made[rank] = (low, above if above is not None else (None if high is None or high >= 100 else high))
        above = low
    return made
