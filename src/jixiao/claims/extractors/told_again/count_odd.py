"""The odd one of a number of things told often: 培训21693人次 twice and more, 全年培训21639人次 once.

A number of five digits that a paper tells in several places, or proves by its rate (完成目标的108.47%), is
one fact. One told alone, of what is counted by the same word, that a slip of the pen sets apart from it, is
the same where their words meet.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.proposal import Proposal, may_be_rate, relation
from jixiao.claims.reading.telling import of_text
from jixiao.claims.reading.tokens import Token
from jixiao.core.digits import printed_digits, significant_digits
from jixiao.core.slips import edits

KIND = "restated"
_DIGITS, _SIGNIFICANT, _OFTEN, _RATE = 5, 4, 2, 3
"""Digits of a long count, those but for noughts; places that make it known; digits of a rate that proves
it.
"""
_DAMAGES = ("wrong_digit", "missing_digit", "extra_digit", "transposed_digits")
_OTHER = re.compile(
    r"上年|去年|同期|上一年|(?<![占之])比(?![例重率])|较|同比|目标|计划|应|预算|其中|[1-9]月|季度|半年|平均|(?:19|20)\d\d年|增加|减少|新增|年初|年末|年底"
)
"""Words of another time, a goal or a part."""


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each long count told once in the text, against those told often."""
    counts: dict[tuple[Decimal, str], list[Token]] = defaultdict(list)
    for paragraph in reading.paragraphs:
        for token in paragraph.tokens:
            if token.unit.kind == "count" and not token.approximate and _is_long(token):
                counts[token.number, token.unit.word].append(token)
    if len(counts) < 2:
        return
    places = _places(reading)
    for (number, word), own in counts.items():
        if len(places[number]) != 1:
            continue
        odd = own[0]
        for meant, damage in edits(odd.build()):
            others = counts.get((meant, word), []) if damage in _DAMAGES else []
            sure = bool(others) and abs(meant - number) not in places
            sure = sure and (len(places[meant]) >= _OFTEN or _is_proved(reading, others[0]))
            if sure and not _is_proved(reading, odd) and _meet(reading, others[0], odd):
                first, later = sorted((others[0], odd), key=lambda token: token.index)
                yield Proposal((relation(KIND, "equal", later, [(first, first.role)], role=later.role),))
                break


def _is_long(token: Token) -> bool:
    return printed_digits(token.number) >= _DIGITS and significant_digits(token.number) >= _SIGNIFICANT


def _places(reading: Reading) -> dict[Decimal, set[int]]:
    """The blocks in which each number is printed, with any unit or none."""
    found: dict[Decimal, set[int]] = defaultdict(set)
    for token in reading.tokens:
        found[token.number].add(token.block.index)
    for paragraph in reading.paragraphs:
        for token in paragraph.bare:
            found[token.number].add(token.block.index)
    return found


def _is_proved(reading: Reading, token: Token) -> bool:
    """Whether a rate of its sentence is that of it in another count."""
    paragraph = reading.paragraph_of(token.block.index)
    own = [one for one in paragraph.tokens if one.sentence == token.sentence] if paragraph is not None else []
    counts = [one for one in own if one.unit == token.unit and one is not token and one.number]
    rates = [one for one in own if one.unit.kind == "percent" and printed_digits(one.number) >= _RATE]
    return any(may_be_rate(rate, token, whole) for rate in rates for whole in counts)


def _meet(reading: Reading, first: Token, odd: Token) -> bool:
    """Whether both are told in the same words, and neither of another time or of a part."""
    one, other = of_text(reading, first), of_text(reading, odd)
    shared = (one.near & (other.near | other.far)) | (other.near & one.far)
    return bool(shared) and not _OTHER.search(one.clause) and not _OTHER.search(other.clause)
