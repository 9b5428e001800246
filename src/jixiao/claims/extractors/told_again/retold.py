"""The same words told again elsewhere: figures beside two that agree must agree as well.

总收入1889.05万元，比上年减少35.32万元，下降1.84% in one section and in another: where two figures beside an
amount are told again to the digit, the amount is the same fact, whatever the things are called there.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jixiao.claims.reading.again import held_against
from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import significant_digits

KIND = "restated"
_Neighbour = tuple[object, str, str]
_Context = tuple[int, _Neighbour, _Neighbour]
_SIDES = ((-2, -1), (-1, 1), (1, 2))
"""Where the two figures stand that a context is made of."""
_LEAST, _TOGETHER = 2, 6
"""Digits of each of them and of both, for fewer agree by accident."""
_FEWEST = 3
_MOST = 4
_LEAD = re.compile(r"[^\u4e00-\u9fff]|(?:19|20)\d\d年度?")
_CLAUSE_WORDS = 10
"""Characters before both of two figures which are not the same by accident."""
_SAME_WORDS = 8
"""Characters before a figure which are not the same by accident."""
_ROLES = ("main", "plan", "initial", "change", "base", "growth", "rate", "share")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each figure told again between the same figures: it agrees, or a slip of the pen sets it apart."""
    told: dict[_Context, list[Token]] = defaultdict(list)
    done: set[int] = set()
    led: dict[tuple[str, str, object], Token] = {}
    words = [[_LEAD.sub("", token.lead) for token in paragraph.tokens] for paragraph in reading.paragraphs]
    for paragraph, own in zip(reading.paragraphs, words, strict=True):
        for token, its in zip(paragraph.tokens, own, strict=True):
            if (same := _led_alike(led, token, its)) is not None:
                done.add(token.index)
                yield same
        for context, token in _contexts(paragraph):
            before = told[context]
            for first in before[-_MOST:]:
                if token.index not in done and (made := held_against(first, token)) is not None:
                    done.add(token.index)
                    yield made
            before.append(token)
    for first, later in _clauses_told_again(reading.paragraphs, words):
        if later.index not in done and (made := held_against(first, later, _FEWEST)) is not None:
            done.add(later.index)
            yield made


def _clauses_told_again(
    paragraphs: Sequence[Paragraph], words: Sequence[Sequence[str]]
) -> Iterator[tuple[Token, Token]]:
    """实际改造264户，发放补助278.8万元: two figures behind the same words, of which one agrees.

    ``words`` are those that lead to each figure of each paragraph.
    """
    told: dict[tuple[str, str, str, str], list[tuple[int, Token, Token]]] = defaultdict(list)
    for paragraph, own in zip(paragraphs, words, strict=True):
        for (one, before), (other, between) in pairwise(zip(paragraph.tokens, own, strict=True)):
            if len(before) >= _FEWEST and len(before) + len(between) >= _CLAUSE_WORDS:
                key = before, one.unit.word, between, other.unit.word
                told[key].append((paragraph.list_number, one, other))
    for same in told.values():
        if not 1 < len(same) <= _MOST:
            continue  # as many are told of the members of a list
        (number, one, other), *later = same
        for its, one_, other_ in later:
            if number and number == its:
                continue
            if _agree(one, one_):
                yield other, other_
            elif _agree(other, other_):
                yield one, one_


def _agree(first: Token, later: Token) -> bool:
    return first.number == later.number and significant_digits(first.number) >= _FEWEST


def _led_alike(led: dict[tuple[str, str, object], Token], token: Token, words: str) -> Proposal | None:
    """A figure told again behind the same words: it can agree, for things of a list are told of alike."""
    if token.approximate or token.unit.kind == "score" or len(words) < _SAME_WORDS:
        return None
    first = led.setdefault((words, token.unit.word, token.number), token)
    if first.block is token.block:
        return None
    return Proposal((relation(KIND, "equal", token, [(first, first.role)], role=token.role),), asserted=False)


def _contexts(paragraph: Paragraph) -> Iterator[tuple[_Context, Token]]:
    """The figures of a paragraph, each with two of those beside it that cannot agree by accident."""
    tokens = paragraph.tokens
    number = len(tokens)
    if number < _FEWEST:
        return
    digits = [significant_digits(token.number) for token in tokens]
    beside = [
        None if told < _LEAST else _neighbour(token) for token, told in zip(tokens, digits, strict=True)
    ]
    for at, token in enumerate(tokens):
        if beside[at] is None:
            continue
        for side, (one, other) in enumerate(_SIDES):
            low, high = at + one, at + other
            if low < 0 or high >= number or digits[low] + digits[high] < _TOGETHER:
                continue
            first, second = beside[low], beside[high]
            if first is not None and second is not None and first[:2] != second[:2]:
                yield (side, first, second), token


def _neighbour(token: Token) -> _Neighbour | None:
    """A figure as it is known again; None where it may be anything."""
    if token.approximate or token.role not in _ROLES or token.cell is not None:
        return None
    return token.number * token.unit.scale, token.unit.name, token.role
