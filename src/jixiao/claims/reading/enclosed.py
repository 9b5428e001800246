"""Amounts that a bracket sets behind their name: 增值税(12.3亿元)、契税(4.5亿元，12.1%).

Such a bracket is only another way to write 增值税12.3亿元: what it holds stands beside the other things of
the sentence, not below them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jixiao.claims.reading.tokens import Token

_BRACKET = re.compile(r"[()]")
_OPENED = re.compile(r"[\u4e00-\u9fff”》\"]\s?\(\s?$")
_CLOSED = re.compile(r"\s?\)")
_JOINT = re.compile(r"\s?[，,、;；]\s?(?:占比?)?\s?$")
_NAME = 30
"""How far back the words before a bracket are looked at."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The brackets of a text that only set an amount behind its name."""

    signs: frozenset[int]
    """Where they open and close."""
    shares: frozenset[int]
    """Indexes of the percentages that such a bracket holds behind the amount."""

    def brackets(self, lead: str, start: int) -> Iterator[str]:
        """The other brackets of some words that begin at ``start``, in order."""
        if "(" in lead or ")" in lead:
            for found in _BRACKET.finditer(lead):
                if start + found.start() not in self.signs:
                    yield found.group()

    def opened(self, lead: str, start: int) -> str:
        """The words with a blank for each bracket that does not count; they keep their length."""
        if not self.signs or ("(" not in lead and ")" not in lead):
            return lead
        return _BRACKET.sub(lambda m: " " if start + m.start() in self.signs else m.group(), lead)


_NONE = Enclosed(frozenset(), frozenset())


def enclosed(text: str, tokens: Sequence[Token]) -> Enclosed:
    """Brackets right behind a name that hold one amount, or an amount and its share, and nothing else."""
    if "(" not in text:
        return _NONE
    signs: set[int] = set()
    shares: set[int] = set()
    for position, token in enumerate(tokens):
        if token.unit.kind not in ("yuan", "count"):
            continue
        begin = tokens[position - 1].end if position else 0
        opening = _OPENED.search(text, max(begin, token.start - _NAME), token.start)
        if opening is None:
            continue
        last = token
        following = tokens[position + 1] if position + 1 < len(tokens) else None
        if following is not None and following.unit.kind == "percent":
            last = following if _JOINT.fullmatch(text, token.end, following.start) else token
        closing = _CLOSED.match(text, last.end)
        if closing is None:
            continue
        signs |= {text.rindex("(", 0, token.start), closing.end() - 1}
        if last is not token:
            shares.add(last.index)
    return Enclosed(frozenset(signs), frozenset(shares))
