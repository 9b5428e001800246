"""Numbers in Chinese numerals against the counts of their parts: 六个子项中公开招标4项、磋商1项、协议供货1项.

The parts must be counted in figures, right behind words that say they are among those that the numeral
counts. Some may be left untold; more than there are contradict the numeral where nothing is told twice.
"""

import re
from collections.abc import Iterator

from jixiao.claims.counts.spelled import spelled
from jixiao.claims.reading.document import Paragraph
from jixiao.claims.reading.tokens import Token
from jixiao.core.quantity import Quantity

_OPENS = re.compile(
    r"(?<![第一二三四五六七八九十百\d])(?P<n>[二三四五六七八九两]|[二三四五六七八九]?十[一二三四五六七八九]?)"
    r"(?:个|项|家|类|座|所|名)[^，,。;:、\d()中]{1,8}(?:中(?![心学央小])|(?:分别|其)?[:：])[，,]?(?:其中)?"
)
_LEADS = re.compile(r"^[^，,。;:、\d()]{1,14}$")
_NEXT = re.compile(r"^[个项家类座所名]?[、，,;和][^，,。;:、\d()]{1,14}$")
_TWICE = re.compile(r"其中|同时|均|又|含|既")
_FEWEST, _SLIP = 2, 2
"""Parts that a total in words has at least; by how many it may be off as a slip."""


def spelled_totals(paragraph: Paragraph) -> Iterator[tuple[Quantity, list[Token], bool]]:
    """Each such number, its parts, and whether they are surely more than it."""
    text = paragraph.text
    for found in _OPENS.finditer(text):
        parts: list[Token] = []
        end = found.end()
        for token in paragraph.tokens:
            if token.start < found.end():
                continue
            if token.unit.kind != "count" or token.approximate or token.decimals:
                break
            if not (_NEXT if parts else _LEADS).match(text[end : token.start]):
                break
            if parts and token.unit.word != parts[0].unit.word:
                break
            parts.append(token)
            end = token.end
        total = spelled(paragraph, *found.span("n")) if len(parts) >= _FEWEST else None
        if total is None:
            continue
        over = sum(part.number for part in parts) - total.number
        if over == 0 or (0 < over <= _SLIP and len(parts) > _FEWEST):
            yield total, parts, _TWICE.search(text[found.end() : end]) is None
