"""Every formula solved for each of its figures gives back the figure that it was made with."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.core.making import LENGTHS, PERCENT, SCORE, WAN, Figures, constants_of, relation

from jixiao.core.claim import Relation
from jixiao.core.formulas import FORMULAS
from jixiao.core.interval import EXACT, round_half_up
from jixiao.solving.needed import needed

NAMES = sorted(FORMULAS.keys() - {"constant", "product"})
amounts = st.decimals(min_value=Decimal("0.5"), max_value=Decimal(999), places=2)


@pytest.mark.parametrize("name", NAMES)
@given(values=st.lists(amounts, min_size=3, max_size=3), years=st.integers(1, 5))
def test_the_figure_is_among_what_is_needed(name: str, values: list[Decimal], years: int) -> None:
    figures = Figures()
    unit = PERCENT if name in ("annual_rate", "progress") else WAN
    operands = [figures.figure(f"{value:f}", unit) for value in values[: LENGTHS.get(name, 2)]]
    constants = constants_of(name, years)
    value = FORMULAS[name].value([quantity.value for quantity in operands], constants)
    assume(value is not None)
    assert value is not None
    result = PERCENT if FORMULAS[name].divides else WAN
    shown = round_half_up(EXACT.divide(value, result.scale), 2)
    assume(shown != 0)
    made = relation(name, figures.figure(f"{shown:f}", result), operands, constants=constants)
    for quantity in figures.quantities:
        interval = needed(made, quantity.index)
        assert interval is None or interval.meets(quantity.interval())


def test_a_subtracted_figure_is_asked_for_as_printed() -> None:
    figures = Figures()
    a, b = figures.figure("5.00"), figures.figure("2.00")
    made = relation("sum", figures.figure("3.00"), [a, b], factors=(1, -1))
    interval = needed(made, b.index)
    assert interval is not None
    assert b.value in interval


def test_a_product_is_solved() -> None:
    figures = Figures()
    price, number = figures.figure("2.50"), figures.figure("4", SCORE)
    made = relation("product", figures.figure("10.00"), [price, number], constants=(Decimal(1),))
    interval = needed(made, price.index)
    assert interval is not None
    assert price.value in interval


def test_limits_ask_for_half_lines() -> None:
    figures = Figures()
    score = figures.figure("120", SCORE)
    below, above = needed(bounded(score, "≤"), score.index), needed(bounded(score, "≥"), score.index)
    assert below is not None
    assert above is not None
    assert Decimal(-5) in below
    assert Decimal(101) not in below
    assert Decimal(101) in above
    assert Decimal(5) not in above


def bounded(score: object, comparator: str) -> Relation:
    return relation("constant", score, (), comparator=comparator, constants=(Decimal(100),))  # type: ignore[arg-type]


def test_what_cannot_be_solved_is_not() -> None:
    figures = Figures()
    a, b, rate = figures.figure("5.00"), figures.figure("0.00"), figures.figure("0", PERCENT)
    assert needed(relation("sum", rate, [a, a]), a.index) is None
    assert needed(relation("sum", a, [a, b]), a.index) is None
    assert needed(relation("quotient", rate, [a, b]), b.index) is None
    assert needed(relation("equal", rate, [a], comparator="≤"), a.index) is None
    loss = figures.figure("-100", PERCENT)
    assert needed(relation("annual_rate", loss, [rate], constants=(Decimal(2),)), rate.index) is None
