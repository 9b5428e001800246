"""Intervals enclose what was printed and what is computed from it; their ends are half-open as printed."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jixiao.core.interval import Interval, decimal, round_half_up

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=6)
places = st.integers(min_value=0, max_value=5)


def inside(value: Fraction, interval: Interval) -> bool:
    low, high = Fraction(interval.low), Fraction(interval.high)
    above = low < value or (low == value and not interval.low_open)
    below = value < high or (value == high and not interval.high_open)
    return above and below


@given(amounts, places)
def test_a_printed_number_stands_for_what_was_rounded_to_it(value: Decimal, decimals: int) -> None:
    assert value in Interval.printed(round_half_up(value, decimals), decimals)


@given(amounts, places)
def test_it_stands_for_nothing_that_rounds_to_another_number(value: Decimal, decimals: int) -> None:
    other = round_half_up(value, decimals) + Decimal(1).scaleb(-decimals)
    assert value not in Interval.printed(other, decimals)


@given(amounts, places)
def test_a_cut_off_number_stands_for_what_was_cut(value: Decimal, decimals: int) -> None:
    cut = Decimal(int(value.scaleb(decimals))).scaleb(-decimals)
    assume(cut != 0 or value >= 0)  # zero has no sign left
    assert value in Interval.truncated(cut, decimals)


@given(amounts, amounts, places, places)
def test_sum_difference_and_product_enclose(a: Decimal, b: Decimal, d: int, e: int) -> None:
    x, y = Interval.printed(round_half_up(a, d), d), Interval.printed(round_half_up(b, e), e)
    first, second = Fraction(a), Fraction(b)
    assert inside(first + second, x + y)
    assert inside(first - second, x - y)
    assert inside(first * second, x * y)
    assert inside(-first, -x)


@given(amounts, amounts, places)
def test_the_quotient_encloses(a: Decimal, b: Decimal, decimals: int) -> None:
    divisor = Interval.printed(round_half_up(b, decimals), decimals)
    assume(not divisor.low <= 0 <= divisor.high)
    quotient = Interval.printed(round_half_up(a, decimals), decimals) / divisor
    wider = Interval(
        quotient.low - Decimal("1e-40"), quotient.high + Decimal("1e-40")
    )  # 60 digits, not endless
    assert inside(Fraction(a) / Fraction(b), wider)


def test_a_divisor_that_may_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        Interval.exact(Decimal(1)) / Interval.printed(Decimal(0), 2)


def test_neighbouring_figures_do_not_meet() -> None:
    low, high = Interval.printed(Decimal("29.85"), 2), Interval.printed(Decimal("29.86"), 2)
    assert not low.meets(high)
    assert not high.meets(low)
    assert low.meets(low)


def test_closed_ends_meet_and_open_ones_do_not() -> None:
    left, right = Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), Decimal(3))
    assert left.meets(right)
    assert right.meets(left)
    assert not Interval(Decimal(1), Decimal(2), high_open=True).meets(right)
    assert not right.meets(Interval(Decimal(1), Decimal(2), high_open=True))
    assert not left.meets(Interval(Decimal(4), Decimal(5)))
    assert not Interval(Decimal(4), Decimal(5)).meets(left)


def test_negative_and_zero_figures_are_open_at_their_own_ends() -> None:
    minus = Interval.printed(Decimal("-1.2"), 1)
    assert Decimal("-1.25") not in minus
    assert minus.low_open
    assert not minus.high_open
    zero = Interval.printed(Decimal(0), 0)
    assert zero.low_open
    assert zero.high_open


def test_scaling_keeps_the_open_end() -> None:
    scaled = Interval.printed(Decimal("35.32"), 2).scaled(Decimal(10000))
    assert scaled == Interval(Decimal(353150), Decimal(353250), high_open=True)


@pytest.mark.parametrize("wrong", ["NaN", "Infinity", "sNaN", "twelve", ""])
def test_what_is_no_finite_number_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        decimal(wrong)


@pytest.mark.parametrize("wrong", ["1e999999999", "-1E+41", "1e-999999999", "0e999999999", "9" * 42])
def test_numbers_that_would_fill_the_memory_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="beyond 10\\^40"):
        decimal(wrong)
    assert decimal("1e40") == 10**40


def test_floats_are_refused_and_exact_numbers_are_not() -> None:
    with pytest.raises(TypeError, match="not exact"):
        decimal(0.1)  # type: ignore[arg-type]
    assert decimal("1.50") == decimal(Decimal("1.5"))
    assert decimal(3) == 3


@pytest.mark.parametrize(("value", "rounded"), [("0.125", "0.13"), ("-0.125", "-0.13"), ("2.994", "2.99")])
def test_halves_go_away_from_zero(value: str, rounded: str) -> None:
    assert round_half_up(Decimal(value), 2) == Decimal(rounded)
