"""Figures of one thing year by year: the rows and columns of tables of years, and the years of a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from jixiao.claims.reading.document import Paragraph, Reading
from jixiao.claims.reading.once import once
from jixiao.claims.reading.tables.table import TableReading
from jixiao.claims.reading.tokens import Token

YEAR = re.compile(r"((?:19|20)\d\d)\s?年?")
_OF_ONE_YEAR = re.compile(
    r"(?:^|[，,、；;:：和及])\s*(?:其中|而|到|至)?((?:19|20)\d\d)\s?年度?(?:实际|决算|分别)?(?:为|是|达|达到|完成|支出|收入)?\s*$"
)
_RANGE = re.compile(r"((?:19|20)\d\d)\s?年?\s?(?:至|到|-|—+|－|~|～)\s?((?:19|20)\d\d)\s?年")
_YEARS = re.compile(r"(?:(?:19|20)\d\d\s?年?(?:度)?[、和及与,，]\s?)+(?:19|20)\d\d\s?年")
_RESPECTIVELY = re.compile(r"分别")
_BRACKET = re.compile(r"\([^()]*\)|（[^（）]*）")
_NO_AMOUNTS = frozenset(("change", "growth", "share", "rate", "index", "full", "score"))
_FEWEST = 2
"""Years that make a series."""


@dataclass(frozen=True, slots=True)
class Series:
    """What a thing came to in several years."""

    name: str
    years: Mapping[int, Token]


@once
def tabled_years(reading: Reading) -> list[Series]:
    """The things of the tables that tell several years, either way up."""
    found: list[Series] = []
    for table in reading.tables:
        found.extend(_down(table))
        found.extend(_beside_last_year(table, reading.year))
        found.extend(_across(table))
    return found


def _down(table: TableReading) -> Iterator[Series]:
    """Rows of things below headers of years: each kind of header (预算, 决算) is a series of its own."""
    for row in table.rows:
        told: dict[str, dict[int, Token]] = defaultdict(dict)
        for c, token in row.tokens.items():
            column = row.columns.get(c)
            if column is None or column.year is None or column.role in _NO_AMOUNTS:
                continue
            if token.unit.kind != "percent" and token.number:
                told[YEAR.sub("", column.header)].setdefault(column.year, token)
        for years in told.values():
            if len(years) >= _FEWEST:
                yield Series(core_of(row.label), years)


def _beside_last_year(table: TableReading, year: int | None) -> Iterator[Series]:
    """Rows with a column of this year and one of the year before: 本年累计 | 上年同期."""
    for row in table.rows if year is not None else ():
        columns = {c: row.columns[c] for c in row.tokens if c in row.columns}
        bases = [c for c, column in columns.items() if column.role == "base" and column.year is None]
        mains = [c for c, column in columns.items() if column.role == "main" and column.year is None]
        mains = mains or [c for c, column in columns.items() if not column.role and column.year is None][:1]
        if len(bases) == len(mains) == 1 and year is not None:
            now, then = row.tokens[mains[0]], row.tokens[bases[0]]
            if now.unit == then.unit and now.unit.kind != "percent" and then.number > 0:
                yield Series(core_of(row.label), {year: now, year - 1: then})


def _across(table: TableReading) -> Iterator[Series]:
    """Columns of things beside labels of years."""
    told: dict[str, dict[int, Token]] = defaultdict(dict)
    for row in table.rows:
        named = YEAR.fullmatch(row.label.strip())
        for c, token in row.tokens.items() if named is not None else ():
            column = row.columns.get(c)
            if column is None or column.role in _NO_AMOUNTS - {"rate"} or token.unit.kind == "percent":
                continue
            if named is not None and token.number:
                told[core_of(column.header.rsplit("/", 1)[-1])].setdefault(int(named[1]), token)
    for name, years in told.items():
        if len(years) >= _FEWEST:
            yield Series(name, years)


def core_of(name: str) -> str:
    """A name without its unit in brackets, its mark and blanks."""
    return re.sub(r"\s|^[\d一二三四五六七八九十]+[.、]|[“”\"]", "", _BRACKET.sub("", name))


def told_years(paragraph: Paragraph) -> Iterator[tuple[int, Mapping[int, Token]]]:
    """By sentence: 2017年A，2018年B，2019年C; 2017—2019年总支出分别为A、B和C."""
    if YEAR.search(paragraph.text) is None:
        return
    for sentence, group in groupby(paragraph.tokens, key=lambda token: token.sentence):
        tokens = [token for token in group if token.unit.kind in ("yuan", "count", "number")]
        for run in (_one_by_one(tokens), *_in_order(paragraph, tokens)):
            units = {token.unit.name for token in run.values()}
            if len(run) >= _FEWEST and len(units) == 1:
                yield sentence, run


def _one_by_one(tokens: list[Token]) -> dict[int, Token]:
    """Each with its year; none where one year is told twice."""
    run: dict[int, Token] = {}
    for token in tokens:
        found = _OF_ONE_YEAR.search(token.lead)
        if found is not None and token.role in ("main", "plan", "base"):
            if int(found[1]) in run:
                return {}
            run[int(found[1])] = token
    return run


def _in_order(paragraph: Paragraph, tokens: list[Token]) -> Iterator[dict[int, Token]]:
    for at, token in enumerate(tokens):
        if _RESPECTIVELY.search(token.lead) is None:
            continue
        years = years_named(token.lead)
        members = [token]
        for later in tokens[at + 1 :]:
            between = paragraph.text[members[-1].end : later.start]
            if between.strip() not in ("、", "和", "，", ",", "及", "与") or later.unit != token.unit:
                break
            members.append(later)
        if len(years) == len(members) >= _FEWEST:
            yield dict(zip(years, members, strict=True))


def years_named(words: str) -> list[int]:
    """The years of a range or of a list of years, the last told; none where the words name but one."""
    ranges = list(_RANGE.finditer(words))
    if ranges:
        first, last = int(ranges[-1][1]), int(ranges[-1][2])
        return list(range(first, last + 1)) if first < last < first + 20 else []
    lists = list(_YEARS.finditer(words))
    return [int(year) for year in YEAR.findall(lists[-1].group())] if lists else []
