"""Every formula: its value lies in its interval, a rounded result holds, one that is further off fails."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.core.making import LENGTHS, PERCENT, WAN, Figures, constants_of, relation

from jixiao.core.claim import Relation, decide
from jixiao.core.formulas import FORMULAS
from jixiao.core.interval import EXACT, Interval, round_half_up

RATES = {name for name, formula in FORMULAS.items() if formula.divides}
PRINTED = sorted(FORMULAS.keys() - {"constant", "product"})
amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(99999), places=2)
operand_lists = st.lists(amounts, min_size=3, max_size=3)
signed = st.decimals(min_value=-999, max_value=999, places=2)


@pytest.mark.parametrize("name", sorted(FORMULAS))
@given(values=st.lists(signed, min_size=3, max_size=3), years=st.integers(1, 9))
def test_the_value_lies_in_the_interval(name: str, values: list[Decimal], years: int) -> None:
    used = values[: LENGTHS.get(name, 2)]
    constants = constants_of(name, years)
    formula = FORMULAS[name]
    value = formula.value(used, constants)
    interval = formula.interval([Interval.printed(number, 2) for number in used], constants)
    if value is None:
        assert interval is None or name.startswith("annual")
    elif interval is not None:
        room = abs(value) * Decimal("1e-50")  # a closed end of an endless quotient
        assert interval.low - room <= value <= interval.high + room


@pytest.mark.parametrize("name", sorted(name for name, formula in FORMULAS.items() if formula.adds))
@given(values=st.lists(st.tuples(signed, st.booleans()), min_size=3, max_size=3), years=st.integers(1, 9))
def test_what_is_added_up_is_one_of_the_things_meant(
    name: str, values: list[tuple[Decimal, bool]], years: int
) -> None:
    """So that figures which agree as printed hold: no open end leaves it out, exact and negative ones among them."""
    used = values[: LENGTHS.get(name, 2)]
    constants = constants_of(name, years)
    value = FORMULAS[name].value([number for number, _ in used], constants)
    meant = [Interval.exact(number) if exact else Interval.printed(number, 2) for number, exact in used]
    interval = FORMULAS[name].interval(meant, constants)
    assert value is not None
    assert interval is not None
    assert value in interval


@pytest.mark.parametrize("name", PRINTED)
@given(values=operand_lists, years=st.integers(1, 9), decimals=st.integers(0, 4))
def test_a_rounded_result_holds(name: str, values: list[Decimal], years: int, decimals: int) -> None:
    made = made_relation(name, values, years, decimals)
    assume(made is not None)
    assert made is not None
    decision = decide(made)
    assert decision.holds or decision.note == "undefined"


@pytest.mark.parametrize("name", PRINTED)
@given(values=operand_lists, years=st.integers(1, 9), units=st.integers(2, 50), up=st.booleans())
def test_a_result_beyond_the_interval_fails(
    name: str, values: list[Decimal], years: int, units: int, *, up: bool
) -> None:
    right = made_relation(name, values, years, 2)
    assume(right is not None)
    assert right is not None
    formula = FORMULAS[name]
    interval = formula.interval([o.quantity.interval() for o in right.operands], right.constants)
    assume(interval is not None)
    assert interval is not None
    scale = right.stated.unit.scale
    end = EXACT.divide(interval.high if up else interval.low, scale)
    wrong = round_half_up(end, 2) + (units if up else -units) * Decimal("0.01")
    assume(wrong != 0)
    figures = Figures()
    stated = figures.figure(f"{wrong:f}", right.stated.unit)
    operands = [figures.figure(f"{o.quantity.number:f}", o.quantity.unit) for o in right.operands]
    assert decide(relation(name, stated, operands, constants=right.constants)).verdict == "fails"


def made_relation(name: str, values: list[Decimal], years: int, decimals: int) -> Relation | None:
    """The relation with its own result, rounded to so many decimals; None where it has none."""
    figures = Figures()
    unit = PERCENT if name in ("annual_rate", "progress") else WAN
    operands = [figures.figure(f"{value:f}", unit) for value in values[: LENGTHS.get(name, 2)]]
    constants = constants_of(name, years)
    value = FORMULAS[name].value([quantity.value for quantity in operands], constants)
    if value is None:
        return None
    result_unit = PERCENT if name in RATES else WAN
    shown = round_half_up(EXACT.divide(value, result_unit.scale), decimals)
    if not shown:
        return None
    return relation(name, figures.figure(f"{shown:f}", result_unit), operands, constants=constants)


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("quotient", ("1", "0")),
        ("shortfall_rate", ("1", "0")),
        ("base_rate", ("1", "0")),
        ("change_rate", ("5", "5")),
        ("excess_rate", ("5", "5")),
        ("decrease_rate", ("0", "0")),
        ("saving_rate", ("0", "0")),
        ("annual_from_amounts", ("1", "0")),
    ],
)
def test_a_zero_denominator_has_no_value(name: str, numbers: tuple[str, str]) -> None:
    values = [Decimal(number) for number in numbers]
    assert FORMULAS[name].value(values, (Decimal(2),)) is None
    assert FORMULAS[name].interval([Interval.exact(value) for value in values], (Decimal(2),)) is None


def test_average_growth_needs_a_positive_base_and_years() -> None:
    annual = FORMULAS["annual_rate"]
    assert annual.value([Decimal("-1.5")], (Decimal(3),)) is None
    assert annual.value([Decimal("0.5")], ()) is None
    assert annual.value([Decimal("0.5")], (Decimal(0),)) is None
    assert annual.interval([Interval.exact(Decimal(-2))], (Decimal(3),)) is None


@pytest.mark.parametrize(
    ("name", "parts", "constants", "text"),
    [
        ("sum", ["1", "(-2)", "3"], (), "1 − 2 + 3"),
        ("sum", [], (), "0"),
        ("sum", ["1"], (Decimal(4),), "1 + 4"),
        ("difference", ["5", "2"], (), "5 − 2"),
        ("equal", ["5"], (), "5"),
        ("constant", [], (Decimal(7),), "7"),
        ("constant", ["1", "2"], (), "1 + 2"),
        ("quotient", ["1", "2"], (), "1 / 2"),
        ("part_of_parts", ["1", "2"], (), "1 / (1 + 2)"),
        ("change_rate", ["9", "1"], (), "1 / (9 − 1)"),
        ("excess_rate", ["9", "1"], (), "9 / (9 − 1)"),
        ("decrease_rate", ["9", "1"], (), "1 / (9 + 1)"),
        ("base_rate", ["9", "8"], (), "(9 − 8) / 8"),
        ("annual_rate", ["9"], (Decimal(3),), "(1 + 9%)^(1/3) − 1"),
        ("annual_from_amounts", ["9", "8"], (Decimal(3),), "(9 / 8)^(1/3) − 1"),
        ("saving_rate", ["1", "9"], (), "1 / (1 + 9)"),
        ("shortfall_rate", ["8", "9"], (), "(9 − 8) / 9"),
        ("product", ["2", "3"], (), "2 × 3"),
        ("points_more", ["10", "90", "95"], (), "10 × min(1, 90 / 95)"),
        ("points_less", ["10", "8", "5"], (), "10 × min(1, 5 / 8)"),
    ],
)
def test_expressions_read_as_written(
    name: str, parts: list[str], constants: tuple[Decimal, ...], text: str
) -> None:
    assert " ".join(FORMULAS[name].expression(parts, constants).split()) == text


def test_the_growth_of_a_whole_follows_from_its_parts() -> None:
    rise = FORMULAS["parts_rise"]
    values = [Decimal(105), Decimal(88), Decimal("0.05"), Decimal("-0.12")]
    assert rise.value(values, ()) == EXACT.subtract(EXACT.divide(Decimal(193), Decimal(200)), Decimal(1))
    assert FORMULAS["parts_fall"].value(values, ()) == Decimal("0.035")
    assert rise.value([Decimal(105), Decimal(88), Decimal("0.05"), Decimal(-1)], ()) is None


def test_the_completion_of_a_whole_follows_from_its_parts() -> None:
    done = FORMULAS["parts_done"]
    values = [Decimal(90), Decimal(40), Decimal("0.9"), Decimal("0.8")]
    assert done.value(values, ()) == EXACT.divide(Decimal(130), Decimal(150))
    around = done.interval([Interval.exact(value) for value in values], ())
    assert around is not None
    assert around.low == around.high == EXACT.divide(Decimal(130), Decimal(150))
    assert done.value([Decimal(90), Decimal(40), Decimal("0.9"), Decimal(0)], ()) is None
    assert done.expression(["90", "40", "90", "80"], ()) == "(90 + 40) / (90 / 90% + 40 / 80%)"
