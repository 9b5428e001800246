"""Changes that name both years of figures told before, in any unit: 2022年任务比2021年多1.4万亩."""

import re
from collections.abc import Iterator, Sequence

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.nearmiss import near_miss
from jixiao.claims.reading.proposal import relation
from jixiao.claims.reading.statements import Statement
from jixiao.claims.reading.tokens import Token
from jixiao.claims.sums.comparisons import DOWN, UP, like
from jixiao.core.claim import Relation, decide

_BOTH = re.compile(
    rf"(?P<now>20\d\d)\s?年度?[^，,。；;\d]{{0,10}}(?:比|较)(?P<prior>20\d\d)\s?年度?[^，,。；;\d]{{0,8}}?"
    rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|出|约|额)*\s*$"
)
_YEAR = re.compile(r"(20\d\d)\s?年")
_REACH = 16


def of_both_years(reading: Reading) -> Iterator[Relation]:
    """The difference of the two, each told once for its year in the paragraph before the change."""
    for position, own in enumerate(reading.statements):
        change = own.roles.get("change")
        if change is None or own.table is not None or own.main is not None or change.approximate:
            continue
        found = _BOTH.search(change.lead)
        if found is None:
            continue
        told = _by_year(reading.statements[max(position - _REACH, 0) : position], own, change)
        ends = [told.get(int(found[name]), []) for name in ("now", "prior")]
        if all(len({t.value for t in end}) == 1 for end in ends):
            pair = [(ends[0][0], "outturn"), (ends[1][0], "prior")]
            made = relation("difference", "difference", change, pair if found["up"] else pair[::-1])
            if decide(made).holds or near_miss(made):
                yield made


def _by_year(before: Sequence[Statement], own: Statement, change: Token) -> dict[int, list[Token]]:
    """The amounts of the paragraph by their years; a list under several years has one for each."""
    told: dict[int, list[Token]] = {}
    groups: dict[int, list[Statement]] = {}
    for statement in before:
        if statement.block != own.block or statement.amount is None or not like(statement.amount, change):
            continue
        if statement.group >= 0:
            groups.setdefault(statement.group, []).append(statement)
        elif statement.period is not None:
            told.setdefault(statement.period, []).append(statement.amount)
    for members in groups.values():
        years = [int(year) for year in _YEAR.findall(members[0].lead)]
        if len(years) == len(members):
            for year, member in zip(years, members, strict=True):
                if member.amount is not None:
                    told.setdefault(year, []).append(member.amount)
    return told
