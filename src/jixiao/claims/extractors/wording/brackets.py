"""Brackets, book-title marks and quotation marks that are opened and not closed, or closed and not opened."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import stream_of
from jixiao.core.observation import Observation

KIND = "text"

_MARK = re.compile(r"(?:^|[\s。；;:，,、])[\d一二三四五六七八九十a-zA-Z]{1,3}\)")
_PAIRS = ("()", "《》", "“”", "〔〕")


def extract(reading: Reading) -> Iterator[Observation]:
    """One fault for the document: only whole paragraphs count, since lines broken by PDF split pairs."""
    stream = stream_of(reading)
    spans: list[tuple[int, int]] = []
    for position, paragraph in enumerate(stream.paragraphs):
        text = paragraph.text
        if text[-1:] not in "。！" or not any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS):
            continue
        for pair in _PAIRS if '"' not in text else _PAIRS[:2]:
            at = _unpaired(text, pair)
            if at is not None:
                base = stream.starts[position]
                spans.append((base + at, base + min(at + 12, len(text))))
                break
    if spans:
        yield stream.once(spans, "unpaired_bracket")


def _unpaired(text: str, pair: str) -> int | None:
    """The first sign without its partner; a mark such as 1) has none."""
    marks = {found.end() - 1 for found in _MARK.finditer(text)} if pair == "()" else set()
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign == pair[0]:
            opened.append(at)
        elif sign == pair[1]:
            if opened:
                opened.pop()
            elif at not in marks:
                return at
    return opened[0] if opened else None
