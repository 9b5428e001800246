"""Rows of percentages over two rows of amounts: found as by trying all pairs, with work linear in the rows."""

import sys
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.support import form

from jixiao.claims.reading.document import read_document
from jixiao.claims.reading.tables.percent_rows import _KINDS, _best, _matches, row_patterns
from jixiao.claims.reading.tables.rate_columns import telling
from jixiao.claims.reading.tables.table import Row, TableReading


def table(rows: list[list[str]]) -> TableReading:
    (found,) = read_document(form([["年度", "甲", "乙", "丙"], *rows])).tables
    return found


def tried(row: Row, others: list[Row]) -> tuple[str, Row, Row] | None:
    """The pair by trying all."""
    columns = [c for c, token in row.tokens.items() if telling(token)]
    best: tuple[int, str, Row, Row] | None = None
    for a, b in permutations(others, 2):
        for kind, formula in _KINDS:
            hits = sum(_matches(row, a, b, c, formula) for c in columns)
            if hits >= 2 and hits * 10 >= len(columns) * 6 and (best is None or hits > best[0]):
                best = (hits, kind, a, b)
    return best[1:] if best is not None else None


amounts = st.lists(
    st.lists(st.integers(-30, 300), min_size=3, max_size=3), min_size=2, max_size=7, unique_by=tuple
)


@settings(max_examples=150, deadline=None)
@given(amounts, st.data())
def test_the_pair_is_that_of_trying_all(figures: list[list[int]], data: st.DataObject) -> None:
    a, b = data.draw(st.permutations(range(len(figures))))[:2]
    growth = data.draw(st.booleans())
    rates = [
        (Decimal(now) / base - growth) * 100 if base else Decimal(7)
        for now, base in zip(figures[a], figures[b], strict=True)
    ]
    shaken = data.draw(st.sampled_from([(0, 0, 0), (0, 3, 0), (5, 0, 1)]))
    told = [f"{rate + by:.1f}%" for rate, by in zip(rates, shaken, strict=True)]
    rows = [[f"{2000 + at}年", *map(str, row)] for at, row in enumerate(figures)]
    *others, last = table([*rows, ["升降", *told]]).rows
    tokens = {c: token for c, token in last.tokens.items() if telling(token)}
    if len(tokens) > 1:
        assert _best(last, tokens, others) == tried(last, others)


def test_growth_over_the_two_years_above() -> None:
    rows = [["2022年", "100", "200", "400"], ["2023年", "110", "250", "300"], ["增长", "10%", "25%", "-25%"]]
    found = [(kind, int(now.number), int(base.number)) for kind, _, now, base in row_patterns(table(rows))]
    assert found == [("growth", 110, 100), ("growth", 250, 200), ("growth", 300, 400)]


def rows_of(count: int) -> Iterator[list[str]]:
    """Amounts and percentages in turn that have nothing to do with each other."""
    for number in range(count):
        seed = 7_919 * (number + 1)
        if number % 3:
            yield [f"{number}项", *(f"{seed * by % 9_973 + 1}" for by in (3, 5, 11))]
        else:
            yield [f"{number}率", *(f"{seed * by % 997 / 10:.1f}%" for by in (3, 5, 11))]


def calls(count: int) -> int:
    """How many functions are called for a table of so many rows: work without a clock."""
    whole = table([*rows_of(count)])
    calls = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        for _ in row_patterns(whole):
            pass
    finally:
        sys.setprofile(before)
    return calls


def test_the_work_is_linear_in_the_rows() -> None:
    assert calls(600) < 2.5 * calls(300)
