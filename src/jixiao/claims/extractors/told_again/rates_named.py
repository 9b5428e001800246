"""One rate of one name in text and in a table: 居民满意度92.1%, and 90.8% in the row of that indicator.

Two figures that agree are one fact. They contradict each other where the name tells one value in the text
and one in the tables, nothing says that they are of two times, and a slip of the pen sets them apart; of
satisfaction and of names that are wholly the same, any gap does. Satisfaction told alone in a summary is that
of the survey whose answers give it (满意473份，满意度94.6%), where words of both are the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import TYPE_CHECKING

from jixiao.claims.reading.again import is_cut_and_rounded
from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.named_rates import NamedRate, tabled_rates, thing_of, told_rates
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, may_be_rate, relation
from jixiao.core.digits import printed_digits

if TYPE_CHECKING:
    from decimal import Decimal

KIND = "restated"
_TELLING = 3
"""Characters of a thing, or digits of a rate."""
_LONG = 4
_SHORTEST = 2
_MANY = 400
_ASKED = re.compile(r"(?:综合|总体|平均|问卷)*满意[度率]$")


def extract(reading: Reading) -> Iterator[Proposal]:
    """Each rate of the tables against those of the text that bear its name."""
    texts = told_rates(reading)
    told = [one for one in texts if not one.listed]
    yield from _of_all(told, reading)
    yield from _of_surveys(texts, reading)
    tabled = [*tabled_rates(reading), *(one for one in texts if one.listed)]
    if not tabled or not told or len(tabled) > _MANY:
        return
    of_thing: dict[tuple[str, str], list[NamedRate]] = defaultdict(list)
    ending: dict[str, list[NamedRate]] = defaultdict(list)
    for one in told:
        if one.rate:
            of_thing[thing_of(one.name, one.rate), one.rate].append(one)
        ending[one.name[-_SHORTEST:]].append(one)
    values = {(one.token.number, one.name[-_SHORTEST:]) for one in told}
    shown = {one.token.number for one in tabled}
    rows = [one for one in tabled if not one.rate]
    rated: dict[tuple[str, str], set[Decimal]] = defaultdict(set)
    for one in tabled:
        rated[thing_of(one.name, ""), one.rate].add(one.token.number)
    for one in tabled:
        if one.rate:
            thing = thing_of(one.name, "")
            if len(rated[thing, one.rate]) > 1:
                continue  # two rows of one name: of two things, or of two times
            same = of_thing.get((thing, one.rate), ()) if len(thing) >= _SHORTEST else ()
            yield from _compared(one, same, sure=len(thing) >= _LONG)
            continue
        alike = [text for text in ending.get(one.name[-_SHORTEST:], ()) if _may_be(one, text)]
        alone = sum(_may_be(other, text) for text in alike[:1] for other in rows) == 1
        free = (one.token.number, one.name[-_SHORTEST:]) not in values
        free = free and not any(text.token.number in shown for text in alike)
        yield from _compared(one, alike, sure=alone and free)


def _of_all(told: Sequence[NamedRate], reading: Reading) -> Iterator[Proposal]:
    """支出率83.07%, 总体支出率83.07%, and that of the row 合计: one rate of all, where long figures agree."""
    totals = [
        NamedRate(token, row.label, "all", row)
        for table in reading.tables
        for row in table.rows
        if row.names_total
        for c, token in row.tokens.items()
        if c in row.columns and row.columns[c].role == "rate" and token.unit.kind == "percent"
    ]
    plain = [one for one in told if one.rate and len(thing_of(one.name, one.rate)) <= _SHORTEST]
    first = {one.token.number: one.token for one in [*totals, *plain][::-1]}
    for one in sorted([*plain, *totals], key=lambda one: one.token.index):
        before = first[one.token.number]
        if before is not one.token and printed_digits(one.token.number) >= _LONG:
            yield Proposal(
                (relation(KIND, "equal", one.token, [(before, "rate")], role="rate"),), asserted=False
            )


def _of_surveys(told: Sequence[NamedRate], reading: Reading) -> Iterator[Proposal]:
    """患者满意度95.6% at first, and 患者：…满意473份，满意度94.6%: one slip apart; no other survey has it."""
    surveys = [one for one in told if "满意" in one.name]
    proved, alone = [], []
    for one in surveys if len(surveys) > 1 else ():
        paragraph = reading.paragraph_of(one.token.block.index)
        tokens = paragraph.tokens if paragraph is not None else ()
        counts = [
            token for token in tokens if token.sentence == one.token.sentence and token.unit.kind == "count"
        ]
        if not counts:
            alone.append(one)
        elif any(may_be_rate(one.token, *pair) for pair in permutations(counts, 2)):
            proved.append(one)
    values = [one.token.number for one in surveys]
    for one in alone:
        thing = _ASKED.sub("", one.name)
        pieces = {thing[at : at + _SHORTEST] for at in range(len(thing) - 1)}
        its = [other for other in proved if not pieces or any(piece in other.where for piece in pieces)]
        if len(its) == 1 and values.count(one.token.number) == 1 and not one.timed:
            later, first = sorted((one.token, its[0].token), key=lambda token: -token.index)
            if a_slip_apart(first, later, _TELLING) and not is_cut_and_rounded(first, later):
                yield Proposal((relation(KIND, "equal", later, [(first, "rate")], role="rate"),))


def _may_be(row: NamedRate, text: NamedRate) -> bool:
    """Whether a rate of the text may be that of a row: called the same, or by its end where told of it."""
    if row.name == text.name:
        return True
    if not row.name.endswith(text.name) and not text.name.endswith(row.name):
        return False
    longer, shorter = sorted((row.name, text.name), key=len, reverse=True)
    rest = longer[: -len(shorter)]
    if longer is text.name:
        return len(shorter) >= _TELLING
    if row.name != text.name and not thing_of(rest, ""):
        return bool(text.rate)  # 预算执行率, 资金执行率
    pieces = [rest[at : at + _TELLING] for at in range(max(len(rest) - _TELLING + 1, 1))]
    return any(piece in text.where for piece in pieces)


def _compared(row: NamedRate, told: Sequence[NamedRate], *, sure: bool) -> Iterator[Proposal]:
    """What agrees holds; the only other value, where nothing tells it of another time, contradicts."""
    values = {one.token.number for one in told}
    for one in told:
        later, first = sorted((one.token, row.token), key=lambda token: -token.index)
        made = relation(KIND, "equal", later, [(first, first.role)], role="rate")
        if one.token.number == row.token.number:
            yield Proposal((made,), asserted=False)
        elif sure and len(values) == 1 and not one.timed and not is_cut_and_rounded(one.token, row.token):
            exact = row.name == one.name and (len(row.name) > _LONG or "满意" in row.name)
            slip = a_slip_apart(first, later, _TELLING)
            if slip or (exact and not one.rate and printed_digits(row.token.number) >= _TELLING):
                yield Proposal((made,))
