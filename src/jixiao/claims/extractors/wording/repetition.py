"""Clauses pasted twice: the same words, ten signs or more, directly after themselves."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import stream_of
from jixiao.core.observation import Observation

KIND = "text"

_SHORTEST = 10
_LONGEST = 140
_SENTENCE = 15
_STEP = 5
_PROBE = 6
_FEWEST_WORDS = 6
_WORDS = re.compile(r"[一-鿿]")


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each stretch that is followed by itself within a paragraph."""
    stream = stream_of(reading)
    for position, paragraph in enumerate(stream.paragraphs):
        if len(paragraph.text) >= 2 * _SHORTEST:
            base = stream.starts[position]
            for start, middle, end in repeats(paragraph.text):
                words = paragraph.text[middle:end]
                whole = (
                    words[-1] in "。！？"
                    and len(words) >= _SENTENCE
                    and paragraph.text[start - 1 : start] in ("", "。")
                )
                yield stream.observe(
                    (base + middle, base + end),
                    "clause_twice",
                    proven=whole,
                    related=(stream.related(base + start, base + middle),),
                )


def repeats(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, middle and end of each stretch told twice in a row, the shortest unit of each place.

    Any such stretch holds a probe of six signs, taken at every fifth sign, that stands again one unit on.
    """
    done = 0
    at = 0
    stop = len(text) - 2 * _SHORTEST + _PROBE
    while at < stop:
        probe = text[at : at + _PROBE]
        again = text.find(probe, at + _SHORTEST, at + _LONGEST + _PROBE)
        while again >= 0:
            period = again - at
            start, end = _extend(text, at, again, done)
            if end - start >= 2 * period:
                if len(set(_WORDS.findall(text[start : start + period]))) >= _FEWEST_WORDS:
                    start = _clause_start(text, start, min(end, start + 3 * period), period)
                    yield start, start + period, start + 2 * period
                at = done = max(end, at + _STEP)
                break
            again = text.find(probe, again + 1, at + _LONGEST + _PROBE)
        else:
            at += _STEP


def _extend(text: str, at: int, again: int, floor: int) -> tuple[int, int]:
    """The widest stretch around both places in which every sign stands again one period further on.

    It is followed to its end only once it is long enough to be a repetition.
    """
    period = again - at
    start = at
    while start > max(floor, at - period) and text[start - 1] == text[start - 1 + period]:
        start -= 1
    end = again
    while end < len(text) and text[end] == text[end - period]:
        end += 1
        if end == again + period:
            break
    if end - start >= 2 * period:
        while end < len(text) and text[end] == text[end - period]:
            end += 1
    return start, end


def _clause_start(text: str, start: int, end: int, period: int) -> int:
    """Within what can be shifted, begin where a sentence or clause begins."""
    for signs in ("。；", "，、"):
        for shifted in range(start, end - 2 * period + 1):
            if shifted == 0 or text[shifted - 1] in signs:
                return shifted
    return start
