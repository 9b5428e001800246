"""Sums without steps in between, and numbers as sentences show them."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jixiao.core.digits import plain
from jixiao.scoring.exact import add, add_decimals, percent, rounded, shown, terminating


@given(st.lists(st.fractions()))
def test_a_sum_of_fractions(values: list[Fraction]) -> None:
    assert add(values) == sum(values, Fraction(0))


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=9)))
def test_a_sum_of_decimals_is_exact(values: list[Decimal]) -> None:
    assert Fraction(add_decimals(values)) == sum(map(Fraction, values), Fraction(0))


@given(st.fractions() | st.builds(Fraction, st.integers(), st.sampled_from([1, 2, 8, 625, 10_000, 100_000])))
def test_all_digits_are_shown_where_there_are_at_most_four(value: Fraction) -> None:
    exact = terminating(value)
    if exact is not None and len(plain(exact).partition(".")[2]) <= 4:
        assert shown(value) == plain(exact)
    else:
        assert shown(value) == f"≈{plain(rounded(value, 4))}"
    assert percent(value) == f"{shown(value * 100)}%"
