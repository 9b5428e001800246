"""Document numbers: 〔2023〕279号 must not stand for two different documents or projects."""

import re
from collections.abc import Iterator

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import Stream, stream_of
from jixiao.core.observation import Observation

KIND = "text"

_NUMBER = re.compile(r"[〔\[(]\s?((?:19|20)\d\d)\s?[〕\])]\s?第?\s?(\d{1,4})\s?号")
_ISSUER = re.compile(r"([一-鿿]{2,12})\s?$")
_TITLE = re.compile(r"《([^《》]{4,90}(?:《[^《》]*》[^《》]*)?)》\s?\($")
_NAMED = re.compile(
    r"(?:^|[。；;，,:\n])\s*(?:\(?[\d一二三四五六七八九十]{1,3}[.、)]+\s*)?([^。；;，,:\n《》]{4,40})[〔\[(]$"
)
_FEWEST_NAMED = 5


def extract(reading: Reading) -> Iterator[Observation]:
    """A fault for each number that stands behind two different titles, or two different items of one list."""
    stream = stream_of(reading)
    text = stream.text
    titled: dict[tuple[str, ...], list[tuple[str, int, int]]] = {}
    named: dict[tuple[str, ...], list[tuple[str, int, int]]] = {}
    for found in _NUMBER.finditer(text):
        before = text[max(0, found.start() - 120) : found.start()]
        issuer = _ISSUER.search(before[-13:])
        if issuer is None:
            continue
        key = (issuer[1], *found.groups())
        start = found.start() - len(issuer[0])
        before = before[: len(before) - len(issuer[0])]
        if title := _TITLE.search(before):
            titled.setdefault(key, []).append((title[1], start, found.end()))
        elif name := _NAMED.search(before[-52:]):
            named.setdefault(key, []).append((name[1].strip(), start, found.end()))
    yield from _twice(stream, titled)
    twice = sum(len(uses) > 1 for uses in named.values())
    if len(named) >= _FEWEST_NAMED and twice * 5 <= len(named):  # else one paper grants many projects
        yield from _twice(stream, named)


def _twice(stream: Stream, used: dict[tuple[str, ...], list[tuple[str, int, int]]]) -> Iterator[Observation]:
    for uses in used.values():
        first = uses[0]
        for use in uses[1:]:
            if not _alike(first[0], use[0]):
                yield stream.observe(
                    use[1:],
                    "document_number_twice",
                    stated=use[0],
                    computed=first[0],
                    related=(stream.related(*first[1:]),),
                )
                break


def _alike(one: str, other: str) -> bool:
    """Whether two names may mean one document: one holds the other, or most of it."""
    one, other = (re.sub(r"[^一-鿿\d]", "", name) for name in (one, other))
    short, long = sorted((one, other), key=len)
    if short in long:
        return True
    pairs = {short[at : at + 2] for at in range(len(short) - 1)}
    shared = sum(pair in long for pair in pairs)
    return shared * 10 >= len(pairs) * 7
