"""A chart against the sentence that tells its figures: the parts of a structure, this year beside the last.

A chart has one figure for each name: where a sentence tells the same names and some figures agree, all must.
Where last year's figure is what the sentence's amount and change leave, this year's is that amount.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jixiao.claims.reading.document import Reading
from jixiao.claims.reading.items import key_of
from jixiao.claims.reading.nearmiss import a_slip_apart
from jixiao.claims.reading.proposal import Proposal, relation
from jixiao.core.digits import significant_digits

if TYPE_CHECKING:
    from jixiao.claims.reading.statements import Statement
    from jixiao.claims.reading.tables.table import TableReading
    from jixiao.claims.reading.tokens import Token

KIND = "restated"
_YEAR = re.compile(r"((?:19|20)\d\d)年?度?")
_FEWEST = 2
"""Names that a chart and a sentence share, or years that a chart shows."""
_TELLING, _SURE = 3, 5
"""Digits of a figure that shows which sentence is meant: beside a name, and without one."""
_Told = dict[str, "Token"]


def extract(reading: Reading) -> Iterator[Proposal]:
    """Figures of each chart against the sentences of the text."""
    charts = [table for table in reading.tables if table.block.kind == "chart"]
    if not charts:
        return
    sentences = _sentences(reading)
    changed = list(_changed(reading.statements))
    for chart in charts:
        shown = _shown(chart)
        if shown:
            yield from _of_names(shown, sentences)
        for years in _by_year(chart):
            yield from _of_years(years, changed)


def _sentences(reading: Reading) -> list[_Told]:
    """The amounts of each sentence that tells several, by their names."""
    found: dict[tuple[int, int], _Told] = defaultdict(dict)
    for one in reading.statements:
        if one.table is None and one.label and one.main is not None and not one.main.approximate:
            found[one.block, one.sentence].setdefault(key_of(one.label), one.main)
    return [told for told in found.values() if len(told) >= _FEWEST]


def _changed(statements: "Sequence[Statement]") -> "Iterator[tuple[Token, Token]]":
    """Amounts and their changes; that of a change alone is the one told before it in its paragraph."""
    before: tuple[int, Token] | None = None
    for one in statements:
        change = one.roles.get("change")
        if one.main is not None:
            before = one.block, one.main
        if change is not None and change.direction and before is not None and before[0] == one.block:
            yield before[1], change


def _shown(chart: "TableReading") -> _Told:
    """The figures of a chart that has one for each name; of any other, nothing."""
    if any(len(row.tokens) != 1 or not row.label or _YEAR.fullmatch(row.label) for row in chart.rows):
        return {}
    shown = {key_of(row.label): token for row in chart.rows for token in row.tokens.values()}
    return shown if _FEWEST <= len(shown) == len(chart.rows) else {}


def _of_names(shown: _Told, sentences: list[_Told]) -> Iterator[Proposal]:
    """By the sentence that most figures of a chart agree with."""
    best = max(sentences, key=lambda told: _agreed(shown, told), default={})
    if not _agreed(shown, best):
        return
    for name, token in shown.items():
        told = best.get(name)
        if told is None or told.unit.kind != token.unit.kind:
            continue
        first, later = sorted((told, token), key=lambda one: one.index)
        equal = first.value == later.value
        if equal or a_slip_apart(first, later, _TELLING):
            made = relation(KIND, "equal", later, [(first, first.role)], role="main")
            yield Proposal((made,), asserted=not equal)


def _agreed(shown: _Told, told: _Told) -> int:
    """How many telling figures agree, of names that a sentence shares at least two of."""
    shared = shown.keys() & told.keys()
    if len(shared) < _FEWEST:
        return 0
    return sum(
        shown[name].value == told[name].value and significant_digits(told[name].number) >= _TELLING
        for name in shared
    )


def _by_year(chart: "TableReading") -> Iterator[dict[int, "Token"]]:
    """For each thing that a chart shows its figures by year."""
    found: dict[str, dict[int, Token]] = defaultdict(dict)
    for row in chart.rows:
        named = next((match for text in row.texts.values() if (match := _YEAR.fullmatch(text.strip()))), None)
        for column, token in row.tokens.items():
            head = row.columns.get(column)
            year = int(named[1]) if named is not None else head.year if head is not None else None
            if year is not None and token.unit.kind == "yuan":
                name = "" if _YEAR.fullmatch(row.label) else row.label
                found[name if named is not None else row.label].setdefault(year, token)
    yield from (years for years in found.values() if len(years) >= _FEWEST)


def _of_years(years: dict[int, "Token"], changed: list[tuple["Token", "Token"]]) -> Iterator[Proposal]:
    """This year's figure, where last year's is what an amount and its change leave."""
    now = max(years)
    if now - 1 not in years or significant_digits(years[now - 1].number) < _SURE:
        return
    base, main = years[now - 1], years[now]
    for told, change in changed:
        if told.value - change.direction * change.value != base.value:
            continue
        equal = told.value == main.value
        if equal or a_slip_apart(told, main, _TELLING):
            made = relation(KIND, "equal", main, [(told, "main")], role="main")
            yield Proposal((made,), asserted=not equal)
            return
