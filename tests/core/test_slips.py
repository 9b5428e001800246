"""Slips of the pen: what one damage makes of a figure, and which explains a failing sum."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.making import PERCENT, WAN, YUAN, Figures, relation

from jixiao.core.quantity import Unit
from jixiao.core.slips import altered, edits, mends, one_slip_apart, replaced, slip


@pytest.mark.parametrize(
    ("printed", "meant", "error_type"),
    [
        ("1253.40", "1235.40", "transposed_digits"),
        ("12.53", "15.23", "transposed_digits"),
        ("367.71", "376.71", "transposed_digits"),
        ("1235.41", "1235.40", "wrong_digit"),
        ("1009", "100", "extra_digit"),
        ("135.40", "1235.40", "missing_digit"),
        ("12.35", "1235", "shifted_point"),
        ("-3.21", "-3.12", "transposed_digits"),
        ("15", "150000", "wrong_unit"),
    ],
)
def test_each_damage_is_undone(printed: str, meant: str, error_type: str) -> None:
    found = dict(edits(Figures().figure(printed)))
    assert found[Decimal(meant)] == error_type


def test_no_edit_is_the_figure_itself_or_badly_written() -> None:
    quantity = Figures().figure("10.50")
    numbers = [number for number, _ in edits(quantity)]
    assert quantity.number not in numbers
    assert Decimal("1.50") in numbers  # a digit too many
    assert all(number >= 0 for number in numbers)
    assert list(edits(Figures().figure("5")))


def test_a_percentage_has_no_other_unit_of_money() -> None:
    assert "wrong_unit" not in {error_type for _, error_type in edits(Figures().figure("12.5", PERCENT))}


@pytest.mark.parametrize(
    ("printed", "unit", "meant"),
    [
        ("1.53", WAN, {"15300", "0.000153"}),  # 亿元 and 元
        ("1.5328", WAN, {"15328"}),  # no fraction of a fen in 元
        ("153", YUAN, {"1530000", "15300000000"}),  # nothing below 元
    ],
)
def test_a_unit_slips_only_where_the_digits_remain_an_amount(
    printed: str, unit: Unit, meant: set[str]
) -> None:
    quantity = Figures().figure(printed, unit)
    found = {number for number, error_type in edits(quantity) if error_type == "wrong_unit"}
    assert found == {Decimal(number) for number in meant}
    assert one_slip_apart(quantity, Decimal(printed).scaleb(4))
    assert not one_slip_apart(quantity, Decimal(printed).scaleb(-8))


@given(st.integers(100, 999_999), st.data())
def test_an_exchange_is_always_undone(number: int, data: st.DataObject) -> None:
    text = str(number)
    at = data.draw(st.integers(0, len(text) - 2))
    damaged = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if damaged != text and damaged[0] != "0":
        assert Decimal(number) in [edit for edit, _ in edits(Figures().figure(damaged))]


@given(st.decimals(0, 99_999, places=2), st.decimals(0, 99_999, places=2), st.data())
def test_one_slip_apart_tells_what_the_edits_are(
    figure: Decimal, other: Decimal, data: st.DataObject
) -> None:
    quantity = Figures().figure(f"{figure:.{data.draw(st.integers(0, 2))}f}")
    numbers = {number for number, _ in edits(quantity)}
    assert one_slip_apart(quantity, data.draw(st.sampled_from(sorted(numbers))))
    if other != quantity.number:
        assert one_slip_apart(quantity, other) == (other in numbers)


def test_the_slip_of_a_sum_is_found() -> None:
    figures = Figures()
    parts = [figures.figure(text) for text in ("645.64", "143.80", "367.71", "44.59")]
    found = slip(relation("sum", figures.figure("1210.74"), parts))
    assert found is not None
    assert found.error_type in ("transposed_digits", "wrong_digit")
    total = slip(
        relation("sum", figures.figure("2153.4"), [figures.figure("1000.4"), figures.figure("235.0")])
    )
    assert total is None


def test_the_slip_of_a_difference_is_found() -> None:
    figures = Figures()
    found = slip(
        relation("difference", figures.figure("114.25"), [figures.figure("367.25"), figures.figure("226.00")])
    )
    assert found is not None
    assert (found.number, found.error_type) == (Decimal("141.25"), "transposed_digits")
    third = slip(
        relation(
            "difference",
            figures.figure("1"),
            [figures.figure("36"), figures.figure("202.00"), figures.figure("9")],
        )
    )
    assert third is None


def test_rates_and_short_figures_have_no_slip() -> None:
    figures = Figures()
    rate = relation("quotient", figures.figure("100.1", PERCENT), [figures.figure("5"), figures.figure("7")])
    assert slip(rate) is None
    assert slip(relation("sum", figures.figure("9"), [figures.figure("5"), figures.figure("7")])) is None


def test_zero_parts_are_exact() -> None:
    figures = Figures()
    found = slip(relation("sum", figures.figure("132"), [figures.figure("0.000"), figures.figure("123")]))
    assert found is not None
    assert found.number == 123


def test_a_slipped_unit_keeps_the_digits() -> None:
    quantity = Figures().figure("15.00", YUAN)
    right = altered(quantity, Decimal(150000), "wrong_unit")
    assert right.interval() == Figures().figure("15.00", WAN).interval()


def test_an_altered_figure_has_the_decimals_of_its_number() -> None:
    assert altered(Figures().figure("12.5"), Decimal("12.53")).decimals == 2
    assert altered(Figures().figure("12.53"), Decimal("12.5")).decimals == 2


def test_a_change_mends_what_it_makes_hold() -> None:
    figures = Figures()
    a, b, total = figures.figure("1.20"), figures.figure("2.20"), figures.figure("3.30")
    broken = relation("sum", total, [a, b])
    assert mends(broken, a, Decimal("1.10"))
    assert mends(broken, total, Decimal("3.40"))
    assert not mends(broken, b, Decimal("2.00"))
    assert replaced(broken, b, Decimal(2)).operands[0].quantity == a
