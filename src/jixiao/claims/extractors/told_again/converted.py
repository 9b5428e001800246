"""One amount in two units: 8,203,600.00元（约820万元）; 4.68亿元 in the summary, 46831.50万元 in the text.

What a bracket or 即 sets right behind an amount is that amount. Elsewhere a coarser figure tells the finer
one where it is what that rounds to and their words share a name, both tell the whole (总支出, 支出合计), or
it has so many digits that no other rounds to it. People and things are told so as well: 9.24万人 and 92360人;
a long figure with two decimals in a table without unit is of yuan.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.facts import Fact, facts_of
from jixiao.claims.reading.items import label_of, shared_words
from jixiao.claims.reading.lookup import is_generic
from jixiao.claims.reading.proposal import Proposal
from jixiao.claims.reading.relate import compared, quantity
from jixiao.claims.reading.telling import of_text
from jixiao.claims.reading.tokens import Token
from jixiao.claims.reading.units import unit_of
from jixiao.core.claim import Relation
from jixiao.core.digits import printed_digits
from jixiao.core.interval import round_half_up

KIND = "restated"
_SAME = re.compile(r"\s*(?:[(，,]\s*(?:即|约|合|约合|折合|折合约|约为|也即|即约)+|\(\s*)\s*$")
_CLAUSE = re.compile(r"[，,。；;：:、()（）]")
_SAYS_SO = re.compile(r"即|合|约")
_COARSE = 3
_SURE = 5
"""Digits of a coarser figure that nothing else rounds to."""
_CENTS, _BARE = 2, 6
"""Decimals of yuan and cents, and digits of a cell that is one without saying so."""
_SHARED = 2
_MOST = 4


def extract(reading: Reading) -> Iterator[Proposal]:
    """Amounts right behind each other in two units, then those of two places."""
    for paragraph in reading.paragraphs:
        for first, later in pairwise(paragraph.tokens):
            if first.unit.kind == later.unit.kind == "yuan":
                between = paragraph.text[first.end : later.start]
                if _SAME.fullmatch(between) is not None and _other_units(first, later):
                    yield Proposal((_equal(first, later),), asserted=_SAYS_SO.search(between) is not None)
    yield from _rounded(reading)


def _other_units(first: Token, later: Token) -> bool:
    """Whether two amounts have two units, or lost one: 81,640.00元，折合8.16元 has the digits of 万元."""
    if first.unit.scale != later.unit.scale or first.number == later.number:
        return first.unit.scale != later.unit.scale
    long = min(printed_digits(first.number), printed_digits(later.number)) >= _COARSE
    return long and any(
        round_half_up(first.number.scaleb(power), later.decimals) == later.number for power in (-8, -4, 4, 8)
    )


def _rounded(reading: Reading) -> Iterator[Proposal]:
    facts = [fact for fact in facts_of(reading) if _is_amount(fact.token)]
    facts.sort(key=lambda fact: fact.token.index)
    coarse = [fact for fact in facts if fact.token.unit.scale > 1]
    wanted: dict[tuple[str, Decimal], set[Decimal]] = defaultdict(set)
    for fact in coarse:
        if printed_digits(fact.token.number) >= _COARSE:
            wanted[_counted(fact.token), _step(fact.token)].add(fact.token.value)
    by_rounded: dict[tuple[str, Decimal, Decimal], list[Fact]] = defaultdict(list)
    for fact in facts:
        own, counted = _step(fact.token), _counted(fact.token)
        for (things, step), values in wanted.items() if not fact.token.approximate else ():
            if things == counted and own < step and (value := _rounded_to(fact.token, step)) in values:
                by_rounded[counted, step, value].append(fact)
    for fact in coarse:
        key = (_counted(fact.token), _step(fact.token), fact.token.value)
        for other in by_rounded.get(key, ())[:_MOST]:
            if other.token.unit.scale == fact.token.unit.scale or other.block == fact.block:
                continue
            if fact.token.cell is not None and other.token.cell is not None:
                continue  # of two tables
            shared = not other.named or shared_words(fact.name, other.name) >= _SHARED
            shared = shared or shared_words(_clause(fact.token), _clause(other.token)) >= _SHARED
            shared = shared or _are_of_one_thing(reading, fact.token, other.token)
            shared = shared or (fact.role == other.role and _is_whole(fact) and _is_whole(other))
            shared = shared or printed_digits(fact.token.number) >= _SURE
            if shared or (other.row is not None and other.row.names_total):
                first, later = sorted((fact.token, other.token), key=lambda token: token.index)
                yield Proposal((_equal(first, later),), asserted=False)
                break


def _is_whole(fact: Fact) -> bool:
    """Whether it says no more than that it is all: 总支出, 支出合计."""
    return is_generic(fact.name) or is_generic(label_of(_clause(fact.token)) or fact.name)


def _clause(token: Token) -> str:
    return _CLAUSE.split(token.lead)[-1]


def _are_of_one_thing(reading: Reading, coarse: Token, fine: Token) -> bool:
    """Whether the clauses of two counts, or their paragraphs' heads, share a word: 31.2万余名老年人."""
    if coarse.unit.kind != "count" or coarse.cell is not None or fine.cell is not None:
        return False
    one, other = of_text(reading, coarse), of_text(reading, fine)
    return bool((one.near & (other.near | other.far)) | (other.near & one.far))


def _is_amount(token: Token) -> bool:
    """An amount of money or a count; an approximate one can be the coarser of two only."""
    known = (token.unit.kind in ("yuan", "count") or _is_of_yuan(token)) and token.number != 0
    return known and (not token.approximate or token.unit.scale > 1)


def _counted(token: Token) -> str:
    """What two figures must both tell: money, or things counted by one word."""
    return token.unit.word.replace("名", "人") if token.unit.kind == "count" else "yuan"


def _is_of_yuan(token: Token) -> bool:
    """Whether a cell without unit prints yuan and cents."""
    bare = token.unit.kind == "number" and token.decimals == _CENTS
    return bare and printed_digits(token.number) >= _BARE


def _step(token: Token) -> Decimal:
    return token.unit.step(token.decimals)


def _rounded_to(token: Token, step: Decimal) -> Decimal:
    return round_half_up(token.value / step, 0) * step


def _equal(first: Token, later: Token) -> Relation:
    told, again = (quantity(one, unit_of("元") if _is_of_yuan(one) else None) for one in (first, later))
    return compared(KIND, again, "=", told, role=later.role or first.role)
