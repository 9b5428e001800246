"""Numbered lists: each complete one holds; repeats, gaps and slips of style are faults."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from jixiao.claims.extractors.numbering.marks import marks
from jixiao.claims.extractors.numbering.sequences import SHORTEST_LIST, Builder, Fault, Item, Sequence
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.observing import MOST_RELATED, Stream, stream_of
from jixiao.core.numbering import in_chinese
from jixiao.core.observation import Observation

KIND = "numbering"

_NUMERALS = "〇一二三四五六七八九"
_LONGEST_TITLE = 42
_LABEL = 14
_CLAUSE_END = re.compile(r"[，。；;,:\n]")


def extract(reading: Reading) -> Iterator[Observation]:
    """One observation for each list and for each fault, and one for all slips of style."""
    stream = stream_of(reading)
    found = Builder(marks(stream), _presence(stream)).build()
    found.sort(key=lambda sequence: sequence.items[-1].start)
    slipped: list[Item] = []
    for sequence in found:
        if len(sequence.items) < 2:
            continue
        for fault in sequence.faults:
            if len(sequence.items) >= SHORTEST_LIST:
                yield _faulty(stream, sequence, fault)
        if not sequence.faults and sequence.first.value == 1:
            yield _complete(stream, sequence)
        slipped.extend(sequence.slipped())
    if slipped:
        yield _slip(stream, "numbering_style", slipped)
    elif separators := [item for sequence in found for item in _separators(sequence)]:
        yield _slip(stream, "numbering_separator", separators)


def printed(like: Item, number: int) -> str:
    """The number written as this mark is."""
    numeral = re.search(r"[一二三四五六七八九十百零〇]+|\d+(?=\D*$)", like.text)
    if numeral is None:
        return str(number)
    written = str(number) if numeral.group().isdigit() else in_chinese(number)
    return like.text[: numeral.start()] + written + like.text[numeral.end() :]


def _presence(stream: Stream) -> Callable[[Item, int, int, int], bool]:
    def present(item: Item, number: int, start: int, end: int) -> bool:
        """Whether the number is printed there though no mark was read: 23.50万元 for item 23."""
        between = stream.text[start:end]
        if item.style.startswith("ordinal"):
            return in_chinese(number) + item.separator in between
        if item.style == "chinese_bracket":
            return f"({in_chinese(number)})" in between
        if item.style == "arabic_bracket":
            return f"({number})" in between
        if item.style == "chinese":
            return re.search(rf"(?:^|[^{_NUMERALS}十]){in_chinese(number)}[、.]", between) is not None
        if item.style == "arabic":
            return re.search(rf"\n *{number}\s?[.、]|(?<![\d.]){number}\s?[.、](?!\d)", between) is not None
        return printed(item, number) in between

    return present


def _words(stream: Stream, item: Item) -> str:
    """The mark as printed, with its own brackets."""
    return stream.quote(item.start, item.end)


def _complete(stream: Stream, sequence: Sequence) -> Observation:
    first, last = sequence.items[0], sequence.items[-1]
    here = stream.related(last.start, _label_end(stream, last))
    return Observation(
        kind=KIND,
        verdict="holds",
        quote=here.quote,
        place=here.place,
        stated=_words(stream, last),
        computed=f"{len(sequence.items)} 项，无缺漏",
        expression=f"{_words(stream, first)}…{_words(stream, last)}",
    )


def _label_end(stream: Stream, item: Item) -> int:
    """Where the first clause after the mark ends, or a dozen signs on."""
    _, high = stream.bounds(item.start)
    high = min(high, item.end + _LABEL)
    found = _CLAUSE_END.search(stream.text, item.end, high)
    return found.start() if found else high


def _faulty(stream: Stream, sequence: Sequence, fault: Fault) -> Observation:
    item = replace(fault.item, text=_words(stream, fault.item))
    here = stream.related(item.start, _label_end(stream, item))
    return Observation(
        kind=KIND,
        verdict="fails",
        quote=here.quote,
        place=here.place,
        stated=item.text,
        computed=printed(item, fault.expected),
        expression=f"{_words(stream, sequence.first)}…{_words(stream, sequence.items[-1])}",
        fault=f"numbering_{fault.kind}",
        proven=_proven(stream, sequence, fault),
        related=(stream.related(fault.before.start, fault.before.end),),
    )


def _proven(stream: Stream, sequence: Sequence, fault: Fault) -> bool:
    """No gap is proven where a table or a short unnumbered line may be the missing item."""
    item, before = fault.item, fault.before
    if item.style.startswith("multi") or item.head != before.head or sequence.first.value != 1:
        return False
    if fault.kind != "gap":
        same = stream.paragraphs[item.paragraph].text == stream.paragraphs[before.paragraph].text
        return not same or item.paragraph == before.paragraph
    between = stream.paragraphs[before.paragraph + 1 : item.paragraph]
    blocks = stream.paragraphs[item.paragraph].block.index - stream.paragraphs[before.paragraph].block.index
    tables = blocks > len(between) + 1
    titles = any(
        len(p.text) <= _LONGEST_TITLE and not p.block.number and p.text.strip()[-1:] not in "。；;"
        for p in between
    )
    return not tables and not titles and item.value == fault.expected + 1


def _separators(sequence: Sequence) -> list[Item]:
    """The marks of a long list that end in another sign than nearly all others: 3、 among 2. and 4."""
    heads = [item for item in sequence.items if item.head]
    if len(heads) < 5 or len(sequence.styles) > 1:
        return []
    signs = [item.separator.replace("．", ".") for item in heads]
    common = max(set(signs), key=signs.count)
    other = [item for item, sign in zip(heads, signs, strict=True) if sign != common]
    return other if len(other) * 5 <= len(heads) else []


def _slip(stream: Stream, fault: str, items: list[Item]) -> Observation:
    items = sorted(items, key=lambda item: item.start)
    spans = [(item.start, item.end) for item in items]
    made = stream.once(spans, fault)
    texts = " ".join(_words(stream, item) for item in items[:MOST_RELATED])
    return replace(made, kind=KIND, stated=texts)
