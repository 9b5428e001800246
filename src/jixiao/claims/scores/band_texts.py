"""Texts without the definitions of grades that they hold: 90分(含)以上为优、80分至90分为良 tells no scores.

What is taken out is blanked, so that all else stays where it is.
"""

import re
from itertools import pairwise

from jixiao.claims.scores.bands import SOME_BANDS, WORDS, definitions

_TO_WORD = re.compile(
    r"[分)\s]*(?:的|者|之间|范围)?[，,]?\s?(?:等级|等次|档次|级别)?(?:评定|评|定|认定)?[为是属于:“\"\s]*"
)
"""Between a bound and the grade that it is of: 90分以上(含)的为“优."""
_TO_BOUND = re.compile(r"[”\"]?[级档等]?(?:的?(?:标准|条件|分数))?[\s:(为是]*(?:得分|总分)?")
"""Between a grade and its bound: 优(得分≥90)."""
_BEHIND = re.compile(rf"分?(?:{WORDS})?")
"""The unit of a bound, and a grade that follows it without a word: ≥90分优秀."""
_REACHED = re.compile(r"达到|高于|大于|超过|低于")
"""得分达到92分，等级为优 tells a score; alone these words define nothing."""
_JOINED = re.compile(r"[”\"\s、，,;。)]*(?:得分|总分)?[\s(]*")


def without_bands(text: str) -> str:
    """The text, its definitions of grades blanked; the grade that a score has been given stays."""
    spans = _spans(text)
    for (_, end), (start, _) in pairwise(list(spans)):
        if _JOINED.fullmatch(text, end, start):
            spans.append((end, start))
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the bounds of grades stand, each with its word."""
    spans: list[tuple[int, int]] = []
    if SOME_BANDS.search(text) is None:
        return spans
    for events in definitions(text):
        bounds = [event for event in events if not event["word"]]
        if not bounds or len(bounds) == len(events):
            continue
        if len(bounds) == 1 and _REACHED.match(bounds[0].group()):
            continue
        for at, event in enumerate(events):
            if not event["word"]:
                spans.append(_with_word(text, events, at))
    return spans


def _with_word(text: str, events: list[re.Match[str]], at: int) -> tuple[int, int]:
    """A bound with the word behind it, else the one before it where several are defined."""
    bound = events[at]
    behind = _BEHIND.match(text, bound.end())
    end = behind.end() if behind is not None else bound.end()
    after = events[at + 1] if at + 1 < len(events) else None
    if after is not None and after["word"] and _TO_WORD.fullmatch(text, bound.end(), after.start()):
        return bound.start(), after.end()
    before = events[at - 1] if at else None
    several = sum(bool(event["word"]) for event in events) > 1
    if not several or before is None or not before["word"]:
        return bound.start(), end
    joined = _TO_BOUND.fullmatch(text, before.end(), bound.start())
    return (before.start() if joined else bound.start()), end
